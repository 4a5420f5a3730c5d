// SPDX-License-Identifier: MIT
/// @file
/// @brief Observing requests: the outcome of each attempt, without headers or bodies.
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

/// The outcome of one attempt of a request. Logins are requests too.
struct RequestEvent {
    std::string method{};         ///< `GET` or `POST`.
    std::string url{};            ///< The whole URL. It never holds a credential.
    std::optional<int> status{};  ///< The HTTP status, if there was a response.
    /// The reason, if there was none. Unset with an unset status: your own transport threw another exception.
    std::optional<TransportFailure> failure{};
    int attempt{1};                        ///< 1 for the first attempt of a call.
    std::chrono::nanoseconds duration{0};  ///< From before sending until the last byte, or the failure.
    RateLimit rate_limit{};                ///< The rate limit headers of the response.

    friend auto members(const RequestEvent& self) {
        return std::tie(self.method, self.url, self.status, self.failure, self.attempt, self.duration, self.rate_limit);
    }
};

/// Called after every attempt, in the thread that made it, so concurrently if calls are concurrent. Keep it short, and
/// do not call the observed client from it: during a login the call would deadlock. Its exceptions are dropped.
using Observer = std::function<void(const RequestEvent&)>;

/// An observer that writes one line for each attempt, such as
/// `GET https://ws.api.video/analytics/videos/plays?from=2023-06-01&dimension=country -> 200 in 83 ms, 41 of 100 left`.
/// @param stream must outlive every client with this observer. Lines of concurrent calls do not mix, unless something
/// else writes to @p stream at the same time.
[[nodiscard]] APIVIDEO_EXPORT Observer log_to(std::ostream& stream);

}  // namespace apivideo
