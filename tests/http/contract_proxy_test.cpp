// SPDX-License-Identifier: MIT
// Contract of transports: through a proxy, or clearly stopped by it.
#include "http/transport_contract.hpp"

#include "support/certificates.hpp"
#include "support/environment_variable.hpp"
#include "support/full_backlog.hpp"
#include "support/sanitizers.hpp"
#include "support/temporary_file.hpp"

#include <optional>
#include <string>
#include <thread>

namespace apivideo::tests {
namespace {

/// Answers CONNECT with @p answer and, where that is 200, passes bytes on to @p port whatever the host.
RawServer::Handler tunnelling(std::uint16_t port, const std::string& answer = "HTTP/1.1 200 OK\r\n\r\n") {
    return [port, answer](ServerConnection& connection) {
        if (!connection.read_request() || !connection.write(answer)) return;
        if (answer.find(" 200 ") != std::string::npos) connection.tunnel_to(port);
    };
}

class TransportProxy : public TransportContract {
  protected:
    void use_proxy(std::uint16_t port, const std::optional<std::string>& user_name = {},
                   const std::optional<std::string>& password = {}) {
        TransportOptions options;
        options.ca_file = ca_file.path();
        options.proxy = Proxy{"http://127.0.0.1:" + std::to_string(port), user_name, password};
        transport = make(options);
    }

    CertificateAuthority authority{};
    TemporaryFile ca_file{authority.certificate_pem()};
    RawServer target{answering([](const ReceivedRequest& request) { return http_answer(200, request.target); }),
                     ServerTls{authority.issue(), {}, {}}};
};

INSTANTIATE_TEST_SUITE_P(Of, TransportProxy, ::testing::ValuesIn(transport_kinds()), name_of_kind);

TEST_P(TransportProxy, asks_the_proxy_for_the_whole_url_of_http) {
    RawServer proxy{always(http_answer(200, "from the proxy"))};
    use_proxy(proxy.port());
    EXPECT_EQ(get("http://host.invalid:8080/path?a=b").body, "from the proxy");
    EXPECT_EQ(proxy.requests()[0].target, "http://host.invalid:8080/path?a=b");
    EXPECT_EQ(proxy.requests()[0].headers.get("Host"), "host.invalid:8080");
    EXPECT_EQ(proxy.requests()[0].headers.find("Proxy-Authorization"), nullptr);
}

TEST_P(TransportProxy, shows_user_name_and_password_to_the_proxy) {
    RawServer proxy{always(http_answer(200, ""))};
    use_proxy(proxy.port(), "user", "pass:word");
    get("http://host.invalid/");
    EXPECT_EQ(proxy.requests()[0].headers.get("Proxy-Authorization"), "Basic dXNlcjpwYXNzOndvcmQ=");
}

TEST_P(TransportProxy, tunnels_https) {
    RawServer proxy{tunnelling(target.port(), "HTTP/1.1 200 Connection established\r\nX-Proxy: 1\r\n\r\n")};
    use_proxy(proxy.port());
    const HttpResponse response = get(target.url("/through"));
    EXPECT_EQ(response.body, "/through");
    EXPECT_EQ(response.reason, "Text of the status");
    EXPECT_EQ(response.headers.get("Content-Length"), "8");
    EXPECT_EQ(response.headers.find("X-Proxy"), nullptr);
    EXPECT_EQ(proxy.requests()[0].method, "CONNECT");
    EXPECT_EQ(proxy.requests()[0].target, "localhost:" + std::to_string(target.port()));
    EXPECT_EQ(proxy.requests()[0].headers.find("Proxy-Authorization"), nullptr);
}

TEST_P(TransportProxy, shows_user_name_and_password_when_it_opens_a_tunnel) {
    if (finds_leaks && GetParam().leaks_passwords_of_tunnels) GTEST_SKIP() << "its library leaks the password";
    RawServer proxy{tunnelling(target.port())};
    use_proxy(proxy.port(), "user", "pass:word");
    EXPECT_EQ(get(target.url("/through")).body, "/through");
    EXPECT_EQ(proxy.requests()[0].headers.get("Proxy-Authorization"), "Basic dXNlcjpwYXNzOndvcmQ=");
    EXPECT_EQ(target.requests()[0].headers.find("Proxy-Authorization"), nullptr);
}

TEST_P(TransportProxy, keeps_the_headers_of_a_tunnelled_request_from_the_proxy) {
    RawServer proxy{tunnelling(target.port())};
    use_proxy(proxy.port());
    HttpRequest request = get_of(target.url("/secret"));
    request.headers = {{"Authorization", "Bearer secret"}};
    send(request);
    EXPECT_EQ(proxy.requests()[0].raw.find("secret"), std::string::npos);
    EXPECT_EQ(target.requests()[0].headers.get("Authorization"), "Bearer secret");
}

TEST_P(TransportProxy, takes_no_proxy_from_the_environment) {
    RawServer proxy{always(http_answer(200, "from the proxy"))};
    RawServer server{always(http_answer(200, "from the server"))};
    const std::string url = "http://127.0.0.1:" + std::to_string(proxy.port());
    const EnvironmentVariable variables[] = {{"http_proxy", url}, {"HTTP_PROXY", url}, {"https_proxy", url},
                                             {"all_proxy", url},  {"ALL_PROXY", url},  {"no_proxy", "*"}};
    transport = make();
    EXPECT_EQ(get(server.url()).body, "from the server");
    use_proxy(proxy.port());
    EXPECT_EQ(get(server.url()).body, "from the proxy");
}

TEST_P(TransportProxy, uses_a_tunnel_again_where_it_can_tell_what_arrives_in_it) {
    RawServer proxy{tunnelling(target.port())};
    use_proxy(proxy.port());
    for (int i = 0; i < 5; ++i) EXPECT_EQ(get(target.url("/again")).body, "/again");
    if (GetParam().keeps_tunnels) {
        EXPECT_LE(proxy.connection_count(), 2U);
    } else {
        EXPECT_EQ(proxy.connection_count(), 5U);
    }
}

TEST_P(TransportProxy, never_takes_what_comes_unasked_in_a_tunnel_for_the_next_answer) {
    Gate answered;
    Gate written;
    RawServer unruly{sending_more_than_asked_for(answered, written), ServerTls{authority.issue(), {}, {}}};
    RawServer proxy{tunnelling(unruly.port())};
    use_proxy(proxy.port());
    expect_nothing_unasked_taken(unruly.url(), answered, written);
}

TEST_P(TransportProxy, leaves_a_proxy_that_is_silent_at_the_deadline) {
    RawServer proxy{silent()};
    use_proxy(proxy.port());
    const FailedCall late = fail(get_of(target.url()), within(100ms));
    EXPECT_EQ(late.failure, TransportFailure::timeout) << late.message;
    EXPECT_TRUE(proxy.wait_for_ended_connections(1)) << "the connection is kept";
}

TEST_P(TransportProxy, ends_at_the_deadline_and_when_cancelled_while_a_refusal_of_the_proxy_pours_in) {
    RawServer proxy{[](ServerConnection& connection) {
        if (!connection.read_request()) return;
        connection.write("HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 100000000000\r\n\r\n");
        while (connection.write(std::string(0x8000, 'x'))) {
        }
    }};
    use_proxy(proxy.port());
    const auto begin = std::chrono::steady_clock::now();
    const FailedCall late = fail(get_of(target.url()), within(100ms));
    EXPECT_LT(late.took, 100ms + prompt) << late.message;
    const CancellationSource source;
    std::thread canceller{[&] {
        std::this_thread::sleep_for(50ms);
        source.cancel();
    }};
    (void)fail(get_of(target.url()), cancellable_by(source));
    canceller.join();
    EXPECT_LT(std::chrono::steady_clock::now() - begin, 150ms + 2 * prompt);
}

TEST_P(TransportProxy, verifies_the_certificate_of_the_target) {
    RawServer other{always(http_answer(200, "")), ServerTls{CertificateAuthority{"Other"}.issue(), {}, {}}};
    RawServer proxy{tunnelling(other.port())};
    use_proxy(proxy.port());
    const FailedCall call = fail(other.url());
    EXPECT_EQ(call.failure, TransportFailure::tls) << call.message;
    EXPECT_TRUE(other.requests().empty());
}

TEST_P(TransportProxy, says_that_the_proxy_wants_a_user_name) {
    const std::string refusal = http_answer(407, "secret of the proxy", "Proxy-Authenticate: Basic realm=\"p\"\r\n");
    RawServer proxy{once(refusal)};
    use_proxy(proxy.port());
    for (const std::string& url : {std::string{"http://host.invalid/"}, target.url()}) {
        const FailedCall call = fail(url);
        EXPECT_EQ(call.failure, TransportFailure::proxy) << call.message;
        EXPECT_NE(call.message.find("407"), std::string::npos) << call.message;
    }
}

TEST_P(TransportProxy, says_that_the_proxy_opens_no_tunnel) {
    for (const int status : {403, 502, 503}) {
        RawServer proxy{tunnelling(target.port(), http_answer(status, "no"))};
        use_proxy(proxy.port());
        const FailedCall call = fail(target.url());
        EXPECT_EQ(call.failure, TransportFailure::proxy) << call.message;
        EXPECT_NE(call.message.find(std::to_string(status)), std::string::npos) << call.message;
    }
    EXPECT_EQ(target.connection_count(), 0U);
}

TEST_P(TransportProxy, says_that_the_proxy_does_not_listen) {
    use_proxy(unused_port());
    for (const std::string& url : {std::string{"http://host.invalid/"}, target.url()}) {
        const FailedCall call = fail(url);
        EXPECT_EQ(call.failure, TransportFailure::connect) << call.message;
        EXPECT_NE(call.message.find("proxy"), std::string::npos) << call.message;
    }
}

TEST_P(TransportProxy, keeps_its_deadline_while_the_proxy_is_silent) {
    RawServer proxy{silent()};
    use_proxy(proxy.port());
    for (const std::string& url : {std::string{"http://host.invalid/"}, target.url()}) {
        const FailedCall call = fail(get_of(url), within(100ms));
        EXPECT_EQ(call.failure, TransportFailure::timeout) << call.message;
        EXPECT_LT(call.took, 100ms + prompt);
    }
    EXPECT_TRUE(proxy.wait_for_ended_connections(2)) << "a connection is kept";
}

TEST_P(TransportProxy, ends_when_cancelled_while_the_proxy_is_silent) {
    RawServer proxy{silent()};
    use_proxy(proxy.port());
    const CancellationSource source;
    std::thread canceller{[&] {
        EXPECT_TRUE(proxy.wait_for_requests(1));
        source.cancel();
    }};
    EXPECT_EQ(fail(get_of(target.url()), cancellable_by(source)).failure, TransportFailure::cancelled);
    canceller.join();
}

}  // namespace
}  // namespace apivideo::tests
