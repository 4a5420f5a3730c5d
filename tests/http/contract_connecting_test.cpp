// SPDX-License-Identifier: MIT
// Contract of transports: which address of a host they connect to, how long that may take, and who is told its name.
#include "http/transport_contract.hpp"

#include "support/certificates.hpp"
#include "support/fake_resolver.hpp"
#include "support/full_backlog.hpp"
#include "support/temporary_file.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace apivideo::tests {
namespace {

class TransportConnecting : public TransportContract {
  protected:
    void connect_within(std::chrono::milliseconds timeout) {
        options.connect_timeout = timeout;
        transport = make(options);
    }
    void trust(const CertificateAuthority& authority) {
        ca_file_ = std::make_unique<TemporaryFile>(authority.certificate_pem());
        options.ca_file = ca_file_->path();
        transport = make(options);
    }

    static std::string url_of(const std::string& scheme, const std::string& host, std::uint16_t port) {
        return scheme + "://" + host + ':' + std::to_string(port) + '/';
    }

    TransportOptions options{};

  private:
    std::unique_ptr<TemporaryFile> ca_file_{};
};

INSTANTIATE_TEST_SUITE_P(Of, TransportConnecting, ::testing::ValuesIn(transport_kinds()), name_of_kind);

TEST_P(TransportConnecting, tries_the_next_address_after_one_that_refuses) {
    for (const char* refusing : {"127.0.0.2", "::1"}) {
        const FakeName name{{refusing, "127.0.0.1"}};
        transport = make();
        RawServer server{always(http_answer(200, "x"))};
        EXPECT_EQ(get(url_of("http", FakeName::name(), server.port())).body, "x") << refusing;
        EXPECT_EQ(server.connection_count(), 1U);
    }
}

TEST_P(TransportConnecting, gives_a_silent_address_up_for_the_next) {
    connect_within(1s);
    RawServer server{always(http_answer(200, "x"))};
    const FullBacklog silent{"127.0.0.2", server.port()};
    const FakeName name{{"127.0.0.2", "127.0.0.1"}};
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_EQ(send(post_of(url_of("http", FakeName::name(), server.port()), "body")).body, "x");
    EXPECT_LT(std::chrono::steady_clock::now() - begin, 1s);
    EXPECT_EQ(server.requests().size(), 1U);
}

TEST_P(TransportConnecting, does_not_wait_for_ipv6_that_is_dead) {
    RawServer server{always(http_answer(200, "x"))};
    const FullBacklog silent{"::1", server.port()};
    const FakeName name{{"::1", "127.0.0.1"}};
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_EQ(get(url_of("http", FakeName::name(), server.port())).body, "x");
    EXPECT_LT(std::chrono::steady_clock::now() - begin, 1s);
}

TEST_P(TransportConnecting, gives_up_after_the_time_to_connect) {
    connect_within(50ms);
    const FullBacklog silent;
    const FailedCall call = fail(silent.url());
    EXPECT_EQ(call.failure, TransportFailure::connect) << call.message;
    EXPECT_NE(call.message.find("could not connect within 50 ms"), std::string::npos) << call.message;
    EXPECT_GE(call.took, 49ms);
    EXPECT_LT(call.took, 50ms + prompt);
    expect_usable();
}

TEST_P(TransportConnecting, gives_up_after_the_time_to_connect_within_the_handshake) {
    connect_within(100ms);
    RawServer silent{[](ServerConnection& connection) { connection.wait_for_client_to_leave(); }};
    const FailedCall call = fail(url_of("https", "localhost", silent.port()));
    EXPECT_EQ(call.failure, TransportFailure::connect) << call.message;
    EXPECT_NE(call.message.find("could not connect within 100 ms"), std::string::npos) << call.message;
    EXPECT_TRUE(keeps_none(silent)) << "the connection is kept";
}

TEST_P(TransportConnecting, lets_an_answer_take_longer_than_the_time_to_connect) {
    connect_within(50ms);
    RawServer server{[](ServerConnection& connection) {
        while (connection.read_request())
            if (!connection.write_slowly(http_answer(200, "slow"), 5ms)) return;
    }};
    for (int i = 0; i < 2; ++i) EXPECT_EQ(get(server.url()).body, "slow");
}

TEST_P(TransportConnecting, finds_a_rooted_name_in_the_certificate_without_its_root) {
    const CertificateAuthority authority;
    trust(authority);
    const FakeName name{{"127.0.0.1"}};
    CertificateRequest request;
    request.alternative_names = {"DNS:" + FakeName::name()};
    RawServer server{always(http_answer(200, "x")), ServerTls{authority.issue(request), {}, {}}};
    EXPECT_EQ(get(url_of("https", FakeName::name() + '.', server.port())).body, "x");
}

TEST_P(TransportConnecting, names_the_host_alone_in_the_handshake) {
    const FakeName name{{"127.0.0.1"}};
    for (const std::string& host : {FakeName::name(), FakeName::name() + '.'}) {
        std::string hello;
        RawServer server{[&](ServerConnection& connection) { hello = connection.read_some(); }};
        static_cast<void>(fail(url_of("https", host, server.port())));
        ASSERT_TRUE(server.wait_for_ended_connections(1));
        const std::string length{static_cast<char>(FakeName::name().size())};
        EXPECT_NE(hello.find(length + FakeName::name()), std::string::npos) << host;
        EXPECT_EQ(hello.find(FakeName::name() + '.'), std::string::npos) << host;
        EXPECT_EQ(hello.find(FakeName::name() + ':'), std::string::npos) << host;
    }
}

TEST_P(TransportConnecting, connects_to_ipv6_addresses_or_refuses_them) {
    if (!GetParam().connects_to_ipv6_addresses) {
        const FailedCall call = fail("http://[::1]:8080/");
        EXPECT_EQ(call.failure, TransportFailure::invalid_request) << call.message;
        return;
    }
    RawServer server{always(http_answer(200, "x"))};
    const std::string authority = "[::ffff:127.0.0.1]:" + std::to_string(server.port());
    EXPECT_EQ(get("http://" + authority + '/').body, "x");
    EXPECT_EQ(server.requests().back().headers.get("Host"), authority);
}

TEST_P(TransportConnecting, connects_to_names_that_have_ipv6_addresses_only) {
    RawServer server{always(http_answer(200, "x"))};
    const FakeName name{{"::ffff:127.0.0.1"}};
    EXPECT_EQ(get(url_of("http", FakeName::name(), server.port())).body, "x");
}

TEST_P(TransportConnecting, verifies_ipv6_addresses) {
    if (!GetParam().connects_to_ipv6_addresses) GTEST_SKIP() << "it refuses them";
    const CertificateAuthority authority;
    trust(authority);
    CertificateRequest request;
    request.alternative_names = {"IP:::ffff:127.0.0.1"};
    RawServer right{always(http_answer(200, "x")), ServerTls{authority.issue(request), {}, {}}};
    EXPECT_EQ(get(url_of("https", "[::ffff:127.0.0.1]", right.port())).body, "x");
    RawServer wrong{always(http_answer(200, "x")), ServerTls{authority.issue(), {}, {}}};
    EXPECT_EQ(fail(url_of("https", "[::ffff:127.0.0.1]", wrong.port())).failure, TransportFailure::tls);
}

TEST_P(TransportConnecting, resolves_the_name_of_a_proxy_and_leaves_that_of_the_host_to_it) {
    const FakeName name{{"127.0.0.2", "127.0.0.1"}};
    RawServer proxy{always(http_answer(200, "x"))};
    options.proxy = Proxy{"http://" + FakeName::name() + ':' + std::to_string(proxy.port()), {}, {}};
    transport = make(options);
    EXPECT_EQ(get("http://host.invalid/").body, "x");
    EXPECT_EQ(proxy.requests()[0].target, "http://host.invalid/");
}

/// Sockets that a program would inherit if this process started one.
int inherited_sockets() {
    int count = 0;
    const std::unique_ptr<DIR, int (*)(DIR*)> folder{::opendir("/proc/self/fd"), ::closedir};
    while (const dirent* entry = ::readdir(folder.get())) {
        const int descriptor = std::atoi(entry->d_name);
        struct stat status {};
        if (::fstat(descriptor, &status) != 0 || !S_ISSOCK(status.st_mode)) continue;
        if ((::fcntl(descriptor, F_GETFD) & FD_CLOEXEC) == 0) ++count;
    }
    return count;
}

TEST_P(TransportConnecting, keeps_no_socket_that_other_programs_inherit) {
    const int before = inherited_sockets();
    const CertificateAuthority authority;
    trust(authority);
    RawServer plain{always(http_answer(200, "x"))};
    RawServer secure{always(http_answer(200, "x")), ServerTls{authority.issue(), {}, {}}};
    get(plain.url());
    get(secure.url());
    EXPECT_EQ(inherited_sockets(), before);
}

TEST_P(TransportConnecting, opens_no_socket_that_other_programs_inherit) {
    if (!GetParam().opens_sockets_close_on_exec) GTEST_SKIP() << "its library opens them";
    const int before = inherited_sockets();
    const CertificateAuthority authority;
    trust(authority);
    std::atomic<int> most{0};
    const auto answer = [&](const ReceivedRequest&) {
        most = std::max<int>(most, inherited_sockets());
        return http_answer(200, "x");
    };
    RawServer plain{answering(answer)};
    RawServer secure{answering(answer), ServerTls{authority.issue(), {}, {}}};
    get(plain.url());
    get(secure.url());
    RawServer proxy{[&](ServerConnection& connection) {
        if (connection.read_request() && connection.write("HTTP/1.1 200 OK\r\n\r\n"))
            connection.tunnel_to(secure.port());
    }};
    options.proxy = Proxy{"http://127.0.0.1:" + std::to_string(proxy.port()), {}, {}};
    transport = make(options);
    get(secure.url());
    EXPECT_EQ(most, before);
}

/// Setting TLS up takes the processor for long on cpprestsdk.
TEST_P(TransportConnecting, ends_most_calls_at_their_deadlines_while_many_threads_connect) {
    constexpr int threads = 16;
    constexpr int calls = 8;
    RawServer silent{[](ServerConnection& connection) { connection.wait_for_client_to_leave(); }};
    const HttpRequest request = get_of(url_of("https", "localhost", silent.port()));
    std::atomic<int> late{0};
    std::vector<std::thread> callers;
    for (int t = 0; t < threads; ++t)
        callers.emplace_back([&] {
            for (int i = 0; i < calls; ++i) {
                const FailedCall call = fail(request, within(50ms));
                EXPECT_EQ(call.failure, TransportFailure::timeout) << call.message;
                if (call.took > 50ms + prompt) ++late;
            }
        });
    for (std::thread& caller : callers) caller.join();
    EXPECT_LE(late, threads * calls / 20);
}

}  // namespace
}  // namespace apivideo::tests
