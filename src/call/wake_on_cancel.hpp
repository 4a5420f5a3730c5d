// SPDX-License-Identifier: MIT
// Waits that end when the call does: at its deadline, or at once when it is cancelled.
#pragma once

#include <apivideo/http/http_transport.hpp>

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace apivideo::detail {

/// Wakes the threads that wait on @p condition when the call is cancelled. Make it before you lock @p mutex, so that it
/// is destroyed after the lock: its destructor waits for a callback that is running, and the callback locks the mutex.
[[nodiscard]] inline CancellationRegistration wake_on_cancel(const CallContext& context, std::mutex& mutex,
                                                             std::condition_variable& condition) {
    return context.cancellation.on_cancel([&mutex, &condition] {
        const std::lock_guard<std::mutex> lock{mutex};
        condition.notify_all();
    });
}

/// Waits until @p condition is notified or @p time comes, which `max()` never does. May return sooner.
inline void wait_until(std::condition_variable& condition, std::unique_lock<std::mutex>& lock,
                       std::chrono::steady_clock::time_point time) {
    if (time == std::chrono::steady_clock::time_point::max())
        condition.wait(lock);
    else
        condition.wait_until(lock, time);
}

}  // namespace apivideo::detail
