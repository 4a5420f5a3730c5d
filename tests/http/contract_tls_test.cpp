// SPDX-License-Identifier: MIT
// Contract of transports: TLS 1.2 or newer with the right server, or a refusal that says why.
#include "http/transport_contract.hpp"

#include "support/certificates.hpp"
#include "support/environment_variable.hpp"
#include "support/temporary_file.hpp"

#include <openssl/ssl.h>

#include <filesystem>
#include <string>

namespace apivideo::tests {
namespace {

class TransportTls : public TransportContract {
  protected:
    TransportTls() { trust(authority); }

    void trust(const CertificateAuthority& trusted) {
        const TemporaryFile ca_file{trusted.certificate_pem()};
        TransportOptions options;
        options.ca_file = ca_file.path();
        transport = make(options);
    }

    /// A call to a server with @p tls has to be refused, before a request is sent and for a reason that has these
    /// words.
    void expect_refused(const ServerTls& tls, const std::string& words) {
        RawServer server{always(http_answer(200, "")), tls};
        const FailedCall call = fail(server.url());
        EXPECT_EQ(call.failure, TransportFailure::tls) << call.message;
        EXPECT_NE(call.message.find(words), std::string::npos) << call.message;
        EXPECT_TRUE(server.requests().empty());
    }
    void expect_refused(const CertificateRequest& request, const std::string& words) {
        expect_refused(ServerTls{authority.issue(request), {}, {}}, words);
    }

    CertificateAuthority authority{};
};

INSTANTIATE_TEST_SUITE_P(Of, TransportTls, ::testing::ValuesIn(transport_kinds()), name_of_kind);

TEST_P(TransportTls, talks_to_a_server_with_a_right_certificate) {
    RawServer server{always(http_answer(200, "secure")), ServerTls{authority.issue(), {}, {}}};
    EXPECT_EQ(get(server.url()).body, "secure");
    EXPECT_EQ(get("https://127.0.0.1:" + std::to_string(server.port()) + '/').body, "secure");
    EXPECT_EQ(get("https://LOCALHOST:" + std::to_string(server.port()) + '/').body, "secure");
}

TEST_P(TransportTls, takes_a_rooted_name_for_the_same_host) {
    RawServer server{always(http_answer(200, "secure")), ServerTls{authority.issue(), {}, {}}};
    RawServer proxy{[&server](ServerConnection& connection) {  // few systems look up localhost with a dot
        if (connection.read_request() && connection.write("HTTP/1.1 200 OK\r\n\r\n"))
            connection.tunnel_to(server.port());
    }};
    const TemporaryFile ca_file{authority.certificate_pem()};
    TransportOptions options;
    options.ca_file = ca_file.path();
    options.proxy = Proxy{proxy.url(""), {}, {}};
    transport = make(options);
    EXPECT_EQ(get("https://localhost./").body, "secure");
    EXPECT_EQ(fail("https://other.example./").failure, TransportFailure::tls);
}

TEST_P(TransportTls, uses_a_connection_again) {
    RawServer server{always(http_answer(200, "secure")), ServerTls{authority.issue(), {}, {}}};
    for (int i = 0; i < 10; ++i) get(server.url());
    EXPECT_LE(server.connection_count(), 2U);
}

TEST_P(TransportTls, answers_a_get_although_the_server_closed_the_idle_connection) {
    RawServer server{once(http_answer(200, "secure")), ServerTls{authority.issue(), {}, {}}};
    for (std::size_t i = 1; i <= 3; ++i) {
        EXPECT_EQ(get(server.url()).body, "secure");
        ASSERT_TRUE(server.wait_for_ended_connections(i));
    }
}

TEST_P(TransportTls, talks_tls_1_2_and_1_3) {
    for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
        RawServer server{always(http_answer(200, "secure")), ServerTls{authority.issue(), {}, version}};
        EXPECT_EQ(get(server.url()).body, "secure");
    }
}

TEST_P(TransportTls, gives_large_bodies_whole) {
    const std::string body(3'000'000, 's');
    RawServer server{always(http_answer(200, body)), ServerTls{authority.issue(), {}, {}}};
    EXPECT_TRUE(get(server.url()).body == body);
}

TEST_P(TransportTls, says_that_a_body_was_cut_off) {
    RawServer server{once("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n123"), ServerTls{authority.issue(), {}, {}}};
    EXPECT_EQ(fail(server.url()).failure, TransportFailure::truncated);
}

TEST_P(TransportTls, never_takes_what_comes_unasked_for_the_next_answer) {
    Gate answered;
    Gate written;
    RawServer server{sending_more_than_asked_for(answered, written), ServerTls{authority.issue(), {}, {}}};
    expect_nothing_unasked_taken(server.url(), answered, written);
}

TEST_P(TransportTls, never_takes_what_comes_unasked_along_with_an_answer_for_the_next_one) {
    Gate answered;
    Gate written;
    answered.open();
    RawServer server{sending_more_than_asked_for(answered, written), ServerTls{authority.issue(), {}, {}}};
    expect_nothing_unasked_taken(server.url(), answered, written);
}

TEST_P(TransportTls, takes_a_body_that_ends_with_the_connection_for_whole_only_where_the_server_says_so) {
    for (const bool in_order : {true, false}) {
        RawServer server{[in_order](ServerConnection& connection) {
                             if (!connection.read_request()) return;
                             connection.write("HTTP/1.1 404 Not Found\r\n\r\nthe vid");
                             in_order ? connection.close() : connection.cut();
                         },
                         ServerTls{authority.issue(), {}, {}}};
        if (in_order)
            EXPECT_EQ(get(server.url()).body, "the vid");
        else
            EXPECT_EQ(fail(server.url()).failure, TransportFailure::truncated);
    }
}

TEST_P(TransportTls, writes_its_keys_to_no_file_that_the_environment_names) {
    const TemporaryFile file{""};
    const EnvironmentVariable variable{"SSLKEYLOGFILE", file.path()};
    trust(authority);
    RawServer server{always(http_answer(200, "secure")), ServerTls{authority.issue(), {}, {}}};
    EXPECT_EQ(get(server.url()).body, "secure");
    EXPECT_EQ(std::filesystem::file_size(file.path()), 0U);
}

TEST_P(TransportTls, refuses_an_expired_certificate) {
    CertificateRequest request;
    request.valid_from = -2h;
    request.valid_until = -1h;
    expect_refused(request, "expired");
}

TEST_P(TransportTls, refuses_a_certificate_that_is_not_valid_yet) {
    CertificateRequest request;
    request.valid_from = 1h;
    request.valid_until = 2h;
    expect_refused(request, "not valid yet");
}

TEST_P(TransportTls, refuses_a_certificate_for_another_host) {
    CertificateRequest request;
    request.common_name = "other.example";
    request.alternative_names = {"DNS:other.example"};
    expect_refused(request, "for another host");
}

TEST_P(TransportTls, does_not_take_the_common_name_for_the_host) {
    CertificateRequest request;
    request.common_name = "localhost";
    request.alternative_names = {};
    expect_refused(request, "for another host");
    request.alternative_names = {"DNS:other.example"};
    expect_refused(request, "for another host");
}

TEST_P(TransportTls, does_not_take_a_name_for_an_address) {
    CertificateRequest request;
    request.alternative_names = {"DNS:localhost", "DNS:127.0.0.1"};
    RawServer server{always(http_answer(200, "")), ServerTls{authority.issue(request), {}, {}}};
    EXPECT_EQ(fail("https://127.0.0.1:" + std::to_string(server.port()) + '/').failure, TransportFailure::tls);
    EXPECT_TRUE(server.requests().empty());
}

TEST_P(TransportTls, refuses_a_certificate_of_an_unknown_authority) {
    expect_refused(ServerTls{CertificateAuthority{"Unknown"}.issue(), {}, {}}, "unknown certificate authority");
}

TEST_P(TransportTls, refuses_its_authority_where_no_file_names_it) {
    RawServer server{always(http_answer(200, "")), ServerTls{authority.issue(), {}, {}}};
    transport = make();
    const FailedCall call = fail(server.url());
    EXPECT_EQ(call.failure, TransportFailure::tls) << call.message;
    EXPECT_TRUE(server.requests().empty());
}

TEST_P(TransportTls, takes_no_authorities_from_the_environment) {
    const TemporaryFile ca_file{authority.certificate_pem()};
    const EnvironmentVariable variable{"SSL_CERT_FILE", ca_file.path()};
    RawServer server{always(http_answer(200, "")), ServerTls{authority.issue(), {}, {}}};
    transport = make();
    for (int i = 0; i < 2; ++i) EXPECT_EQ(fail(server.url()).failure, TransportFailure::tls);
    EXPECT_TRUE(server.requests().empty());
}

TEST_P(TransportTls, refuses_a_self_signed_certificate) {
    expect_refused(ServerTls{self_signed_certificate(), {}, {}}, "self-signed");
}

TEST_P(TransportTls, refuses_versions_before_1_2) {
    expect_refused(ServerTls{authority.issue(), {}, TLS1_1_VERSION}, "too old");
}

TEST_P(TransportTls, says_that_the_server_wants_a_client_certificate) {
    for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION})
        expect_refused(ServerTls{authority.issue(), authority.certificate_pem(), version}, "client certificate");
}

TEST_P(TransportTls, shows_its_client_certificate) {
    const TemporaryFile ca_file{authority.certificate_pem()};
    const Certificate client = authority.issue();
    const TemporaryFile certificate{client.certificate_pem};
    const TemporaryFile key{client.key_pem};
    TransportOptions options;
    options.ca_file = ca_file.path();
    options.client_certificate = ClientCertificate{certificate.path(), key.path()};
    transport = make(options);
    RawServer server{always(http_answer(200, "known")), ServerTls{authority.issue(), authority.certificate_pem(), {}}};
    EXPECT_EQ(get(server.url()).body, "known");
}

TEST_P(TransportTls, says_that_its_client_certificate_was_refused) {
    const TemporaryFile ca_file{authority.certificate_pem()};
    const Certificate client = CertificateAuthority{"Unknown"}.issue();
    const TemporaryFile certificate{client.certificate_pem};
    const TemporaryFile key{client.key_pem};
    TransportOptions options;
    options.ca_file = ca_file.path();
    options.client_certificate = ClientCertificate{certificate.path(), key.path()};
    transport = make(options);
    RawServer server{always(http_answer(200, "")), ServerTls{authority.issue(), authority.certificate_pem(), {}}};
    const FailedCall call = fail(server.url());
    // The connection may be gone before the refusal is read.
    if (call.failure == TransportFailure::connection_closed)
        EXPECT_NE(call.message.find("client certificate"), std::string::npos) << call.message;
    else
        EXPECT_EQ(call.failure, TransportFailure::tls) << call.message;
    EXPECT_TRUE(server.requests().empty());
}

TEST_P(TransportTls, says_that_the_other_side_does_not_speak_tls) {
    RawServer server{[](ServerConnection& connection) {
        if (!connection.read_some().empty()) connection.write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
    }};
    const FailedCall call = fail("https://localhost:" + std::to_string(server.port()) + '/');
    EXPECT_EQ(call.failure, TransportFailure::tls) << call.message;
    EXPECT_NE(call.message.find("does not speak TLS"), std::string::npos) << call.message;
}

TEST_P(TransportTls, says_that_the_connection_ended_within_the_handshake) {
    for (const bool with_reset : {false, true}) {
        RawServer server{[with_reset](ServerConnection& connection) {
            static_cast<void>(connection.read_some());
            with_reset ? connection.reset() : connection.close();
        }};
        const FailedCall call = fail("https://localhost:" + std::to_string(server.port()) + '/');
        EXPECT_EQ(call.failure, TransportFailure::connection_closed) << call.message;
        EXPECT_NE(call.message.find("closed during the TLS handshake"), std::string::npos) << call.message;
    }
}

TEST_P(TransportTls, is_usable_after_a_refusal) {
    expect_refused(ServerTls{self_signed_certificate(), {}, {}}, "self-signed");
    RawServer server{always(http_answer(200, "secure")), ServerTls{authority.issue(), {}, {}}};
    EXPECT_EQ(get(server.url()).body, "secure");
}

}  // namespace
}  // namespace apivideo::tests
