// SPDX-License-Identifier: MIT
// From what a caller set to what goes down the stack: timeouts become deadlines.
#include "call/call_context.hpp"

#include <apivideo/errors.hpp>

#include <string>

namespace apivideo::detail {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

void check_timeout(milliseconds timeout) {
    if (timeout <= milliseconds{0})
        throw InvalidRequestException{"timeout",
                                      "is " + std::to_string(timeout.count()) + " ms, expected a positive time"};
}

steady_clock::time_point saturated_sum(steady_clock::time_point now, milliseconds wait) noexcept {
    const auto left = std::chrono::duration_cast<milliseconds>(steady_clock::time_point::max() - now);
    return wait < left ? now + wait : steady_clock::time_point::max();
}

CallContext call_context(const CallOptions& options, milliseconds default_timeout, steady_clock::time_point begin) {
    const milliseconds timeout = options.timeout.value_or(default_timeout);
    check_timeout(timeout);
    return CallContext{saturated_sum(begin, timeout), options.cancellation, 1};
}

void check_may_send(const CallContext& context) {
    if (context.cancellation.cancelled())
        throw TransportException{TransportFailure::cancelled, "cancelled before the request was sent"};
    if (context.deadline <= steady_clock::now())
        throw TransportException{TransportFailure::timeout, "the deadline passed before the request was sent"};
}

}  // namespace apivideo::detail
