// SPDX-License-Identifier: MIT
// What answers tell about the service's rate limit window: arithmetic only.
#pragma once

#include <apivideo/rate_limit.hpp>

#include <chrono>
#include <cstdint>
#include <optional>

namespace apivideo::detail {

/// Counts requests under way against what the answers say is left. Not thread-safe.
///
/// An answer gives the seconds until the window ends, rounded up or down, as of some time between sending and arrival.
/// So it bounds the end of the window on both sides. This class takes the upper bound.
class RateWindow {
  public:
    using time_point = std::chrono::steady_clock::time_point;

    /// Whether a request may start now, as far as is known.
    [[nodiscard]] bool may_start(time_point now);
    /// When the window ends. Unset if that is not known yet.
    [[nodiscard]] std::optional<time_point> end() const noexcept { return end_; }

    /// A request that has started.
    struct Request {
        time_point sent;
        std::int64_t untold;  ///< How many requests had ended before of which no answer told.
    };

    /// A request starts.
    Request started(time_point now) noexcept;
    /// The answer to @p request arrived at @p now. Unset members of @p limit tell nothing.
    void answered(const Request& request, time_point now, const RateLimit& limit);
    /// A request ended without an answer. The service may have counted it.
    void failed() noexcept;

  private:
    void begin_next_if_over(time_point now);
    void count_request() noexcept;
    void count_untold_request() noexcept;

    std::int64_t under_way_ = 0;
    std::int64_t untold_ = 0;                // requests that count_request() was called for
    std::int64_t silent_ = 0;                // answers in a row, of this window, that told nothing
    std::optional<std::int64_t> limit_;      // of a whole window
    std::optional<std::int64_t> remaining_;  // the least that an answer of this window told
    std::optional<time_point> end_;          // of this window; unset before its first answer
    std::optional<time_point> begin_;        // the end of the window before
};

}  // namespace apivideo::detail
