// SPDX-License-Identifier: MIT
// What cpprestsdk throws as failures: every text that an exchange is known to end with, and whatever else comes.
#include "http/cpprest/failure_mapping.hpp"

#include "call/call_context.hpp"
#include "http/failures.hpp"
#include "support/print_failure.hpp"

#include <cpprest/http_msg.h>
#include <gtest/gtest.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509_vfy.h>
#include <boost/asio/ssl/error.hpp>

#include <cerrno>
#include <new>
#include <stdexcept>
#include <string>

namespace apivideo::detail::cpprest {
namespace {

using Failure = TransportFailure;

const Url url = parse_url("https://host/");

class CpprestFailures : public ::testing::Test {
  protected:
    template <class Error>
    [[nodiscard]] TransportException of(const Error& error) const {
        return to_transport_exception(std::make_exception_ptr(error), FailureContext{url, tls, has_proxy});
    }
    [[nodiscard]] TransportException of_text(const std::string& text, int code = 0) const {
        return of(web::http::http_exception{code, text});
    }

    TlsReport tls{};
    bool has_proxy = false;
};

TEST_F(CpprestFailures, have_a_kind_for_every_text_that_is_known) {
    const struct {
        const char* text;
        Failure failure;
        const char* why;
    } rows[] = {
        {"Error resolving address", Failure::resolve, "could not resolve host"},
        {"Failed to resolve address: host not found", Failure::resolve, "could not resolve host"},
        {"Error resolving proxy address", Failure::resolve, "could not resolve the proxy's host"},
        {"Failed to connect to any resolved endpoint", Failure::connect, "could not connect"},
        {"Failed to connect to any resolved proxy endpoint", Failure::connect, "could not connect to the proxy"},
        {"Expected a 200 response from proxy, received: 407", Failure::proxy,
         "the proxy requires a valid user name and password (407)"},
        {"Expected a 200 response from proxy, received: 502", Failure::proxy,
         "the proxy refused to open a tunnel (502)"},
        {"Failed to send connect request to proxy.", Failure::proxy, "the proxy closed the connection"},
        {"Failed to read HTTP status line from proxy", Failure::proxy, "the proxy closed the connection"},
        {"Invalid HTTP status line during proxy connection", Failure::proxy, "the proxy does not speak HTTP"},
        {"Failed to write request headers", Failure::connection_closed,
         "the connection was closed before the response began"},
        {"Failed to read HTTP status line", Failure::connection_closed,
         "the connection was closed before the response began"},
        {"Failed to read response body", Failure::truncated,
         "the connection was closed in the middle of the response body"},
        {"Failed to read chunked response part", Failure::truncated,
         "the connection was closed in the middle of the response body"},
        {"Retrieving message chunk header", Failure::truncated,
         "the connection was closed in the middle of the response body"},
        {"Invalid HTTP status line", Failure::protocol, "the response has a malformed status line"},
        {"Invalid chunked response header", Failure::protocol, "the response body has a malformed chunk"},
        {"something that nobody knows", Failure::other, "something that nobody knows"},
    };
    for (const auto& row : rows) {
        EXPECT_EQ(of_text(row.text).failure(), row.failure) << row.text;
        EXPECT_EQ(of_text(row.text).what(), std::string{"https://host:443: "} + row.why);
    }
}

TEST_F(CpprestFailures, are_timeouts_by_their_code_where_the_text_is_not_known) {
    EXPECT_EQ(of_text("Request canceled by user.", ETIMEDOUT).failure(), Failure::timeout);
    EXPECT_EQ(of_text("Failed to read response body", ETIMEDOUT).failure(), Failure::truncated);
}

TEST_F(CpprestFailures, are_of_the_proxy_where_it_is_what_is_connected_to) {
    has_proxy = true;
    EXPECT_STREQ(of_text("Failed to connect to any resolved endpoint").what(),
                 "https://host:443: could not connect to the proxy");
}

TEST_F(CpprestFailures, are_of_tls_by_text_or_code) {
    tls.verify_error = X509_V_ERR_CERT_HAS_EXPIRED;
    EXPECT_EQ(of_text("Error in SSL handshake").failure(), Failure::tls);
    EXPECT_STREQ(of_text("Error in SSL handshake").what(), "https://host:443: the server's certificate has expired");
    tls.reset();
    const int wrong_version = static_cast<int>(ERR_PACK(ERR_LIB_SSL, 0, SSL_R_WRONG_VERSION_NUMBER));
    EXPECT_STREQ(of_text("Failed to read HTTP status line", wrong_version).what(),
                 "https://host:443: the server does not speak TLS on this port");
}

TEST_F(CpprestFailures, are_closed_connections_where_the_handshake_was_cut) {
    tls.handshake_begun = true;
    const int unexpected_end = static_cast<int>(ERR_PACK(ERR_LIB_SSL, 0, SSL_R_UNEXPECTED_EOF_WHILE_READING));
    for (const int code : {0, 1, 2, ECONNRESET, EPIPE, unexpected_end}) {
        const TransportException e = of_text("Error in SSL handshake", code);
        EXPECT_EQ(e.failure(), Failure::connection_closed) << code;
        EXPECT_STREQ(e.what(), "https://host:443: the connection was closed during the TLS handshake");
    }
    const int alert = static_cast<int>(ERR_PACK(ERR_LIB_SSL, 0, SSL_R_SSLV3_ALERT_HANDSHAKE_FAILURE));
    EXPECT_EQ(of_text("Error in SSL handshake", alert).failure(), Failure::tls);
    tls.certificate_requested = true;
    EXPECT_EQ(of_text("Error in SSL handshake", ECONNRESET).failure(), Failure::tls);
    tls.reset();
    tls.verify_error = X509_V_ERR_HOSTNAME_MISMATCH;
    EXPECT_EQ(of_text("Error in SSL handshake", ECONNRESET).failure(), Failure::tls);
}

TEST_F(CpprestFailures, tell_of_a_client_certificate_that_the_server_asked_for) {
    tls.certificate_requested = true;
    tls.certificate_missing = true;
    EXPECT_EQ(of_text("Failed to read HTTP status line").failure(), Failure::tls);
    EXPECT_EQ(of_text("Failed to read response body").failure(), Failure::truncated);
    tls.certificate_missing = false;
    EXPECT_EQ(of_text("Failed to read HTTP status line").failure(), Failure::connection_closed);
    EXPECT_STREQ(of_text("Failed to read HTTP status line").what(),
                 "https://host:443: the connection was closed before the response began, after the server requested a "
                 "client certificate");
}

TEST_F(CpprestFailures, are_what_the_exchange_found_itself) {
    EXPECT_STREQ(of(deadline_passed(url.origin())).what(), deadline_passed(url.origin()).what());
    const TransportException too_large = body_too_large(url, 1000);
    EXPECT_EQ(of(too_large).failure(), Failure::too_large);
    EXPECT_STREQ(of(too_large).what(), too_large.what());
}

TEST_F(CpprestFailures, are_something_whatever_is_thrown) {
    const auto of_code = [&](int code, const boost::system::error_category& category) {
        return of(boost::system::system_error{boost::system::error_code{code, category}}).failure();
    };
    EXPECT_EQ(of_code(1, boost::asio::error::get_ssl_category()), Failure::tls);
    EXPECT_EQ(of_code(EAGAIN, boost::system::system_category()), Failure::other) << "no thread";
    EXPECT_STREQ(of(std::runtime_error{"two\nlines"}).what(), "https://host:443: two lines");
    EXPECT_EQ(of(std::runtime_error{"x"}).failure(), Failure::other);
    EXPECT_EQ(of(7).failure(), Failure::other);
    EXPECT_THROW((void)of(std::bad_alloc{}), std::bad_alloc);
}

}  // namespace
}  // namespace apivideo::detail::cpprest
