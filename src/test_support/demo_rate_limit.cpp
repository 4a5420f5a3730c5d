// SPDX-License-Identifier: MIT
// Counts the demo server's requests in windows of time.
#include "test_support/demo_rate_limit.hpp"

#include <algorithm>

namespace apivideo::detail {

DemoRateLimit::DemoRateLimit(std::int64_t limit, std::chrono::milliseconds window) : limit_{limit}, window_{window} {}

DemoRateLimit::Admission DemoRateLimit::admit(TimePoint now) {
    const std::lock_guard lock{mutex_};
    enter_window(now);
    const bool allowed = remaining_ > 0;
    if (allowed) --remaining_;
    return {allowed, state(now)};
}

DemoRateLimitState DemoRateLimit::look(TimePoint now) {
    const std::lock_guard lock{mutex_};
    enter_window(now);
    return state(now);
}

void DemoRateLimit::enter_window(TimePoint now) {
    if (now < end_) return;
    end_ = now + window_;
    remaining_ = limit_;
}

DemoRateLimitState DemoRateLimit::state(TimePoint now) const {
    // Callers read the clock before they wait for the mutex, so one may come with a time before the window.
    const TimePoint within = std::max(now, end_ - window_);
    return {limit_, remaining_, std::chrono::ceil<std::chrono::seconds>(end_ - within)};
}

}  // namespace apivideo::detail
