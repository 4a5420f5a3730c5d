// SPDX-License-Identifier: MIT
// libcurl's codes as failures: every one that an exchange over HTTP can end with.
#include "http/curl/failure_mapping.hpp"

#include "support/print_failure.hpp"

#include <gtest/gtest.h>
#include <openssl/ssl.h>
#include <openssl/x509_vfy.h>

#include <new>
#include <set>
#include <string>

namespace apivideo::detail::curl {
namespace {

using Failure = TransportFailure;

const Url url = parse_url("https://host/");

class CurlFailures : public ::testing::Test {
  protected:
    [[nodiscard]] TransportException of(CURLcode code) const { return to_transport_exception(code, context); }

    TlsReport tls{};
    FailureContext context{url, tls};
};

struct Row {
    CURLcode code;
    Failure failure;
};

constexpr Row rows[] = {
    {CURLE_COULDNT_RESOLVE_HOST, Failure::resolve},
    {CURLE_COULDNT_RESOLVE_PROXY, Failure::resolve},
    {CURLE_COULDNT_CONNECT, Failure::connect},
    {CURLE_OPERATION_TIMEDOUT, Failure::connect},
    {CURLE_PROXY, Failure::proxy},
    {CURLE_GOT_NOTHING, Failure::connection_closed},
    {CURLE_SEND_ERROR, Failure::connection_closed},
    {CURLE_SEND_FAIL_REWIND, Failure::connection_closed},
    {CURLE_RECV_ERROR, Failure::connection_closed},
    {CURLE_PARTIAL_FILE, Failure::truncated},
    {CURLE_WEIRD_SERVER_REPLY, Failure::protocol},
    {CURLE_BAD_FUNCTION_ARGUMENT, Failure::protocol},
    {CURLE_UNSUPPORTED_PROTOCOL, Failure::protocol},
    {CURLE_BAD_CONTENT_ENCODING, Failure::protocol},
    {static_cast<CURLcode>(100), Failure::too_large},
    {CURLE_URL_MALFORMAT, Failure::invalid_request},
    {CURLE_SSL_CONNECT_ERROR, Failure::tls},
    {CURLE_PEER_FAILED_VERIFICATION, Failure::tls},
    {CURLE_SSL_ENGINE_NOTFOUND, Failure::tls},
    {CURLE_SSL_ENGINE_SETFAILED, Failure::tls},
    {CURLE_SSL_ENGINE_INITFAILED, Failure::tls},
    {CURLE_SSL_CERTPROBLEM, Failure::tls},
    {CURLE_SSL_CIPHER, Failure::tls},
    {CURLE_SSL_CACERT_BADFILE, Failure::tls},
    {CURLE_SSL_SHUTDOWN_FAILED, Failure::tls},
    {CURLE_SSL_CRL_BADFILE, Failure::tls},
    {CURLE_SSL_ISSUER_ERROR, Failure::tls},
    {CURLE_SSL_PINNEDPUBKEYNOTMATCH, Failure::tls},
    {CURLE_SSL_INVALIDCERTSTATUS, Failure::tls},
    {CURLE_SSL_CLIENTCERT, Failure::tls},
};

TEST_F(CurlFailures, have_a_kind_for_every_code) {
    for (const Row& row : rows) {
        EXPECT_EQ(of(row.code).failure(), row.failure) << curl_easy_strerror(row.code);
        const std::string text = of(row.code).what();
        EXPECT_EQ(text.substr(0, 18), "https://host:443: ");
        EXPECT_GT(text.size(), 30U) << text;
    }
}

TEST_F(CurlFailures, are_other_for_codes_that_http_does_not_have) {
    std::set<int> known{CURLE_OK, CURLE_OUT_OF_MEMORY};
    for (const Row& row : rows) known.insert(row.code);
    for (int code = 1; code < CURL_LAST; ++code) {
        if (known.count(code) > 0) continue;
        EXPECT_EQ(of(static_cast<CURLcode>(code)).failure(), Failure::other) << code;
    }
}

TEST_F(CurlFailures, are_a_large_head_where_memory_ends_within_an_answer_and_no_memory_before) {
    EXPECT_THROW(static_cast<void>(of(CURLE_OUT_OF_MEMORY)), std::bad_alloc);
    context.response_received = true;
    EXPECT_EQ(of(CURLE_OUT_OF_MEMORY).failure(), Failure::too_large);
}

TEST_F(CurlFailures, tell_a_lost_connection_before_an_answer_from_one_within_it) {
    EXPECT_EQ(of(CURLE_RECV_ERROR).failure(), Failure::connection_closed);
    context.response_begun = true;
    EXPECT_EQ(of(CURLE_RECV_ERROR).failure(), Failure::truncated);
}

TEST_F(CurlFailures, tell_a_malformed_chunk_from_a_lost_connection) {
    context.response_begun = true;
    context.error_text = "Illegal or missing hexadecimal sequence in chunked-encoding";
    EXPECT_EQ(of(CURLE_RECV_ERROR).failure(), Failure::protocol);
}

TEST_F(CurlFailures, name_the_proxy_where_it_is_the_one) {
    context.has_proxy = true;
    EXPECT_STREQ(of(CURLE_COULDNT_CONNECT).what(), "https://host:443: could not connect to the proxy");
    context.opens_tunnel = true;
    EXPECT_EQ(of(CURLE_RECV_ERROR).failure(), Failure::proxy);
    EXPECT_EQ(of(CURLE_GOT_NOTHING).failure(), Failure::proxy);
}

TEST_F(CurlFailures, give_the_status_with_which_the_proxy_refused_a_tunnel) {
    context.tunnel_status = 403;
    EXPECT_EQ(of(CURLE_COULDNT_CONNECT).failure(), Failure::proxy);
    EXPECT_STREQ(of(CURLE_RECV_ERROR).what(), "https://host:443: the proxy refused to open a tunnel (403)");
    context.tunnel_status = 407;
    EXPECT_STREQ(of(CURLE_RECV_ERROR).what(),
                 "https://host:443: the proxy requires a valid user name and password (407)");
    context.tunnel_status = 200;
    EXPECT_EQ(of(CURLE_RECV_ERROR).failure(), Failure::connection_closed);
}

TEST_F(CurlFailures, say_what_openssl_found) {
    tls.verify_error = X509_V_ERR_CERT_HAS_EXPIRED;
    EXPECT_STREQ(of(CURLE_PEER_FAILED_VERIFICATION).what(), "https://host:443: the server's certificate has expired");
    tls.reset();
    context.error_text = "error:0A000102:SSL routines::unsupported protocol";
    EXPECT_STREQ(of(CURLE_SSL_CONNECT_ERROR).what(),
                 "https://host:443: the server's version of TLS is too old, expected TLS 1.2 or newer");
    context.error_text = "OpenSSL/3.0.2: error:0A00010B:SSL routines::wrong version number";
    EXPECT_STREQ(of(CURLE_SSL_CONNECT_ERROR).what(), "https://host:443: the server does not speak TLS on this port");
}

TEST_F(CurlFailures, find_the_code_of_openssl_in_the_texts_of_every_libcurl) {
    for (const char* text : {"error:0A00010B:SSL routines::wrong version number",
                             "TLS connect error: error:0A00010B:SSL routines::wrong version number",
                             "TLS connect error: error:0A0000C6:SSL routines::packet length too long",
                             "TLS connect error: error:0A000139:SSL routines::record layer failure",
                             "TLS connect error: error:0A00010B:lib(20)::reason(267)"}) {
        context.error_text = text;
        tls.handshake_begun = true;
        EXPECT_EQ(of(CURLE_SSL_CONNECT_ERROR).failure(), Failure::tls) << text;
        EXPECT_STREQ(of(CURLE_SSL_CONNECT_ERROR).what(), "https://host:443: the server does not speak TLS on this port")
            << text;
    }
    for (const char* text : {"error:0A00042E:SSL routines::tlsv1 alert protocol version",
                             "TLS connect error: error:0A00042E:SSL routines::tlsv1 alert protocol version",
                             "TLS connect error: error:0A000102:SSL routines::unsupported protocol"}) {
        context.error_text = text;
        EXPECT_STREQ(of(CURLE_SSL_CONNECT_ERROR).what(),
                     "https://host:443: the server's version of TLS is too old, expected TLS 1.2 or newer")
            << text;
    }
}

class CutHandshakes : public CurlFailures {
  protected:
    CutHandshakes() { tls.handshake_begun = true; }
};

constexpr const char* texts_of_cut_handshakes[] = {
    "",
    "error:",
    "error:zz",
    "error:0A0001",
    "OpenSSL SSL_connect: Connection reset by peer in connection to host:443 ",
    "OpenSSL SSL_connect: SSL_ERROR_SYSCALL in connection to host:443 ",
    "TLS connect error: unexpected eof while reading",
    "TLS connect error: error:00000000:lib(0)::reason(0)",
    "error:0A000126:SSL routines::unexpected eof while reading",
    "TLS connect error: error:0A000126:SSL routines::unexpected eof while reading",
};

TEST_F(CutHandshakes, are_closed_connections) {
    for (const char* text : texts_of_cut_handshakes) {
        context.error_text = text;
        for (const CURLcode code : {CURLE_SSL_CONNECT_ERROR, CURLE_RECV_ERROR, CURLE_SEND_ERROR}) {
            EXPECT_EQ(of(code).failure(), Failure::connection_closed) << text;
            EXPECT_STREQ(of(code).what(), "https://host:443: the connection was closed during the TLS handshake");
        }
    }
}

TEST_F(CutHandshakes, are_of_tls_where_either_side_refused_something) {
    context.error_text = "TLS connect error: error:0A000412:SSL routines::sslv3 alert bad certificate";
    EXPECT_EQ(of(CURLE_SSL_CONNECT_ERROR).failure(), Failure::tls);
    context.error_text = "";
    tls.verify_error = X509_V_ERR_CERT_HAS_EXPIRED;
    EXPECT_EQ(of(CURLE_SSL_CONNECT_ERROR).failure(), Failure::tls);
    tls.verify_error = X509_V_OK;
    tls.certificate_requested = true;
    EXPECT_EQ(of(CURLE_SSL_CONNECT_ERROR).failure(), Failure::tls);
}

TEST_F(CutHandshakes, are_none_before_the_handshake_and_after_it) {
    tls.handshake_finished = true;
    EXPECT_STREQ(of(CURLE_RECV_ERROR).what(), "https://host:443: the connection was closed before the response began");
    tls.reset();
    EXPECT_EQ(of(CURLE_SSL_CONNECT_ERROR).failure(), Failure::tls);
    EXPECT_STREQ(of(CURLE_SSL_CONNECT_ERROR).what(), "https://host:443: TLS could not be set up");
}

TEST_F(CurlFailures, are_of_tls_where_the_server_refuses_the_client_after_the_handshake) {
    context.error_text = "OpenSSL SSL_read: error:0A00045C:SSL routines::tlsv13 alert certificate required, errno 0";
    EXPECT_EQ(of(CURLE_RECV_ERROR).failure(), Failure::tls);
    context.response_begun = true;
    EXPECT_EQ(of(CURLE_RECV_ERROR).failure(), Failure::truncated);
}

TEST_F(CurlFailures, ask_for_a_client_certificate_where_the_connection_ends_for_want_of_one) {
    tls.certificate_requested = true;
    tls.certificate_missing = true;
    EXPECT_STREQ(of(CURLE_SEND_ERROR).what(),
                 "https://host:443: the server requires a client certificate, but none is set");
    tls.certificate_missing = false;
    EXPECT_EQ(of(CURLE_SEND_ERROR).failure(), Failure::connection_closed);
}

TEST_F(CurlFailures, do_not_take_an_end_without_notice_for_a_refusal) {
    context.error_text = "OpenSSL SSL_read: error:0A000126:SSL routines::unexpected eof while reading, errno 0";
    EXPECT_EQ(of(CURLE_RECV_ERROR).failure(), Failure::connection_closed);
}

}  // namespace
}  // namespace apivideo::detail::curl
