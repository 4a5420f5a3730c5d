// SPDX-License-Identifier: MIT
// What OpenSSL observes on one connection: HTTP libraries do not pass it on.
#include "http/tls/tls_report.hpp"

#include <openssl/x509_vfy.h>

#include <cstddef>
#include <new>

namespace apivideo::detail {
namespace {

/// Some of OpenSSL's callbacks have no argument of their own.
int report_index() noexcept {
    static const int index = SSL_CTX_get_ex_new_index(0, nullptr, nullptr, nullptr, nullptr);
    return index;
}

TlsReport& report_of(const SSL* ssl) noexcept {
    return *static_cast<TlsReport*>(SSL_CTX_get_ex_data(SSL_get_SSL_CTX(ssl), report_index()));
}

int verify_and_record(X509_STORE_CTX* verification, void* argument) noexcept {
    TlsReport& report = *static_cast<TlsReport*>(argument);
    // What the context says is the whole check. cpprestsdk adds one of its own, of the Host header, whose port fails
    // it.
    X509_STORE_CTX_set_verify_cb(verification, [](int accepted, X509_STORE_CTX*) { return accepted; });
    const int accepted = report.authorities->verify(*verification);
    if (accepted == 1) return 1;
    report.verify_error = X509_STORE_CTX_get_error(verification);
    return accepted;
}

int record_certificate_request(SSL* ssl, void* report) noexcept {
    static_cast<TlsReport*>(report)->certificate_requested = true;
    static_cast<TlsReport*>(report)->certificate_missing = SSL_get_certificate(ssl) == nullptr;
    return 1;
}

/// HTTP libraries treat a connection that was cut like one that the server closed. One of them may still be closing the
/// connection before.
void record_close(int written, int, int type, const void* bytes, std::size_t size, SSL* ssl, void* argument) noexcept {
    TlsReport& report = *static_cast<TlsReport*>(argument);
    const bool alert = written == 0 && type == SSL3_RT_ALERT && size == 2 && ssl == report.connection;
    if (alert && static_cast<const unsigned char*>(bytes)[1] == SSL_AD_CLOSE_NOTIFY) report.close_notified = true;
}

void record_handshake(const SSL* ssl, int event, int) noexcept {
    TlsReport& report = report_of(ssl);
    if (event == SSL_CB_HANDSHAKE_DONE) report.handshake_finished = true;
    // A server may ask for another handshake later on.
    if (event != SSL_CB_HANDSHAKE_START || !SSL_in_before(ssl)) return;
    SSL* const connection = const_cast<SSL*>(ssl);  // OpenSSL's own callbacks do so
    report.connection = connection;
    report.handshake_begun = true;
    report.handshake_finished = false;
    report.close_notified = false;
    report.session_offered = report.session->offer_to(*connection);
    if (report.on_handshake) report.on_handshake();
}

int keep_session(SSL* ssl, SSL_SESSION* session) noexcept {
    TlsReport& report = report_of(ssl);
    // Some HTTP libraries finish the handshake with a server whose certificate they then refuse.
    if (report.verify_error == X509_V_OK) report.session->keep(*session);
    return 0;  // OpenSSL keeps its reference
}

}  // namespace

TlsReport::~TlsReport() {
    if (session_offered && failed_within_handshake()) session->forget();
}

void TlsReport::reset() noexcept {
    verify_error = X509_V_OK;
    certificate_requested = false;
    certificate_missing = false;
    close_notified = false;
    handshake_begun = false;
    handshake_finished = false;
}

bool TlsReport::has_unread() const noexcept {
    const SSL* const open = connection;
    return open && SSL_has_pending(open) == 1;
}

void TlsReport::observe(SSL_CTX& context) {
    if (SSL_CTX_set_ex_data(&context, report_index(), this) != 1) throw std::bad_alloc{};
    SSL_CTX_set_cert_verify_callback(&context, verify_and_record, this);
    SSL_CTX_set_cert_cb(&context, record_certificate_request, this);
    SSL_CTX_set_msg_callback(&context, record_close);
    SSL_CTX_set_msg_callback_arg(&context, this);
    SSL_CTX_set_info_callback(&context, record_handshake);
    SSL_CTX_set_session_cache_mode(&context, SSL_SESS_CACHE_CLIENT | SSL_SESS_CACHE_NO_INTERNAL);
    SSL_CTX_sess_set_new_cb(&context, keep_session);
}

}  // namespace apivideo::detail
