// SPDX-License-Identifier: MIT
/// @file
/// @brief Options of an AuthenticatedApiClient.
#pragma once

#include <apivideo/call_options.hpp>
#include <apivideo/detail/equality.hpp>
#include <apivideo/export.hpp>
#include <apivideo/http/http_transport.hpp>
#include <apivideo/observer.hpp>

#include <chrono>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <tuple>

namespace apivideo {

/// The service's production environment.
inline constexpr const char* production_url = "https://ws.api.video";
/// The service's sandbox, which has API keys of its own, and the plays of the last day only.
inline constexpr const char* sandbox_url = "https://sandbox.api.video";

/// How requests prove who sends them.
enum class Authentication {
    /// `POST /auth/api-key` exchanges the API key for a token, which the client renews before it expires.
    bearer = 1,
    /// The API key is sent with every request, as the user name of HTTP Basic authentication.
    basic,
};

/// Writes the enumerator's name, or `Authentication(17)` for a value out of range.
APIVIDEO_EXPORT std::ostream& operator<<(std::ostream& stream, Authentication authentication);

/// The name and version of a program, for the service's statistics.
struct NameAndVersion {
    std::string name{};     ///< 1 to 50 of `A-Z a-z 0-9 _ -`.
    std::string version{};  ///< `xxx[.yyy][.zzz]`: one to three numbers of one to three digits.

    friend auto members(const NameAndVersion& self) { return std::tie(self.name, self.version); }
};

/// When and how often a request is retried. Only `GET` requests are; logins are not.
struct RetryOptions {
    /// Maximum number of attempts per call, including the first; at least 1, which disables retries.
    int max_attempts{3};
    /// Base delay of the exponential backoff with full jitter: attempt n+1 waits a random time between 0 and
    /// first_delay * 2^(n-1). Must be positive.
    std::chrono::milliseconds first_delay{500};
    /// Maximum delay before any attempt, unless the service asks for more. At least `first_delay`.
    std::chrono::milliseconds max_delay{8000};
    /// Maximum duration of one attempt, including a login. An attempt that takes longer is retried if the call has time
    /// left, so that a connection that died in silence costs one attempt and not the call. Must be positive.
    std::chrono::milliseconds attempt_timeout{30000};

    friend auto members(const RetryOptions& self) {
        return std::tie(self.max_attempts, self.first_delay, self.max_delay, self.attempt_timeout);
    }
};

/// Options of an AuthenticatedApiClient. The defaults are right for production.
struct ClientOptions {
    /// Where the service is: `https`, or `http` on a loopback address or `localhost`. May have a path prefix, but no
    /// user name, query or fragment.
    std::string base_url{production_url};
    /// How requests prove who sends them.
    Authentication authentication{Authentication::bearer};
    /// The program that calls, sent as `AV-Origin-App`. Unset: not sent.
    std::optional<NameAndVersion> application{};
    /// The SDK built on this library that calls, sent as `AV-Origin-Sdk`. Unset: not sent.
    std::optional<NameAndVersion> sdk{};
    /// Time limit of a call that sets no CallOptions::timeout, including waits, logins and retries. Must be positive.
    std::chrono::milliseconds timeout{default_timeout};
    /// When and how often a request is retried.
    RetryOptions retry{};
    /// Whether calls wait for the rate limit to reset once it is exhausted, if that fits within the timeout.
    bool pace_requests{true};
    /// Called after every attempt and before every wait of more than a second. Unset: nothing is observed.
    Observer observer{};
    /// Allows `http` base URLs on any host. The API key then crosses the network in the clear.
    bool allow_plain_http{false};
    /// The transport below the pipeline. Null: make_default_transport(). Wrap that in your own to see every attempt.
    std::shared_ptr<HttpTransport> transport{};
};

}  // namespace apivideo
