// SPDX-License-Identifier: MIT
// Proxies that only the transport on libcurl can use, and what proxies may do to it.
#include <apivideo/http/curl_transport.hpp>

#include "http/transport_contract.hpp"
#include "support/certificates.hpp"
#include "support/temporary_file.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace apivideo::tests {
namespace {

/// What a SOCKS5 proxy was told.
struct SocksRequest {
    std::string user_name{};
    std::string password{};
    std::string host{};
};

class SocksReader {
  public:
    explicit SocksReader(ServerConnection& connection) : connection_{connection} {}

    std::string bytes(std::size_t count) {
        while (buffer_.size() < count) {
            const std::string more = connection_.read_some();
            if (more.empty()) return {};
            buffer_ += more;
        }
        const std::string taken = buffer_.substr(0, count);
        buffer_.erase(0, count);
        return taken;
    }
    /// A length of one byte, then as many.
    std::string text() {
        const std::string length = bytes(1);
        return length.empty() ? "" : bytes(static_cast<unsigned char>(length[0]));
    }

  private:
    ServerConnection& connection_;
    std::string buffer_{};
};

/// Speaks SOCKS5 (RFC 1928, 1929) and connects to @p port, whatever the host.
RawServer::Handler socks_proxy_to(std::uint16_t port, SocksRequest& request) {
    return [port, &request](ServerConnection& connection) {
        SocksReader reader{connection};
        reader.bytes(1);
        const bool with_password = reader.text().find('\x02') != std::string::npos;
        connection.write(std::string{"\x05"} + (with_password ? '\x02' : '\0'));
        if (with_password) {
            reader.bytes(1);
            request.user_name = reader.text();
            request.password = reader.text();
            connection.write(std::string{"\x01\0", 2});
        }
        const std::string by_name{"\x05\x01\0\x03", 4};
        if (reader.bytes(4) != by_name) return;
        request.host = reader.text();
        reader.bytes(2);
        connection.write(std::string{"\x05\0\0\x01\x7f\0\0\x01\0\0", 10});
        connection.tunnel_to(port);
    };
}

class CurlProxy : public ::testing::Test {
  protected:
    void use(const Proxy& proxy) {
        TransportOptions options;
        options.ca_file = ca_file.path();
        options.proxy = proxy;
        transport = make_curl_transport(options);
    }
    std::string get(const std::string& url) { return transport->send(get_of(url), within()).body; }
    TransportException failure_of(const std::string& url) {
        try {
            ADD_FAILURE() << "the call succeeded: " << get(url);
        } catch (const TransportException& e) {
            return e;
        }
        return TransportException{TransportFailure{}, ""};
    }
    static RawServer::Handler tunnelling_to(std::uint16_t port) {
        return [port](ServerConnection& connection) {
            if (connection.read_request() && connection.write("HTTP/1.1 200 OK\r\n\r\n")) connection.tunnel_to(port);
        };
    }

    CertificateAuthority authority{};
    TemporaryFile ca_file{authority.certificate_pem()};
    RawServer target{always(http_answer(200, "from the target")), ServerTls{authority.issue()}};
    std::shared_ptr<HttpTransport> transport{};
};

TEST_F(CurlProxy, may_speak_tls_and_tunnel_https) {
    RawServer proxy{tunnelling_to(target.port()), ServerTls{authority.issue()}};
    use({proxy.url(""), "user", "pass"});
    for (int i = 0; i < 3; ++i) EXPECT_EQ(get(target.url()), "from the target");
    EXPECT_EQ(proxy.requests()[0].method, "CONNECT");
    EXPECT_EQ(proxy.requests()[0].headers.get("Proxy-Authorization"), "Basic dXNlcjpwYXNz");
    EXPECT_EQ(proxy.connection_count(), 1U);
}

TEST_F(CurlProxy, may_speak_tls_and_pass_on_http) {
    RawServer proxy{always(http_answer(200, "from the proxy")), ServerTls{authority.issue()}};
    use({proxy.url("")});
    for (int i = 0; i < 3; ++i) EXPECT_EQ(get("http://host.invalid/a?b"), "from the proxy");
    EXPECT_EQ(proxy.requests()[0].target, "http://host.invalid/a?b");
}

TEST_F(CurlProxy, is_verified_and_so_is_the_target_behind_it) {
    const CertificateAuthority unknown{"Unknown"};
    RawServer wrong_proxy{tunnelling_to(target.port()), ServerTls{unknown.issue()}};
    use({wrong_proxy.url("")});
    const TransportException at_proxy = failure_of(target.url());
    EXPECT_EQ(at_proxy.failure(), TransportFailure::tls);
    EXPECT_NE(std::string{at_proxy.what()}.find(wrong_proxy.url("")), std::string::npos) << at_proxy.what();

    CertificateRequest for_other;
    for_other.alternative_names = {"DNS:other.example"};
    RawServer wrong_target{always(http_answer(200, "x")), ServerTls{authority.issue(for_other)}};
    RawServer proxy{tunnelling_to(wrong_target.port()), ServerTls{authority.issue()}};
    use({proxy.url("")});
    const TransportException at_target = failure_of(wrong_target.url());
    EXPECT_EQ(at_target.failure(), TransportFailure::tls);
    EXPECT_NE(std::string{at_target.what()}.find("another host"), std::string::npos) << at_target.what();
}

TEST_F(CurlProxy, of_socks5_looks_up_the_name_of_the_target) {
    SocksRequest request;
    RawServer proxy{socks_proxy_to(target.port(), request)};
    use({"socks5h://127.0.0.1:" + std::to_string(proxy.port())});
    EXPECT_EQ(get(target.url()), "from the target");
    EXPECT_EQ(request.host, "localhost");
    EXPECT_EQ(request.user_name, "");
}

TEST_F(CurlProxy, gets_user_name_and_password_as_they_are) {
    for (const std::string awkward : {"100%", "%41%2541", "a b@c/d?e#f"}) {
        SocksRequest request;
        RawServer socks_proxy{socks_proxy_to(target.port(), request)};
        use({"socks5h://127.0.0.1:" + std::to_string(socks_proxy.port()), "u" + awkward, "p:" + awkward});
        EXPECT_EQ(get(target.url()), "from the target");
        EXPECT_EQ(request.user_name, "u" + awkward);
        EXPECT_EQ(request.password, "p:" + awkward);
    }
    RawServer proxy{always(http_answer(200, "from the proxy"))};
    use({proxy.url(""), "100%25", "%41"});
    EXPECT_EQ(get("http://host.invalid/"), "from the proxy");
    EXPECT_EQ(proxy.requests()[0].headers.get("Proxy-Authorization"), "Basic MTAwJTI1OiU0MQ==");
}

TEST_F(CurlProxy, cannot_send_a_head_without_end_when_it_opens_a_tunnel) {
    RawServer proxy{[](ServerConnection& connection) {
        if (!connection.read_request() || !connection.write("HTTP/1.1 200 OK\r\n")) return;
        while (connection.write("X-Many: " + std::string(1000, 'x') + "\r\n")) {
        }
    }};
    use({proxy.url("")});
    EXPECT_EQ(failure_of(target.url()).failure(), TransportFailure::too_large);
}

}  // namespace
}  // namespace apivideo::tests
