// SPDX-License-Identifier: MIT
// TLS settings of a transport: version, trusted authorities, host, client certificate and session.
#include "http/tls/tls_settings.hpp"

#include <apivideo/errors.hpp>

#include "http/failures.hpp"

#include <openssl/err.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>

#include <new>

namespace apivideo::detail {
namespace {

/// By default OpenSSL asks for the password of an encrypted key at the terminal.
int no_password(char*, int, int, void*) noexcept { return 0; }

std::shared_ptr<SSL_CTX> load_client_certificate(const ClientCertificate& certificate) {
    const auto fail = [](const std::string& why) {
        ERR_clear_error();
        throw InvalidRequestException{"client_certificate", why};
    };
    std::shared_ptr<SSL_CTX> context{SSL_CTX_new(TLS_client_method()), SSL_CTX_free};
    if (!context) throw std::bad_alloc{};
    SSL_CTX_set_default_passwd_cb(context.get(), no_password);
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

void verify_host(SSL_CTX& context, const Url& url) {
    X509_VERIFY_PARAM* const parameters = SSL_CTX_get0_param(&context);
    X509_VERIFY_PARAM_set_hostflags(parameters,
                                    X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS | X509_CHECK_FLAG_NEVER_CHECK_SUBJECT);
    const std::string name{url.server_name()};
    require(is_ip_address(name) ? X509_VERIFY_PARAM_set1_ip_asc(parameters, name.c_str())
                                : X509_VERIFY_PARAM_set1_host(parameters, name.data(), name.size()),
            url, "the host to verify");
}

}  // namespace

TlsSettings::TlsSettings(const TransportOptions& options) {
    // Before an HTTP library starts threads that use OpenSSL: what is set up first is torn down last.
    OPENSSL_init_ssl(0, nullptr);
    authorities_ = options.ca_file ? std::make_shared<TrustedAuthorities>(*options.ca_file)
                                   : std::make_shared<TrustedAuthorities>();
    if (options.client_certificate) client_certificate_ = load_client_certificate(*options.client_certificate);
}

void TlsSettings::apply(SSL_CTX& context, const Url& url, TlsReport& report) const {
    require(SSL_CTX_set_min_proto_version(&context, TLS1_2_VERSION), url, "TLS 1.2 as the oldest version");
    if (SSL_CTX* const loaded = client_certificate_.get()) {
        STACK_OF(X509)* chain = nullptr;
        SSL_CTX_get0_chain_certs(loaded, &chain);
        require(SSL_CTX_use_cert_and_key(&context, SSL_CTX_get0_certificate(loaded), SSL_CTX_get0_privatekey(loaded),
                                         chain, 1),
                url, "the client certificate");
    }
    // Some versions of libcurl turn tickets off, and many servers remember no sessions of TLS 1.2.
    SSL_CTX_clear_options(&context, SSL_OP_NO_TICKET);
    // By default libcurl writes the session keys to the file that the environment variable SSLKEYLOGFILE names.
    SSL_CTX_set_keylog_callback(&context, nullptr);
    verify_host(context, url);
    authorities_->apply(context);
    report.authorities = authorities_;
    report.session = sessions_->of(url.origin());
    report.observe(context);
}

}  // namespace apivideo::detail
