// SPDX-License-Identifier: MIT
// TLS sessions, so that later connections to an origin resume instead of a full handshake.
#include "http/tls/tls_sessions.hpp"

#include <algorithm>

namespace apivideo::detail {

void TlsSession::keep(const SSL_SESSION& session) noexcept {
    if (SSL_SESSION_is_resumable(&session) != 1) return;
    SSL_SESSION* const copy = SSL_SESSION_dup(&session);
    if (!copy) return;
    const std::lock_guard<std::mutex> lock{mutex_};
    session_.reset(copy, SSL_SESSION_free);
}

bool TlsSession::offer_to(SSL& connection) const noexcept {
    const std::lock_guard<std::mutex> lock{mutex_};
    if (!session_) return false;
    SSL_SESSION* const copy = SSL_SESSION_dup(session_.get());
    const bool offered = copy && SSL_set_session(&connection, copy) == 1;
    SSL_SESSION_free(copy);
    return offered;
}

void TlsSession::forget() noexcept {
    const std::lock_guard<std::mutex> lock{mutex_};
    session_.reset();
}

std::shared_ptr<TlsSession> TlsSessions::of(const std::string& origin) {
    const std::lock_guard<std::mutex> lock{mutex_};
    const auto found =
        std::find_if(sessions_.begin(), sessions_.end(), [&](const auto& known) { return known.first == origin; });
    if (found != sessions_.end()) return found->second;
    if (sessions_.size() == max_origins) sessions_.pop_front();
    return sessions_.emplace_back(origin, std::make_shared<TlsSession>()).second;
}

}  // namespace apivideo::detail
