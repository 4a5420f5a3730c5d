// SPDX-License-Identifier: MIT
// Counts the demo server's requests in windows of time.
#pragma once

#include <chrono>
#include <cstdint>
#include <mutex>

namespace apivideo::detail {

/// What the three `X-RateLimit-*` headers of an answer say.
struct DemoRateLimitState {
    std::int64_t limit;
    std::int64_t remaining;
    std::chrono::seconds retry_after;  ///< Until the window ends, rounded up: who waits so long has waited enough.
};

/// A window begins with the first request after the end of the one before. Safe to use from many threads.
class DemoRateLimit {
  public:
    using TimePoint = std::chrono::steady_clock::time_point;

    struct Admission {
        bool allowed;
        DemoRateLimitState state;
    };

    DemoRateLimit(std::int64_t limit, std::chrono::milliseconds window);

    /// For a request that counts.
    [[nodiscard]] Admission admit(TimePoint now);
    /// For a request that does not.
    [[nodiscard]] DemoRateLimitState look(TimePoint now);

  private:
    void enter_window(TimePoint now);
    [[nodiscard]] DemoRateLimitState state(TimePoint now) const;

    const std::int64_t limit_;
    const std::chrono::milliseconds window_;
    std::mutex mutex_;
    TimePoint end_{TimePoint::min()};
    std::int64_t remaining_{0};
};

}  // namespace apivideo::detail
