// SPDX-License-Identifier: MIT
// TLS settings: version, trusted authorities, host and client certificate; and why a handshake failed.
#pragma once

#include <apivideo/http/transport_options.hpp>

#include "http/url.hpp"

#include <openssl/ssl.h>

#include <atomic>
#include <memory>
#include <mutex>
#include <string>

namespace apivideo::detail {

/// What OpenSSL observed on one connection. HTTP libraries do not pass it on.
struct TlsReport {
    std::atomic<long> verify_error{0};               ///< X509_V_OK: the certificate was not refused.
    std::atomic<bool> certificate_requested{false};  ///< The server asked for a client certificate.
    std::atomic<bool> certificate_missing{false};    ///< It did, and none is set.
    std::atomic<bool> close_notified{false};         ///< The server announced the end of the connection.

    void reset() noexcept;
};

/// Certificate authorities, read once: HTTP libraries read the system's again for each connection, which takes longer
/// than the rest of connecting. Thread-safe.
class TrustedAuthorities {
  public:
    [[nodiscard]] bool is_loaded() const;

    /// The first time, keeps the authorities that @p context trusts; then makes each @p context trust them.
    void load_or_apply(SSL_CTX& context);

  private:
    mutable std::mutex mutex_;
    std::shared_ptr<X509_STORE> authorities_;
};

/// Makes @p context trust only the file and the folder that OpenSSL was built to trust. By default OpenSSL lets the
/// environment (SSL_CERT_FILE, SSL_CERT_DIR) replace them.
void trust_default_files(SSL_CTX& context);

class TlsSettings {
  public:
    /// Reads the files. @throws InvalidRequestException of field `ca_file` or `client_certificate`.
    explicit TlsSettings(const TransportOptions& options);

    /// Makes @p context verify that the server is the one of @p url, and record the outcome in @p report, which must
    /// outlive every connection made with @p context. @throws TransportException of failure tls.
    void apply(SSL_CTX& context, const Url& url, TlsReport& report) const;

    /// Whether apply() replaces the authorities that a context trusts. If not, it keeps them for later contexts.
    [[nodiscard]] bool has_trusted_authorities() const { return authorities_.is_loaded(); }

  private:
    mutable TrustedAuthorities authorities_;       ///< Of `ca_file`, or the system's.
    std::shared_ptr<SSL_CTX> client_certificate_;  ///< Null if none is set; no connection uses it.
};

/// Whether @p code, one of OpenSSL's, is a TLS error.
[[nodiscard]] bool is_tls_error(int code) noexcept;

/// Whether @p code is an alert from the server: it refused something.
[[nodiscard]] bool is_tls_alert(int code) noexcept;

/// Why TLS failed, for messages.
[[nodiscard]] std::string describe_tls_failure(const TlsReport& report, int code);

}  // namespace apivideo::detail
