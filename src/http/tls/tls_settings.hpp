// SPDX-License-Identifier: MIT
// TLS as this library wants it: version, trust, host and client certificate, and why a handshake was refused.
#pragma once

#include <apivideo/http/transport_options.hpp>

#include "http/tls/system_trust.hpp"

#include <openssl/ssl.h>

#include <atomic>
#include <memory>
#include <string>

namespace apivideo::detail {

/// What OpenSSL found out in one handshake, which HTTP libraries do not pass on.
struct TlsReport {
    std::atomic<long> verify_error{0};               ///< X509_V_OK: the certificate was not refused.
    std::atomic<bool> certificate_requested{false};  ///< The server asked for a client certificate.
    std::atomic<bool> closed_in_order{false};        ///< The server said that nothing more will come.

    void reset() noexcept;
};

class TlsSettings {
  public:
    /// Reads the files. @throws InvalidRequestException of field `ca_file` or `client_certificate`.
    explicit TlsSettings(const TransportOptions& options);

    /// Makes @p context verify that the other side is @p host, and tell @p report how that went. @p report must live
    /// as long as handshakes are made with @p context.
    void apply(SSL_CTX& context, const std::string& host, TlsReport& report) const;

    /// Whether apply() replaces what a context trusts. Else it learns from that what the system trusts, for the next
    /// ones.
    [[nodiscard]] bool knows_whom_to_trust() const { return has_authorities_ || system_trust_.is_known(); }
    [[nodiscard]] bool has_client_certificate() const noexcept { return has_client_certificate_; }

  private:
    std::shared_ptr<SSL_CTX> loaded_;  ///< Holds what the files hold; no connection is made with it.
    mutable SystemTrust system_trust_;
    bool has_authorities_;
    bool has_client_certificate_;
};

/// Whether @p code, as OpenSSL numbers them, is an error of TLS.
[[nodiscard]] bool is_tls_error(int code) noexcept;

/// Whether @p code says that the other side refused something.
[[nodiscard]] bool is_tls_alert(int code) noexcept;

/// Why TLS failed, in words for people.
[[nodiscard]] std::string describe_tls_failure(const TlsReport& report, bool has_client_certificate, int code);

}  // namespace apivideo::detail
