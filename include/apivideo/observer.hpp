// SPDX-License-Identifier: MIT
/// @file
/// @brief Observing requests: the outcome of each attempt and each longer wait, without headers or bodies.
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

/// Why a call waits.
enum class WaitReason {
    rate_limit = 1,  ///< The rate limit is used up: the call waits until the window ends.
    retry,           ///< An attempt failed: the call waits before it makes another one.
};

/// Writes the enumerator's name, or `WaitReason(17)` for a value out of range.
APIVIDEO_EXPORT std::ostream& operator<<(std::ostream& stream, WaitReason reason);

/// A wait that begins.
struct RequestWait {
    WaitReason reason{};                    ///< Why the call waits.
    std::chrono::milliseconds duration{0};  ///< How long it is going to wait.

    friend auto members(const RequestWait& self) { return std::tie(self.reason, self.duration); }
};

/// The outcome of one attempt of a request, or a wait of more than a second before one. Logins are requests too.
struct RequestEvent {
    std::string method{};         ///< `GET` or `POST`.
    std::string url{};            ///< The whole URL. It never holds a credential.
    std::optional<int> status{};  ///< The HTTP status, if there was a response.
    /// The reason, if there was none. Unset with an unset status and an unset wait: your own transport threw another
    /// exception.
    std::optional<TransportFailure> failure{};
    int attempt{1};                        ///< 1 for the first attempt of a call; of a wait, the attempt after it.
    std::chrono::nanoseconds duration{0};  ///< From before sending until the last byte, or the failure.
    RateLimit rate_limit{};                ///< The rate limit headers of the response.
    /// Set if the event tells of a wait that begins. What an attempt came to is then unset.
    std::optional<RequestWait> wait{};

    friend auto members(const RequestEvent& self) {
        return std::tie(self.method, self.url, self.status, self.failure, self.attempt, self.duration, self.rate_limit,
                        self.wait);
    }
};

/// Called after every attempt and before every wait of more than a second, in the thread of the call, so concurrently
/// if calls are concurrent. Keep it short, and do not call the observed client from it: during a login the call would
/// deadlock. Its exceptions are dropped.
using Observer = std::function<void(const RequestEvent&)>;

/// An observer that writes one line for each event, such as
/// `GET https://ws.api.video/analytics/videos/plays?from=2023-06-01&dimension=country -> 200 in 83 ms, 41 of 100 left`,
/// or `... waits 59000 ms for the rate limit`.
/// @param stream must outlive every client with this observer. Lines of concurrent calls do not mix, unless something
/// else writes to @p stream at the same time.
[[nodiscard]] APIVIDEO_EXPORT Observer log_to(std::ostream& stream);

}  // namespace apivideo
