// SPDX-License-Identifier: MIT
// Time and chance, handed to whatever waits, so that tests decide both.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>

namespace apivideo::detail {

struct Clock {
    using time_point = std::chrono::steady_clock::time_point;

    std::function<time_point()> now;
    /// The calendar's time, for dates in headers.
    std::function<std::chrono::system_clock::time_point()> calendar_now;
    /// Waits until notified or until that time, whichever is first; may return early. A `max()` time is never reached.
    std::function<void(std::condition_variable&, std::unique_lock<std::mutex>&, time_point)> wait_until;
};

/// The machine's own clocks.
[[nodiscard]] Clock machine_clock();

/// A random number from 0 to below 1; called from many threads.
using Random = std::function<double()>;

/// Seeded by the machine.
[[nodiscard]] Random machine_random();

}  // namespace apivideo::detail
