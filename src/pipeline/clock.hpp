// SPDX-License-Identifier: MIT
// Time and random numbers, passed to the classes that need them, so that tests control both.
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
    /// Waits until it is notified or the time has come; may return earlier. The time `max()` never comes.
    std::function<void(std::condition_variable&, std::unique_lock<std::mutex>&, time_point)> wait_until;
};

/// The machine's own clocks.
[[nodiscard]] Clock machine_clock();

/// Returns a random number from 0 to below 1. Thread-safe.
using Random = std::function<double()>;

/// Seeded by the machine.
[[nodiscard]] Random machine_random();

}  // namespace apivideo::detail
