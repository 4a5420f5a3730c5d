// SPDX-License-Identifier: MIT
// Why TLS failed, from OpenSSL's error codes and what was observed on the connection.
#include "http/tls/tls_failures.hpp"

#include "http/failures.hpp"

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509_vfy.h>

namespace apivideo::detail {
namespace {

struct KnownCode {
    long code;
    const char* text;
};

constexpr const char* unknown_authority =
    "the server's certificate is not trusted: it was issued by an unknown certificate authority";
constexpr const char* other_host = "the server's certificate is for another host";
constexpr KnownCode refused_certificates[] = {
    {X509_V_ERR_CERT_HAS_EXPIRED, "the server's certificate has expired"},
    {X509_V_ERR_CERT_NOT_YET_VALID, "the server's certificate is not valid yet"},
    {X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT, "the server's certificate is self-signed and not trusted"},
    {X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN, unknown_authority},
    {X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT, unknown_authority},
    {X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY, unknown_authority},
    {X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE, unknown_authority},
    {X509_V_ERR_CERT_UNTRUSTED, unknown_authority},
    {X509_V_ERR_HOSTNAME_MISMATCH, other_host},
    {X509_V_ERR_IP_ADDRESS_MISMATCH, other_host},
};

bool is_unknown_authority(long verify_error) noexcept {
    for (const KnownCode& one : refused_certificates)
        if (one.code == verify_error) return one.text == unknown_authority;
    return false;
}

constexpr const char* old_version = "the server's version of TLS is too old, expected TLS 1.2 or newer";
constexpr const char* no_tls = "the server does not speak TLS on this port";
/// SSL_R_RECORD_LAYER_FAILURE, since OpenSSL 3.2.
constexpr long record_layer_failure = 313;
constexpr KnownCode failed_handshakes[] = {
    {SSL_R_UNSUPPORTED_PROTOCOL, old_version},   {SSL_R_TLSV1_ALERT_PROTOCOL_VERSION, old_version},
    {SSL_R_VERSION_TOO_LOW, old_version},        {SSL_R_WRONG_SSL_VERSION, old_version},
    {SSL_R_NO_PROTOCOLS_AVAILABLE, old_version}, {SSL_R_UNSUPPORTED_SSL_VERSION, old_version},
    {SSL_R_WRONG_VERSION_NUMBER, no_tls},        {SSL_R_HTTP_REQUEST, no_tls},
    {SSL_R_PACKET_LENGTH_TOO_LONG, no_tls},      {record_layer_failure, no_tls},
};

template <class Table>
std::string text_of(long code, const Table& known, const std::string& prefix, const char* openssl_text) {
    for (const KnownCode& one : known)
        if (one.code == code) return one.text;
    return prefix + (openssl_text ? openssl_text : "OpenSSL gives no reason");
}

}  // namespace

bool is_tls_error(int code) noexcept {
    return code > 0 && ERR_GET_LIB(static_cast<unsigned long>(code)) == ERR_LIB_SSL;
}

bool is_tls_alert(int code) noexcept {
    return is_tls_error(code) && ERR_GET_REASON(static_cast<unsigned long>(code)) >= SSL_AD_REASON_OFFSET;
}

bool is_cut_handshake(const TlsReport& report, int code) noexcept {
    if (!report.failed_within_handshake() || report.verify_error != X509_V_OK || report.certificate_requested)
        return false;
    if (report.session_offered) return true;  // what was refused may be the session, which the next handshake lacks
    return !is_tls_error(code) ||
           ERR_GET_REASON(static_cast<unsigned long>(code)) == SSL_R_UNEXPECTED_EOF_WHILE_READING;
}

std::string describe_tls_failure(const TlsReport& report, int code) {
    const long verify_error = report.verify_error;
    if (is_unknown_authority(verify_error) && report.authorities)
        if (std::string why = report.authorities->describe_if_empty(); !why.empty()) return why;
    if (verify_error != X509_V_OK)
        return text_of(verify_error, refused_certificates,
                       "the server's certificate was refused: ", X509_verify_cert_error_string(verify_error));
    if (report.certificate_missing) return "the server requires a client certificate, but none is set";
    if (!is_tls_error(code)) return report.handshake_begun ? reason::closed_in_handshake : "TLS could not be set up";
    const auto error = static_cast<unsigned long>(code);
    return text_of(ERR_GET_REASON(error), failed_handshakes, "TLS failed: ", ERR_reason_error_string(error));
}

}  // namespace apivideo::detail
