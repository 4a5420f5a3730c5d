// SPDX-License-Identifier: MIT
// TLS settings: version, trusted authorities, host and client certificate; and why a handshake failed.
#pragma once

#include <apivideo/http/transport_options.hpp>

#include "http/tls/system_trust.hpp"

#include <openssl/ssl.h>

#include <atomic>
#include <memory>
#include <string>

namespace apivideo::detail {

/// What OpenSSL observed on one connection. HTTP libraries do not pass it on.
struct TlsReport {
    std::atomic<long> verify_error{0};               ///< X509_V_OK: the certificate was not refused.
    std::atomic<bool> certificate_requested{false};  ///< The server asked for a client certificate.
    std::atomic<bool> close_notified{false};         ///< The server announced the end of the connection.

    void reset() noexcept;
};

class TlsSettings {
  public:
    /// Reads the files. @throws InvalidRequestException of field `ca_file` or `client_certificate`.
    explicit TlsSettings(const TransportOptions& options);

    /// Makes @p context verify that the server is @p host, and record the outcome in @p report, which must outlive
    /// every connection made with @p context.
    void apply(SSL_CTX& context, const std::string& host, TlsReport& report) const;

    /// Whether apply() replaces the authorities that a context trusts. If not, it keeps them for later contexts.
    [[nodiscard]] bool has_trusted_authorities() const { return has_ca_file_ || system_trust_.is_loaded(); }
    [[nodiscard]] bool has_client_certificate() const noexcept { return has_client_certificate_; }

  private:
    std::shared_ptr<SSL_CTX> loaded_;  ///< Contains what the files contain; no connection uses it.
    mutable SystemTrust system_trust_;
    bool has_ca_file_;
    bool has_client_certificate_;
};

/// Whether @p code, one of OpenSSL's, is a TLS error.
[[nodiscard]] bool is_tls_error(int code) noexcept;

/// Whether @p code is an alert from the server: it refused something.
[[nodiscard]] bool is_tls_alert(int code) noexcept;

/// Whether the server asked for a client certificate and got none. With TLS 1.3 the client learns only after the
/// handshake that the server refuses it for that.
[[nodiscard]] bool lacks_client_certificate(const TlsReport& report, bool has_client_certificate) noexcept;

/// Why TLS failed, for messages.
[[nodiscard]] std::string describe_tls_failure(const TlsReport& report, bool has_client_certificate, int code);

}  // namespace apivideo::detail
