// SPDX-License-Identifier: MIT
// What transports say when there is no answer, in the same words whatever library is below.
#pragma once

#include <apivideo/errors.hpp>

#include "http/url.hpp"

#include <cstddef>
#include <string>

namespace apivideo::detail {

/// The one form of these messages: `https://ws.api.video:443: why`.
[[nodiscard]] inline TransportException transport_failure(TransportFailure failure, const Url& url,
                                                          const std::string& why) {
    return TransportException{failure, url.origin() + ": " + why};
}

[[nodiscard]] inline TransportException deadline_passed(const Url& url) {
    return transport_failure(TransportFailure::timeout, url, "no answer within the deadline");
}

[[nodiscard]] inline TransportException cancelled_by_caller(const Url& url) {
    return transport_failure(TransportFailure::cancelled, url, "cancelled by the caller");
}

[[nodiscard]] inline TransportException body_too_large(const Url& url, std::size_t limit) {
    return transport_failure(TransportFailure::too_large, url,
                             "the body of the answer is larger than the limit of " + std::to_string(limit) + " bytes");
}

/// @throws TransportException where there is no time or no wish left to begin.
inline void check_may_begin(const Url& url, const CallContext& context) {
    if (context.cancellation.cancelled()) throw cancelled_by_caller(url);
    if (context.deadline <= std::chrono::steady_clock::now()) throw deadline_passed(url);
}

}  // namespace apivideo::detail
