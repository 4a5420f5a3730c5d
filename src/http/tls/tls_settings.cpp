// SPDX-License-Identifier: MIT
// TLS settings: version, trusted authorities, host and client certificate; and why a handshake failed.
#include "http/tls/tls_settings.hpp"

#include <apivideo/errors.hpp>

#include "http/failures.hpp"

#include <openssl/err.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>

#include <cstddef>
#include <new>

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

int record_certificate_request(SSL* ssl, void* report) noexcept {
    static_cast<TlsReport*>(report)->certificate_requested = true;
    static_cast<TlsReport*>(report)->certificate_missing = SSL_get_certificate(ssl) == nullptr;
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

std::shared_ptr<SSL_CTX> load_authorities(const std::string& ca_file) {
    std::shared_ptr<SSL_CTX> context = make_context();
    if (SSL_CTX_load_verify_locations(context.get(), ca_file.c_str(), nullptr) == 1) return context;
    ERR_clear_error();
    throw InvalidRequestException{"ca_file", "the file '" + ca_file + "' contains no usable certificate"};
}

std::shared_ptr<SSL_CTX> load_client_certificate(const ClientCertificate& certificate) {
    const auto fail = [](const std::string& why) {
        ERR_clear_error();
        throw InvalidRequestException{"client_certificate", why};
    };
    std::shared_ptr<SSL_CTX> context = make_context();
    if (SSL_CTX_use_certificate_chain_file(context.get(), certificate.certificate_file.c_str()) != 1)
        fail("the certificate file '" + certificate.certificate_file + "' contains no usable certificate");
    if (SSL_CTX_use_PrivateKey_file(context.get(), certificate.key_file.c_str(), SSL_FILETYPE_PEM) != 1)
        fail("the key file '" + certificate.key_file +
             "' contains no usable private key, expected an unencrypted one that matches the certificate");
    return context;
}

void require(long succeeded, const Url& url, const char* what) {
    if (succeeded == 1) return;
    ERR_clear_error();
    throw transport_failure(TransportFailure::tls, url, std::string{"OpenSSL refused "} + what);
}

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

constexpr const char* old_version = "the server's version of TLS is too old, expected TLS 1.2 or newer";
constexpr const char* no_tls = "the server does not speak TLS on this port";
constexpr KnownCode failed_handshakes[] = {
    {SSL_R_UNSUPPORTED_PROTOCOL, old_version},   {SSL_R_TLSV1_ALERT_PROTOCOL_VERSION, old_version},
    {SSL_R_VERSION_TOO_LOW, old_version},        {SSL_R_WRONG_SSL_VERSION, old_version},
    {SSL_R_NO_PROTOCOLS_AVAILABLE, old_version}, {SSL_R_UNSUPPORTED_SSL_VERSION, old_version},
    {SSL_R_WRONG_VERSION_NUMBER, no_tls},        {SSL_R_HTTP_REQUEST, no_tls},
};

template <class Table>
std::string text_of(long code, const Table& known, const std::string& prefix, const char* openssl_text) {
    for (const KnownCode& one : known)
        if (one.code == code) return one.text;
    return prefix + (openssl_text ? openssl_text : "OpenSSL gives no reason");
}

}  // namespace

void TlsReport::reset() noexcept {
    verify_error = X509_V_OK;
    certificate_requested = false;
    certificate_missing = false;
    close_notified = false;
}

bool TrustedAuthorities::is_loaded() const {
    const std::lock_guard<std::mutex> lock{mutex_};
    return authorities_ != nullptr;
}

void TrustedAuthorities::load_or_apply(SSL_CTX& context) {
    const std::lock_guard<std::mutex> lock{mutex_};
    if (authorities_) {
        SSL_CTX_set1_cert_store(&context, authorities_.get());
    } else if (X509_STORE* const store = SSL_CTX_get_cert_store(&context); X509_STORE_up_ref(store) == 1) {
        authorities_.reset(store, X509_STORE_free);
    }
}

void trust_default_files(SSL_CTX& context) {
    X509_STORE* const store = X509_STORE_new();
    if (!store) throw std::bad_alloc{};
    SSL_CTX_set_cert_store(&context, store);
    // A system may have only one of the two.
    X509_STORE_load_locations(store, X509_get_default_cert_file(), nullptr);
    X509_STORE_load_locations(store, nullptr, X509_get_default_cert_dir());
    ERR_clear_error();
}

TlsSettings::TlsSettings(const TransportOptions& options) {
    // Before an HTTP library starts threads that use OpenSSL: what is set up first is torn down last.
    OPENSSL_init_ssl(0, nullptr);
    if (options.ca_file) authorities_.load_or_apply(*load_authorities(*options.ca_file));
    if (options.client_certificate) client_certificate_ = load_client_certificate(*options.client_certificate);
}

void TlsSettings::apply(SSL_CTX& context, const Url& url, TlsReport& report) const {
    require(SSL_CTX_set_min_proto_version(&context, TLS1_2_VERSION), url, "TLS 1.2 as the oldest version");
    authorities_.load_or_apply(context);
    if (SSL_CTX* const loaded = client_certificate_.get()) {
        STACK_OF(X509)* chain = nullptr;
        SSL_CTX_get0_chain_certs(loaded, &chain);
        require(SSL_CTX_use_cert_and_key(&context, SSL_CTX_get0_certificate(loaded), SSL_CTX_get0_privatekey(loaded),
                                         chain, 1),
                url, "the client certificate");
    }
    // By default libcurl writes the session keys to the file that the environment variable SSLKEYLOGFILE names.
    SSL_CTX_set_keylog_callback(&context, nullptr);
    SSL_CTX_set_cert_cb(&context, record_certificate_request, &report);
    SSL_CTX_set_msg_callback(&context, record_close);
    SSL_CTX_set_msg_callback_arg(&context, &report);
    X509_VERIFY_PARAM* parameters = SSL_CTX_get0_param(&context);
    X509_VERIFY_PARAM_set_hostflags(parameters,
                                    X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS | X509_CHECK_FLAG_NEVER_CHECK_SUBJECT);
    require(is_ip_address(url.host) ? X509_VERIFY_PARAM_set1_ip_asc(parameters, url.host.c_str())
                                    : X509_VERIFY_PARAM_set1_host(parameters, url.host.data(), url.host.size()),
            url, "the host to verify");
    SSL_CTX_set_cert_verify_callback(&context, verify_and_record, &report);
}

bool is_tls_error(int code) noexcept {
    return code > 0 && ERR_GET_LIB(static_cast<unsigned long>(code)) == ERR_LIB_SSL;
}

bool is_tls_alert(int code) noexcept {
    return is_tls_error(code) && ERR_GET_REASON(static_cast<unsigned long>(code)) >= SSL_AD_REASON_OFFSET;
}

std::string describe_tls_failure(const TlsReport& report, int code) {
    const long verify_error = report.verify_error;
    if (verify_error != X509_V_OK)
        return text_of(verify_error, refused_certificates,
                       "the server's certificate was refused: ", X509_verify_cert_error_string(verify_error));
    if (report.certificate_missing) return "the server requires a client certificate, but none is set";
    if (!is_tls_error(code)) return "the connection was closed during the TLS handshake";
    const auto error = static_cast<unsigned long>(code);
    return text_of(ERR_GET_REASON(error), failed_handshakes, "TLS failed: ", ERR_reason_error_string(error));
}

}  // namespace apivideo::detail
