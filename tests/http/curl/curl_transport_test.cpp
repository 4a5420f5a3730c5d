// SPDX-License-Identifier: MIT
// What the transport on libcurl does beyond the contract of transports.
#include <apivideo/http/curl_transport.hpp>

#include "http/transport_contract.hpp"
#include "support/certificates.hpp"
#include "support/temporary_file.hpp"

#include <spawn.h>
#include <sys/wait.h>

#include <csignal>
#include <string>
#include <thread>
#include <vector>

namespace apivideo::tests {
namespace {

class CurlTransport : public ::testing::Test {
  protected:
    HttpResponse send(const HttpRequest& request) { return transport->send(request, within()); }
    HttpResponse get(const std::string& url) { return send(get_of(url)); }
    /// How a call to a server fails that sends @p answer and waits.
    TransportFailure failure_of(const std::string& answer) {
        RawServer server{[&](ServerConnection& connection) {
            if (connection.read_request() && connection.write(answer)) connection.wait_for_client_to_leave();
        }};
        return failure_at(server);
    }
    TransportFailure failure_at(const RawServer& server) {
        try {
            return TransportFailure{get(server.url()).status};
        } catch (const TransportException& e) {
            return e.failure();
        }
    }
    /// How a call to a server fails that sends @p head and then @p more without end.
    TransportFailure failure_of_endless(const std::string& head, const std::string& more) {
        RawServer server{[&](ServerConnection& connection) {
            if (!connection.read_request() || !connection.write(head)) return;
            while (connection.write(more)) {
            }
        }};
        return failure_at(server);
    }

    std::shared_ptr<HttpTransport> transport{make_curl_transport()};
};

/// A process that lives until it is destroyed, and holds whatever descriptors it was not kept from.
class ChildProcess {
  public:
    ChildProcess() {
        std::string program = "sleep";
        std::string argument = "60";
        char* arguments[] = {program.data(), argument.data(), nullptr};
        started_ = ::posix_spawnp(&id_, program.c_str(), nullptr, nullptr, arguments, environ) == 0;
    }
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;
    ~ChildProcess() {
        if (!started_) return;
        ::kill(id_, SIGKILL);
        ::waitpid(id_, nullptr, 0);
    }
    [[nodiscard]] bool has_started() const noexcept { return started_; }

  private:
    pid_t id_{0};
    bool started_{false};
};

TEST_F(CurlTransport, needs_one_connection_for_one_call_after_the_other) {
    RawServer server{always(http_answer(200, "x"))};
    for (int i = 0; i < 50; ++i) get(server.url());
    EXPECT_EQ(server.connection_count(), 1U);
}

TEST_F(CurlTransport, needs_no_more_connections_than_there_are_threads) {
    RawServer server{always(http_answer(200, "x"))};
    constexpr std::size_t threads = 16;
    std::vector<std::thread> callers;
    for (std::size_t t = 0; t < threads; ++t)
        callers.emplace_back([&] {
            for (int i = 0; i < 20; ++i) get(server.url());
        });
    for (std::thread& caller : callers) caller.join();
    EXPECT_LE(server.connection_count(), threads);
}

TEST_F(CurlTransport, closes_its_connections_when_it_goes) {
    RawServer server{always(http_answer(200, "x"))};
    get(server.url());
    transport.reset();
    EXPECT_TRUE(server.wait_for_ended_connections(1));
}

TEST_F(CurlTransport, keeps_its_connections_from_child_processes) {
    RawServer server{always(http_answer(200, "x"))};
    get(server.url());
    const ChildProcess child;
    ASSERT_TRUE(child.has_started());
    transport.reset();
    EXPECT_TRUE(server.wait_for_ended_connections(1));
}

TEST_F(CurlTransport, leaves_a_get_its_connection_when_a_post_takes_one_of_its_own) {
    RawServer server{always(http_answer(200, "x"))};
    get(server.url());
    send(post_of(server.url(), "body"));
    EXPECT_EQ(server.connection_count(), 2U);
    EXPECT_TRUE(server.wait_for_ended_connections(1)) << "more connections are kept than can be used";
    get(server.url());
    EXPECT_EQ(server.connection_count(), 2U);
}

TEST_F(CurlTransport, sends_what_it_is_given_and_nothing_of_its_own) {
    RawServer server{always(http_answer(200, ""))};
    const std::string host = "Host: 127.0.0.1:" + std::to_string(server.port()) + "\r\n";
    get(server.url("/a?b"));
    EXPECT_EQ(server.requests().back().raw, "GET /a?b HTTP/1.1\r\n" + host + "Accept-Encoding: identity\r\n\r\n");
    HttpRequest post = post_of(server.url("/a"), "xy");
    post.headers = {{"X-Empty", ""}, {"accept", "*/*"}};
    send(post);
    EXPECT_EQ(server.requests().back().raw,
              "POST /a HTTP/1.1\r\n" + host +
                  "X-Empty:\r\naccept: */*\r\nAccept-Encoding: identity\r\nContent-Length: 2\r\n\r\nxy");
}

TEST_F(CurlTransport, leaves_dots_in_paths) {
    RawServer server{always(http_answer(200, ""))};
    get(server.url("/a/../b/./c//d/.."));
    EXPECT_EQ(server.requests().back().target, "/a/../b/./c//d/..");
}

TEST_F(CurlTransport, sends_a_body_with_any_method_but_head) {
    RawServer server{always(http_answer(200, ""))};
    for (const std::string method : {"GET", "PUT", "PATCH", "DELETE", "X-OWN"}) {
        send({method, server.url(), {}, "body"});
        EXPECT_EQ(server.requests().back().method, method);
        EXPECT_EQ(server.requests().back().body, "body");
    }
    EXPECT_THROW(send({"HEAD", server.url(), {}, "body"}), TransportException);
    get(server.url());
    EXPECT_EQ(server.requests().back().headers.find("Content-Length"), nullptr) << "the next request is none the worse";
}

TEST_F(CurlTransport, refuses_heads_without_end) {
    const std::string begin = "HTTP/1.1 200 OK\r\n";
    EXPECT_EQ(failure_of_endless(begin, "X-Many: " + std::string(1000, 'x') + "\r\n"), TransportFailure::too_large);
    EXPECT_EQ(failure_of_endless(begin + "X-Long: ", std::string(1000, 'x')), TransportFailure::too_large);
    EXPECT_EQ(failure_of_endless("", "HTTP/1.1 100 Continue\r\n\r\n"), TransportFailure::too_large);
    EXPECT_EQ(failure_of_endless(begin + "Transfer-Encoding: chunked\r\n\r\n0\r\n", "X-Trailer: x\r\n"),
              TransportFailure::too_large);
    EXPECT_EQ(failure_of_endless("HTTP/1.1 200 ", std::string(1000, 'x')), TransportFailure::too_large);
}

TEST_F(CurlTransport, refuses_at_once_what_cannot_become_an_answer) {
    for (const std::string answer :
         {"HTTP/1.1 101 Switching Protocols\r\n\r\n", "HTTP/2.0 200 OK\r\n\r\n", "HTTP/1.1 999 High\r\n\r\n",
          "HTTP/1.1 200 OK\nContent-Length: 0\n\n", "HTTP/1.1 200 OK\r\nX-A: 1\n\r\n",
          "HTTP/1.1 200 OK\r\nX A: 1\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 1\r\n\r\n",
          "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n"})
        EXPECT_EQ(failure_of(answer), TransportFailure::protocol) << answer;
}

TEST_F(CurlTransport, leaves_trailers_out_of_the_headers) {
    RawServer server{
        always("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\nX-Trailer: 1\r\n\r\n")};
    EXPECT_EQ(get(server.url()).headers.find("X-Trailer"), nullptr);
    EXPECT_EQ(get(server.url()).body, "x");
    EXPECT_EQ(server.connection_count(), 1U);
}

TEST_F(CurlTransport, survives_a_tls_connection_that_breaks_while_it_sends) {
    const CertificateAuthority authority;
    const TemporaryFile ca_file{authority.certificate_pem()};
    TransportOptions options;
    options.ca_file = ca_file.path();
    transport = make_curl_transport(options);
    RawServer server{[](ServerConnection& connection) {
                         static_cast<void>(connection.read_some());
                         connection.reset();
                     },
                     ServerTls{authority.issue(), {}, {}}};
    EXPECT_THROW(send(post_of(server.url(), std::string(8 << 20, 'x'))), TransportException);
}

}  // namespace
}  // namespace apivideo::tests
