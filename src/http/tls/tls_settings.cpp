// SPDX-License-Identifier: MIT
// TLS settings: version, trusted authorities, host and client certificate; and why a handshake failed.
#include "http/tls/tls_settings.hpp"

#include <apivideo/errors.hpp>

#include "http/url.hpp"

#include <openssl/err.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>

#include <cstddef>
#include <new>
#include <stdexcept>

namespace apivideo::detail {
namespace {

int verify_and_record(X509_STORE_CTX* verification, void* report) noexcept {
    const int accepted = X509_verify_cert(verification);
    if (accepted == 1) return 1;
    const int error = X509_STORE_CTX_get_error(verification);
    // cpprestsdk's own host check refuses without setting an error.
    static_cast<TlsReport*>(report)->verify_error = error == X509_V_OK ? X509_V_ERR_HOSTNAME_MISMATCH : error;
    return accepted;
}

int record_certificate_request(SSL*, void* report) noexcept {
    static_cast<TlsReport*>(report)->certificate_requested = true;
    return 1;
}

/// HTTP libraries treat a connection that was cut like one that the server closed.
void record_close(int written, int, int type, const void* bytes, std::size_t size, SSL*, void* report) noexcept {
    const bool alert = written == 0 && type == SSL3_RT_ALERT && size == 2;
    if (alert && static_cast<const unsigned char*>(bytes)[1] == SSL_AD_CLOSE_NOTIFY)
        static_cast<TlsReport*>(report)->close_notified = true;
}

/// By default OpenSSL asks for the password of an encrypted key at the terminal.
int no_password(char*, int, int, void*) noexcept { return 0; }

std::shared_ptr<SSL_CTX> make_context() {
    std::shared_ptr<SSL_CTX> context{SSL_CTX_new(TLS_client_method()), SSL_CTX_free};
    if (!context) throw std::bad_alloc{};
    SSL_CTX_set_default_passwd_cb(context.get(), no_password);
    return context;
}

void load_client_certificate(SSL_CTX& context, const ClientCertificate& certificate) {
    const auto fail = [](const std::string& why) {
        ERR_clear_error();
        throw InvalidRequestException{"client_certificate", why};
    };
    if (SSL_CTX_use_certificate_chain_file(&context, certificate.certificate_file.c_str()) != 1)
        fail("the certificate file '" + certificate.certificate_file + "' contains no usable certificate");
    if (SSL_CTX_use_PrivateKey_file(&context, certificate.key_file.c_str(), SSL_FILETYPE_PEM) != 1)
        fail("the key file '" + certificate.key_file +
             "' contains no usable private key, expected an unencrypted one that matches the certificate");
}

void require(long succeeded, const char* what) {
    if (succeeded == 1) return;
    ERR_clear_error();
    throw std::runtime_error{std::string{"OpenSSL refused "} + what};
}

std::string describe_refused_certificate(long error) {
    switch (error) {
        case X509_V_ERR_CERT_HAS_EXPIRED:
            return "the server's certificate has expired";
        case X509_V_ERR_CERT_NOT_YET_VALID:
            return "the server's certificate is not valid yet";
        case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
            return "the server's certificate is self-signed and not trusted";
        case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
        case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
        case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
        case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
        case X509_V_ERR_CERT_UNTRUSTED:
            return "the server's certificate is not trusted: it was issued by an unknown certificate authority";
        case X509_V_ERR_HOSTNAME_MISMATCH:
        case X509_V_ERR_IP_ADDRESS_MISMATCH:
            return "the server's certificate is for another host";
        default:
            return std::string{"the server's certificate was refused: "} + X509_verify_cert_error_string(error);
    }
}

bool is_version_refusal(int reason) noexcept {
    return reason == SSL_R_UNSUPPORTED_PROTOCOL || reason == SSL_R_TLSV1_ALERT_PROTOCOL_VERSION ||
           reason == SSL_R_VERSION_TOO_LOW || reason == SSL_R_WRONG_SSL_VERSION ||
           reason == SSL_R_NO_PROTOCOLS_AVAILABLE || reason == SSL_R_UNSUPPORTED_SSL_VERSION;
}

}  // namespace

void TlsReport::reset() noexcept {
    verify_error = X509_V_OK;
    certificate_requested = false;
    close_notified = false;
}

TlsSettings::TlsSettings(const TransportOptions& options)
    : has_ca_file_{options.ca_file.has_value()}, has_client_certificate_{options.client_certificate.has_value()} {
    // Before an HTTP library starts threads that use OpenSSL: what is set up first is torn down last.
    OPENSSL_init_ssl(0, nullptr);
    if (!has_ca_file_ && !has_client_certificate_) return;
    loaded_ = make_context();
    if (options.ca_file && SSL_CTX_load_verify_locations(loaded_.get(), options.ca_file->c_str(), nullptr) != 1) {
        ERR_clear_error();
        throw InvalidRequestException{"ca_file", "the file '" + *options.ca_file + "' contains no usable certificate"};
    }
    if (options.client_certificate) load_client_certificate(*loaded_, *options.client_certificate);
}

void TlsSettings::apply(SSL_CTX& context, const std::string& host, TlsReport& report) const {
    require(SSL_CTX_set_min_proto_version(&context, TLS1_2_VERSION), "TLS 1.2 as the oldest version");
    if (has_ca_file_) {
        SSL_CTX_set1_cert_store(&context, SSL_CTX_get_cert_store(loaded_.get()));
    } else {
        system_trust_.load_or_apply(context);
    }
    if (has_client_certificate_) {
        STACK_OF(X509)* chain = nullptr;
        SSL_CTX_get0_chain_certs(loaded_.get(), &chain);
        require(SSL_CTX_use_cert_and_key(&context, SSL_CTX_get0_certificate(loaded_.get()),
                                         SSL_CTX_get0_privatekey(loaded_.get()), chain, 1),
                "the client certificate");
    }
    // By default libcurl writes the session keys to the file that the environment variable SSLKEYLOGFILE names.
    SSL_CTX_set_keylog_callback(&context, nullptr);
    SSL_CTX_set_cert_cb(&context, record_certificate_request, &report);
    SSL_CTX_set_msg_callback(&context, record_close);
    SSL_CTX_set_msg_callback_arg(&context, &report);
    X509_VERIFY_PARAM* parameters = SSL_CTX_get0_param(&context);
    X509_VERIFY_PARAM_set_hostflags(parameters,
                                    X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS | X509_CHECK_FLAG_NEVER_CHECK_SUBJECT);
    require(is_ip_address(host) ? X509_VERIFY_PARAM_set1_ip_asc(parameters, host.c_str())
                                : X509_VERIFY_PARAM_set1_host(parameters, host.data(), host.size()),
            "the host to verify");
    SSL_CTX_set_cert_verify_callback(&context, verify_and_record, &report);
}

bool is_tls_error(int code) noexcept {
    return code > 0 && ERR_GET_LIB(static_cast<unsigned long>(code)) == ERR_LIB_SSL;
}

bool is_tls_alert(int code) noexcept {
    return is_tls_error(code) && ERR_GET_REASON(static_cast<unsigned long>(code)) >= SSL_AD_REASON_OFFSET;
}

bool lacks_client_certificate(const TlsReport& report, bool has_client_certificate) noexcept {
    return report.certificate_requested && !has_client_certificate;
}

std::string describe_tls_failure(const TlsReport& report, bool has_client_certificate, int code) {
    if (report.verify_error != X509_V_OK) return describe_refused_certificate(report.verify_error);
    if (lacks_client_certificate(report, has_client_certificate))
        return "the server requires a client certificate, but none is set";
    if (!is_tls_error(code)) return "the connection was closed during the TLS handshake";
    const int reason = ERR_GET_REASON(static_cast<unsigned long>(code));
    if (is_version_refusal(reason)) return "the server's version of TLS is too old, expected TLS 1.2 or newer";
    if (reason == SSL_R_WRONG_VERSION_NUMBER || reason == SSL_R_HTTP_REQUEST)
        return "the server does not speak TLS on this port";
    const char* text = ERR_reason_error_string(static_cast<unsigned long>(code));
    return std::string{"TLS failed: "} + (text ? text : "OpenSSL gives no reason");
}

}  // namespace apivideo::detail
