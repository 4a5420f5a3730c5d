// SPDX-License-Identifier: MIT
// Contract of transports: connections to a server that is known already resume a TLS session.
#include "http/transport_contract.hpp"

#include "support/certificates.hpp"
#include "support/gate.hpp"
#include "support/temporary_file.hpp"

#include <openssl/ssl.h>

#include <string>
#include <thread>
#include <vector>

namespace apivideo::tests {
namespace {

class TransportTlsSessions : public TransportContract {
  protected:
    TransportTlsSessions() { transport = make(options()); }

    [[nodiscard]] TransportOptions options() const {
        TransportOptions options;
        options.ca_file = ca_file.path();
        return options;
    }
    [[nodiscard]] ServerTls server_tls(int version) const { return {authority.issue(), {}, version}; }
    void expect_second_resumed(RawServer& server, const std::string& body) {
        for (std::size_t i = 1; i <= 2; ++i) {
            EXPECT_EQ(get(server.url()).body, body);
            ASSERT_TRUE(server.wait_for_ended_connections(i));
        }
        EXPECT_EQ(server.resumed_handshake_count(), 1U);
    }

    CertificateAuthority authority{};
    TemporaryFile ca_file{authority.certificate_pem()};
    static constexpr int versions[] = {TLS1_2_VERSION, TLS1_3_VERSION};
};

INSTANTIATE_TEST_SUITE_P(Of, TransportTlsSessions, ::testing::ValuesIn(transport_kinds()), name_of_kind);

TEST_P(TransportTlsSessions, are_resumed_by_every_later_connection) {
    for (const int version : versions) {
        RawServer server{once(http_answer(200, "secure")), server_tls(version)};
        for (std::size_t i = 1; i <= 4; ++i) {
            EXPECT_EQ(get(server.url()).body, "secure");
            ASSERT_TRUE(server.wait_for_ended_connections(i));
            EXPECT_EQ(server.resumed_handshake_count(), i - 1);
        }
    }
}

TEST_P(TransportTlsSessions, are_resumed_by_tickets_alone) {
    for (const int version : versions) {
        ServerTls tls = server_tls(version);
        tls.forgets_sessions = true;
        RawServer server{once(http_answer(200, "secure")), tls};
        expect_second_resumed(server, "secure");
    }
}

TEST_P(TransportTlsSessions, are_resumed_by_sixteen_connections_at_once) {
    for (const int version : versions) {
        Gate all_there;
        RawServer server{[&all_there](ServerConnection& connection) {
                             if (!connection.read_request()) return;
                             if (connection.index() > 0) all_there.wait();
                             connection.write(http_answer(200, "secure"));
                         },
                         server_tls(version)};
        EXPECT_EQ(get(server.url()).body, "secure");
        ASSERT_TRUE(server.wait_for_ended_connections(1));
        std::vector<std::thread> threads;
        for (int i = 0; i < 16; ++i) threads.emplace_back([&] { EXPECT_EQ(get(server.url()).body, "secure"); });
        EXPECT_TRUE(server.wait_for_requests(17));
        all_there.open();
        for (std::thread& thread : threads) thread.join();
        EXPECT_EQ(server.connection_count(), 17U);
        EXPECT_EQ(server.resumed_handshake_count(), 16U);
    }
}

TEST_P(TransportTlsSessions, belong_to_one_transport) {
    for (const int version : versions) {
        RawServer server{once(http_answer(200, "secure")), server_tls(version)};
        for (int i = 0; i < 3; ++i) {
            transport = make(options());
            EXPECT_EQ(get(server.url()).body, "secure");
        }
        EXPECT_EQ(server.resumed_handshake_count(), 0U);
    }
}

TEST_P(TransportTlsSessions, belong_to_one_origin) {
    RawServer first{once(http_answer(200, "secure")), server_tls(TLS1_3_VERSION)};
    RawServer second{once(http_answer(200, "secure")), server_tls(TLS1_3_VERSION)};
    EXPECT_EQ(get(first.url()).body, "secure");
    EXPECT_EQ(get(second.url()).body, "secure");
    EXPECT_EQ(get("https://127.0.0.1:" + std::to_string(first.port()) + '/').body, "secure");
    EXPECT_EQ(first.resumed_handshake_count() + second.resumed_handshake_count(), 0U);
}

TEST_P(TransportTlsSessions, are_resumed_with_a_client_certificate) {
    const Certificate client = authority.issue();
    const TemporaryFile certificate{client.certificate_pem};
    const TemporaryFile key{client.key_pem};
    TransportOptions with_certificate = options();
    with_certificate.client_certificate = ClientCertificate{certificate.path(), key.path()};
    transport = make(with_certificate);
    for (const int version : versions) {
        ServerTls tls = server_tls(version);
        tls.client_authority_pem = authority.certificate_pem();
        RawServer server{once(http_answer(200, "known")), tls};
        expect_second_resumed(server, "known");
    }
}

TEST_P(TransportTlsSessions, are_given_up_where_the_server_no_longer_knows_them) {
    for (const int version : versions) {
        std::uint16_t port = 0;
        {
            RawServer before{once(http_answer(200, "before")), server_tls(version)};
            port = before.port();
            EXPECT_EQ(get(before.url()).body, "before");
        }
        RawServer after{once(http_answer(200, "after")), server_tls(version), port};
        EXPECT_EQ(get(after.url()).body, "after");
        EXPECT_EQ(after.resumed_handshake_count(), 0U);
    }
}

}  // namespace
}  // namespace apivideo::tests
