// SPDX-License-Identifier: MIT
// Lets a cancellation end a wait at once.
#pragma once

#include <apivideo/http/http_transport.hpp>

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

}  // namespace apivideo::detail
