// SPDX-License-Identifier: MIT
/// @file
/// @brief What can be set on an AuthenticatedApiClient.
#pragma once

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
    /// The API key is exchanged for a token by `POST /auth/api-key`; the token is sent, and renewed in time.
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

    friend auto members(const NameAndVersion& value) { return std::tie(value.name, value.version); }
};

/// When and how often a request is repeated. Only requests that change nothing are: calls, not logins.
struct RetryOptions {
    /// The most attempts for one call, the first included: at least 1. 1 means that nothing is repeated.
    int max_attempts{3};
    /// The most time before the second attempt; each further one may wait twice as long. The wait is a random part of
    /// it. Must be positive.
    std::chrono::milliseconds first_delay{500};
    /// The most time before any attempt, unless the service asked for more. At least `first_delay`.
    std::chrono::milliseconds max_delay{8000};

    friend auto members(const RetryOptions& value) {
        return std::tie(value.max_attempts, value.first_delay, value.max_delay);
    }
};

/// What can be set on an AuthenticatedApiClient. The defaults are right for production.
struct ClientOptions {
    /// Where the service is: `https`, or `http` on a loopback address or `localhost`. A path prefix is kept, a trailing
    /// slash makes no difference; user name, query and fragment are refused.
    std::string base_url{production_url};
    /// How requests prove who sends them.
    Authentication authentication{Authentication::bearer};
    /// The program that calls, sent as `AV-Origin-App`. Unset: not sent.
    std::optional<NameAndVersion> application{};
    /// The SDK built on this library that calls, sent as `AV-Origin-Sdk`. Unset: not sent.
    std::optional<NameAndVersion> sdk{};
    /// The time that a call may take, unless CallOptions::timeout says otherwise: waits, logins, retries and the last
    /// byte of the answer included. Must be positive.
    std::chrono::milliseconds timeout{std::chrono::seconds{60}};
    /// When and how often a request is repeated.
    RetryOptions retry{};
    /// Whether requests wait for the next window once the service's rate limit is used up, instead of being refused.
    bool pace_requests{true};
    /// Is told of every attempt. Unset: nothing is observed.
    Observer observer{};
    /// Allows `http` base URLs on any host. The API key then crosses the network in the clear.
    bool allow_plain_http{false};
    /// What sends the requests, below everything that the client adds; the default transport where it is not set. Wrap
    /// make_default_transport() in one of your own to see every attempt.
    std::shared_ptr<HttpTransport> transport{};
};

}  // namespace apivideo
