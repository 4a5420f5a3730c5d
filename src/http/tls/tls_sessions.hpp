// SPDX-License-Identifier: MIT
// TLS sessions, so that later connections to an origin resume instead of a full handshake.
#pragma once

#include <openssl/ssl.h>

#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

namespace apivideo::detail {

/// The latest session of one origin. Any number of connections may resume it. Thread-safe.
class TlsSession {
  public:
    /// Keeps a copy: OpenSSL changes the session of a connection that uses it.
    void keep(const SSL_SESSION& session) noexcept;

    /// Makes @p connection, before its handshake, resume the session. @return whether there is one.
    bool offer_to(SSL& connection) const noexcept;

    void forget() noexcept;

  private:
    mutable std::mutex mutex_;
    std::shared_ptr<SSL_SESSION> session_;
};

/// The sessions of a transport. Thread-safe.
class TlsSessions {
  public:
    /// How many origins are remembered. The one that came first is forgotten first.
    static constexpr std::size_t max_origins = 16;

    [[nodiscard]] std::shared_ptr<TlsSession> of(const std::string& origin);

  private:
    std::mutex mutex_;
    std::deque<std::pair<std::string, std::shared_ptr<TlsSession>>> sessions_;
};

}  // namespace apivideo::detail
