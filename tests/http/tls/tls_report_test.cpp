// SPDX-License-Identifier: MIT
// What is observed on a connection, and which session it resumes: handshakes in memory, without a transport.
#include "http/tls/tls_report.hpp"
#include "http/tls/tls_failures.hpp"
#include "http/tls/tls_settings.hpp"

#include <gtest/gtest.h>
#include <openssl/err.h>
#include <openssl/pem.h>

#include "support/certificates.hpp"
#include "support/temporary_file.hpp"

#include <memory>
#include <string>

namespace apivideo::detail {
namespace {

using tests::CertificateAuthority;

template <class Value, class Read, class Free>
std::shared_ptr<Value> from_pem(const std::string& pem, Read read, Free free) {
    const std::unique_ptr<BIO, int (*)(BIO*)> memory{BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())),
                                                     BIO_free};
    return {read(memory.get(), nullptr, nullptr, nullptr), free};
}

std::shared_ptr<SSL_CTX> server_context(const tests::Certificate& certificate, int version) {
    std::shared_ptr<SSL_CTX> context{SSL_CTX_new(TLS_server_method()), SSL_CTX_free};
    SSL_CTX_set_max_proto_version(context.get(), version);
    SSL_CTX_use_certificate(context.get(),
                            from_pem<X509>(certificate.certificate_pem, PEM_read_bio_X509, X509_free).get());
    SSL_CTX_use_PrivateKey(context.get(),
                           from_pem<EVP_PKEY>(certificate.key_pem, PEM_read_bio_PrivateKey, EVP_PKEY_free).get());
    return context;
}

/// A client with the settings of a transport, and a server, which exchange bytes in memory.
class Pair {
  public:
    Pair(const TlsSettings& settings, SSL_CTX& server_settings, const std::string& url = "https://localhost/") {
        SSL_CTX_set_verify(client_context_.get(), SSL_VERIFY_PEER, nullptr);  // as HTTP libraries do
        settings.apply(*client_context_, parse_url(url), report);
        client = {SSL_new(client_context_.get()), SSL_free};
        server = {SSL_new(&server_settings), SSL_free};
        BIO* client_end = nullptr;
        BIO* server_end = nullptr;
        BIO_new_bio_pair(&client_end, 0, &server_end, 0);
        SSL_set_bio(client.get(), client_end, client_end);
        SSL_set_bio(server.get(), server_end, server_end);
        SSL_set_connect_state(client.get());
        SSL_set_accept_state(server.get());
    }

    /// @return whether it succeeded.
    bool shake_hands() {
        for (int i = 0; i < 10; ++i) {
            SSL_do_handshake(client.get());
            SSL_do_handshake(server.get());
        }
        char none = 0;
        SSL_read(client.get(), &none, 0);  // TLS 1.3 sends sessions after the handshake
        return SSL_is_init_finished(client.get()) == 1 && SSL_is_init_finished(server.get()) == 1;
    }
    [[nodiscard]] bool resumed() const { return SSL_session_reused(client.get()) == 1; }

    TlsReport report{};  // outlives the connection
    std::shared_ptr<SSL> client{};
    std::shared_ptr<SSL> server{};

  private:
    std::shared_ptr<SSL_CTX> client_context_{SSL_CTX_new(TLS_client_method()), SSL_CTX_free};
};

class Reports : public ::testing::TestWithParam<int> {
  protected:
    [[nodiscard]] TlsSettings make_settings() const {
        const tests::TemporaryFile file{authority.certificate_pem()};
        TransportOptions options;
        options.ca_file = file.path();
        return TlsSettings{options};
    }
    [[nodiscard]] std::shared_ptr<SSL_CTX> server_of(const tests::Certificate& certificate) const {
        return server_context(certificate, GetParam());
    }

    CertificateAuthority authority{};
    TlsSettings settings{make_settings()};
    std::shared_ptr<SSL_CTX> server{server_of(authority.issue())};
};

INSTANTIATE_TEST_SUITE_P(Of, Reports, ::testing::Values(TLS1_2_VERSION, TLS1_3_VERSION),
                         [](const auto& version) { return version.param == TLS1_2_VERSION ? "Tls12" : "Tls13"; });

TEST_P(Reports, tell_how_far_the_handshake_came) {
    Pair pair{settings, *server};
    EXPECT_FALSE(pair.report.handshake_begun);
    SSL_do_handshake(pair.client.get());
    EXPECT_TRUE(pair.report.handshake_begun);
    EXPECT_TRUE(pair.report.failed_within_handshake());
    EXPECT_TRUE(pair.shake_hands());
    EXPECT_TRUE(pair.report.handshake_begun);
    EXPECT_FALSE(pair.report.failed_within_handshake());
    pair.report.reset();
    EXPECT_FALSE(pair.report.handshake_begun);
    EXPECT_FALSE(pair.report.failed_within_handshake());
}

TEST_P(Reports, tell_whether_anything_was_left_unread) {
    Pair pair{settings, *server};
    EXPECT_FALSE(pair.report.has_unread());
    EXPECT_TRUE(pair.shake_hands());
    pair.report.reset();  // before the next exchange on the same connection
    EXPECT_FALSE(pair.report.has_unread());
    SSL_write(pair.server.get(), "12345", 5);
    char bytes[5] = {};
    EXPECT_EQ(SSL_read(pair.client.get(), bytes, 4), 4);
    EXPECT_TRUE(pair.report.has_unread());
    EXPECT_EQ(SSL_read(pair.client.get(), bytes, 5), 1);
    EXPECT_FALSE(pair.report.has_unread());
}

TEST_P(Reports, tell_whether_the_server_closed_the_latest_connection) {
    for (const bool before_the_next : {true, false}) {
        Pair pair{settings, *server};
        EXPECT_TRUE(pair.shake_hands());
        SSL_shutdown(pair.server.get());
        char byte = 0;
        if (before_the_next) {
            EXPECT_LE(SSL_read(pair.client.get(), &byte, 1), 0);
            EXPECT_TRUE(pair.report.close_notified);
        }
        const std::shared_ptr<SSL> next{SSL_new(SSL_get_SSL_CTX(pair.client.get())), SSL_free};
        SSL_set_bio(next.get(), BIO_new(BIO_s_mem()), BIO_new(BIO_s_mem()));
        SSL_connect(next.get());
        EXPECT_LE(SSL_read(pair.client.get(), &byte, 1), 0);
        EXPECT_FALSE(pair.report.close_notified) << "the next one is open";
    }
}

TEST_P(Reports, lead_to_a_session_that_any_number_of_connections_resume) {
    Pair first{settings, *server};
    EXPECT_TRUE(first.shake_hands());
    EXPECT_FALSE(first.resumed());
    first.client.reset();  // without a word to the server
    for (int i = 0; i < 3; ++i) {
        Pair next{settings, *server};
        EXPECT_TRUE(next.shake_hands());
        EXPECT_TRUE(next.resumed());
        next.client.reset();
    }
    Pair other_origin{settings, *server, "https://localhost:444/"};
    EXPECT_TRUE(other_origin.shake_hands());
    EXPECT_FALSE(other_origin.resumed());
}

TEST_P(Reports, forget_a_session_with_which_a_handshake_failed) {
    EXPECT_TRUE((Pair{settings, *server}.shake_hands()));
    {
        Pair cut{settings, *server};
        SSL_do_handshake(cut.client.get());
    }
    Pair next{settings, *server};
    EXPECT_TRUE(next.shake_hands());
    EXPECT_FALSE(next.resumed());
}

TEST_P(Reports, take_a_refused_session_for_a_cut_handshake) {
    const int alert = ERR_PACK(ERR_LIB_SSL, 0, SSL_R_SSLV3_ALERT_HANDSHAKE_FAILURE);
    Pair first{settings, *server};
    SSL_do_handshake(first.client.get());
    EXPECT_FALSE(is_cut_handshake(first.report, alert)) << "no session was offered";
    EXPECT_TRUE(first.shake_hands());
    Pair resuming{settings, *server};
    SSL_do_handshake(resuming.client.get());
    EXPECT_TRUE(is_cut_handshake(resuming.report, alert));
}

TEST_P(Reports, lead_to_no_session_where_the_certificate_was_refused) {
    const std::shared_ptr<SSL_CTX> wrong = server_of(CertificateAuthority{"Unknown"}.issue());
    for (int i = 0; i < 2; ++i) {
        Pair refused{settings, *wrong};
        EXPECT_FALSE(refused.shake_hands());
        EXPECT_FALSE(refused.resumed());
        EXPECT_FALSE(is_cut_handshake(refused.report, 0)) << "it was not cut";
        EXPECT_NE(describe_tls_failure(refused.report, 0).find("unknown certificate authority"), std::string::npos);
    }
}

TEST_P(Reports, verify_the_host_of_a_rooted_name_without_its_dot) {
    Pair rooted{settings, *server, "https://localhost./"};
    EXPECT_TRUE(rooted.shake_hands());
    Pair other{settings, *server, "https://other.example./"};
    EXPECT_FALSE(other.shake_hands());
    EXPECT_EQ(other.report.verify_error, X509_V_ERR_HOSTNAME_MISMATCH);
    Pair dot{settings, *server, "https://./"};
    EXPECT_FALSE(dot.shake_hands());
}

TEST(Sessions, are_of_a_bounded_number_of_origins) {
    TlsSessions sessions;
    const std::shared_ptr<TlsSession> first = sessions.of("https://first");
    for (std::size_t i = 1; i < TlsSessions::max_origins; ++i) (void)sessions.of(std::to_string(i));
    EXPECT_EQ(sessions.of("https://first"), first);
    (void)sessions.of("https://one.too.many");
    EXPECT_NE(sessions.of("https://first"), first);
}

}  // namespace
}  // namespace apivideo::detail
