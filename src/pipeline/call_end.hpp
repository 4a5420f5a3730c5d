// SPDX-License-Identifier: MIT
// How a wait within a call ends too early: at its deadline or by cancellation.
#pragma once

#include <apivideo/errors.hpp>
#include <apivideo/http/http_transport.hpp>

#include "pipeline/clock.hpp"

#include <condition_variable>
#include <mutex>

namespace apivideo::detail {

/// Throws where the call of @p context was cancelled or its deadline has passed.
inline void throw_if_ended(const CallContext& context, const Clock& clock, const char* doing) {
    if (context.cancellation.cancelled())
        throw TransportException{TransportFailure::cancelled, std::string{"cancelled while "} + doing};
    if (clock.now() >= context.deadline)
        throw TransportException{TransportFailure::timeout, std::string{"the deadline passed while "} + doing};
}

/// Wakes those who wait on @p condition when the call is cancelled. Make it before the lock on @p mutex, so that it
/// goes after it: its destructor waits for a cancellation that is waking them, which needs the mutex.
[[nodiscard]] inline CancellationRegistration wake_on_cancel(const CallContext& context, std::mutex& mutex,
                                                             std::condition_variable& condition) {
    return context.cancellation.on_cancel([&mutex, &condition] {
        const std::lock_guard<std::mutex> lock{mutex};
        condition.notify_all();
    });
}

}  // namespace apivideo::detail
