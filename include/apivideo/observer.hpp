// SPDX-License-Identifier: MIT
/// @file
/// @brief Watching requests: what happened to each attempt, without headers or bodies.
#pragma once

#include <apivideo/detail/equality.hpp>
#include <apivideo/export.hpp>
#include <apivideo/rate_limit.hpp>
#include <apivideo/transport_failure.hpp>

#include <chrono>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <tuple>

namespace apivideo {

/// What happened to one attempt of a request. Logins are requests too.
struct RequestEvent {
    std::string method{};         ///< `GET` or `POST`.
    std::string url{};            ///< The whole URL. It never holds a credential.
    std::optional<int> status{};  ///< The HTTP status, where there was an answer.
    std::optional<TransportFailure>
        failure{};                         ///< Why there was none. Neither: a transport of yours threw something else.
    int attempt{1};                        ///< 1 for the first attempt of a call.
    std::chrono::nanoseconds duration{0};  ///< From before sending until the last byte, or the failure.
    RateLimit rate_limit{};                ///< What the answer said about the rate limit.

    friend auto members(const RequestEvent& value) {
        return std::tie(value.method, value.url, value.status, value.failure, value.attempt, value.duration,
                        value.rate_limit);
    }
};

/// Is told of every attempt, in the thread that made it: concurrently, where calls are concurrent. Keep it short, and
/// do not call the client that it observes: told of a login, it would wait for that login. What it throws is dropped.
using Observer = std::function<void(const RequestEvent&)>;

/// An observer that writes one line for each attempt, such as
/// `GET https://ws.api.video/analytics/videos/plays?from=2023-06-01&dimension=country -> 200 in 83 ms, 41 of 100 left`.
/// @param stream where to; must outlive every client that observes with this. Lines of concurrent calls do not mix, as
/// long as nothing else writes to @p stream at the same time.
[[nodiscard]] APIVIDEO_EXPORT Observer log_to(std::ostream& stream);

}  // namespace apivideo
