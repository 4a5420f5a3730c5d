// SPDX-License-Identifier: MIT
// The deadline and the cancellation of a call: made from its options, and checked.
#include "call/call_context.hpp"

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

CallContext call_context(const CallOptions& options, milliseconds client_timeout, steady_clock::time_point begin) {
    const milliseconds timeout = options.timeout.value_or(client_timeout);
    check_timeout(timeout);
    return CallContext{saturated_sum(begin, timeout), options.cancellation, 1};
}

void check_still_wanted(const CallContext& context, steady_clock::time_point now, std::string_view doing) {
    if (context.cancellation.cancelled()) throw cancelled_by_caller(doing);
    if (context.deadline <= now) throw deadline_passed(doing);
}

TransportException deadline_passed(std::string_view doing) {
    return TransportException{TransportFailure::timeout, std::string{doing} + ": no answer within the deadline"};
}

TransportException cancelled_by_caller(std::string_view doing) {
    return TransportException{TransportFailure::cancelled, std::string{doing} + ": cancelled by the caller"};
}

}  // namespace apivideo::detail
