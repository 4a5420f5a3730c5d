// SPDX-License-Identifier: MIT
// Calls an observer, whatever it throws.
#pragma once

#include <apivideo/http/http_transport.hpp>
#include <apivideo/observer.hpp>

#include <chrono>

namespace apivideo::detail {

/// A wait of no more than this is not worth an event.
inline constexpr std::chrono::seconds longest_untold_wait{1};

/// An observer must not change the outcome of a call.
template <class MakeEvent>
void notify(const Observer& observer, const MakeEvent& make_event) noexcept {
    try {
        if (observer) observer(make_event());
    } catch (...) {
    }
}

/// A wait of @p duration begins before the attempt number @p attempt of @p request.
inline void notify_of_wait(const Observer& observer, const HttpRequest& request, int attempt, WaitReason reason,
                           std::chrono::nanoseconds duration) noexcept {
    if (duration <= longest_untold_wait) return;
    notify(observer, [&] {
        RequestEvent event;
        event.method = request.method;
        event.url = request.url;
        event.attempt = attempt;
        event.wait = RequestWait{reason, std::chrono::ceil<std::chrono::milliseconds>(duration)};
        return event;
    });
}

}  // namespace apivideo::detail
