// SPDX-License-Identifier: MIT
// What OpenSSL observes on one connection: HTTP libraries do not pass it on.
#pragma once

#include "http/tls/tls_sessions.hpp"
#include "http/tls/trusted_authorities.hpp"

#include <openssl/ssl.h>

#include <atomic>
#include <functional>
#include <memory>

namespace apivideo::detail {

/// Not copyable: OpenSSL holds its address.
struct TlsReport {
    TlsReport() = default;
    TlsReport(const TlsReport&) = delete;
    TlsReport& operator=(const TlsReport&) = delete;
    /// Forgets the session that was offered if the handshake did not finish: the session may be the cause.
    ~TlsReport();

    // Of the running exchange.
    std::atomic<long> verify_error{0};               ///< X509_V_OK: the certificate was not refused.
    std::atomic<bool> certificate_requested{false};  ///< The server asked for a client certificate.
    std::atomic<bool> certificate_missing{false};    ///< It did, and none is set.
    std::atomic<bool> close_notified{false};         ///< The server announced the end of the connection.
    std::atomic<bool> handshake_begun{false};        ///< The connection was made, and the TLS handshake began.
    std::atomic<bool> handshake_finished{false};     ///< Whether it succeeded, too.

    /// Called in the thread of a handshake that begins; must not throw.
    std::function<void()> on_handshake{};

    // Of the connection.
    std::shared_ptr<TrustedAuthorities> authorities{};
    std::shared_ptr<TlsSession> session{};
    std::atomic<bool> session_offered{false};
    std::atomic<SSL*> connection{nullptr};  ///< The latest that began a handshake; its owner may have closed it since.

    /// To be called before each exchange.
    void reset() noexcept;

    /// Whether the handshake began and did not finish.
    [[nodiscard]] bool failed_within_handshake() const noexcept { return handshake_begun && !handshake_finished; }

    /// Whether bytes arrived that nobody has read. To be called only while the latest connection is open.
    [[nodiscard]] bool has_unread() const noexcept;

    /// Makes every connection of @p context report here. The report must outlive them.
    void observe(SSL_CTX& context);
};

}  // namespace apivideo::detail
