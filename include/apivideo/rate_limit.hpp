// SPDX-License-Identifier: MIT
/// @file
/// @brief What an answer says about the service's rate limit.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

namespace apivideo {

/// The three rate limit headers of an answer. A header that is missing or is not a plain non-negative number is unset.
struct RateLimit {
    /// `X-RateLimit-Limit`: requests allowed in a minute.
    std::optional<std::int64_t> limit{};
    /// `X-RateLimit-Remaining`: requests left in the current window.
    std::optional<std::int64_t> remaining{};
    /// `X-RateLimit-Retry-After`: seconds until the current window ends; ten years where it is more.
    std::optional<std::chrono::seconds> retry_after{};

    /// Member by member.
    friend bool operator==(const RateLimit& a, const RateLimit& b) {
        return a.limit == b.limit && a.remaining == b.remaining && a.retry_after == b.retry_after;
    }
    /// Not equal.
    friend bool operator!=(const RateLimit& a, const RateLimit& b) { return !(a == b); }
};

}  // namespace apivideo
