// SPDX-License-Identifier: MIT
// The access token that all calls share: one login gets it for all of them, and renews it in time.
#pragma once

#include <apivideo/http/http_transport.hpp>

#include "pipeline/clock.hpp"
#include "pipeline/login.hpp"

#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace apivideo::detail {

/// Logs in when a call needs a token. Has no thread of its own. Thread-safe.
class TokenSource {
  public:
    struct Token {
        std::string value;
        std::uint64_t login;  ///< The number of the login that it came from.
    };
    /// A token, or the answer of 408, 429 or 5xx that a login got instead.
    using TokenOrAnswer = std::variant<Token, HttpResponse>;

    TokenSource(std::shared_ptr<HttpTransport> transport, std::string base_url, std::string api_key, Clock clock);

    /// The current token. Without one, this call logs in, or waits for the call that is logging in.
    /// @throws UnauthorizedException if the login is refused, UnexpectedResponseException if it gives no usable token,
    /// TransportException if it has no answer or the call of @p context ends.
    /// @param refused_login the login of a token that the service refused: it is no longer the current one.
    [[nodiscard]] TokenOrAnswer token(const CallContext& context, std::uint64_t refused_login = 0);

    /// What to remove from the answer to a request that was sent with @p token: it, the API key, and the last tokens.
    [[nodiscard]] std::vector<std::string> secrets(const Token& token) const;

  private:
    struct Login;

    [[nodiscard]] TokenOrAnswer log_in_or_wait(const CallContext& context);
    [[nodiscard]] TokenOrAnswer log_in(const CallContext& context, std::unique_lock<std::mutex>& lock);
    [[nodiscard]] bool has_usable_token() const { return token_ && clock_.now() < renew_at_; }
    [[nodiscard]] std::vector<std::string> known_secrets() const;
    [[nodiscard]] static TokenOrAnswer result_of(const Login& login);

    const std::shared_ptr<HttpTransport> transport_;
    const std::string base_url_;
    const std::string api_key_;
    const std::vector<std::string> key_spellings_;
    const Clock clock_;

    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::optional<Token> token_;
    Clock::time_point renew_at_{};
    std::vector<std::string> last_tokens_;  // the oldest first
    std::uint64_t logins_ = 0;
    std::shared_ptr<Login> under_way_;
};

}  // namespace apivideo::detail
