// SPDX-License-Identifier: MIT
// What is known of the service's rate limit window: arithmetic only.
#pragma once

#include <apivideo/rate_limit.hpp>

#include <chrono>
#include <cstdint>
#include <optional>

namespace apivideo::detail {

/// Counts requests under way against what the answers say is left. Not thread-safe.
///
/// An answer tells whole seconds until the window ends, rounded one way or the other, and was made some time between
/// sending and arrival. So it bounds the end from both sides; the window is held to end at the upper bound.
class RateWindow {
  public:
    using time_point = std::chrono::steady_clock::time_point;

    /// Whether a request may start now without exceeding the limit, as far as is known.
    [[nodiscard]] bool may_start(time_point now);
    /// When the window ends; unset while that is not known.
    [[nodiscard]] std::optional<time_point> end() const noexcept { return end_; }

    /// A request starts.
    void started() noexcept { ++under_way_; }
    /// A request that started at @p sent has its answer at @p now. Unset members of @p limit tell nothing.
    void answered(time_point sent, time_point now, const RateLimit& limit);
    /// A request ended without an answer; the service may have counted it.
    void failed() noexcept;

  private:
    void begin_if_over(time_point now);
    void count_one_more() noexcept;

    std::int64_t under_way_ = 0;
    std::optional<std::int64_t> limit_;      // of a whole window
    std::optional<std::int64_t> remaining_;  // the least that an answer of this window told; unset: not known
    std::optional<time_point> end_;          // of this window; unset: no answer of it has come yet
    std::optional<time_point> begin_;        // when the window before was held to end
};

}  // namespace apivideo::detail
