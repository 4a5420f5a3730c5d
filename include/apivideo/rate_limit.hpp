// SPDX-License-Identifier: MIT
/// @file
/// @brief The rate limit headers of a response.
#pragma once

#include <apivideo/detail/equality.hpp>

#include <chrono>
#include <cstdint>
#include <optional>
#include <tuple>

namespace apivideo {

/// The three rate limit headers of a response. A header that is missing or not a plain non-negative number is unset.
struct RateLimit {
    /// `X-RateLimit-Limit`: requests allowed in a minute.
    std::optional<std::int64_t> limit{};
    /// `X-RateLimit-Remaining`: requests left in the current window.
    std::optional<std::int64_t> remaining{};
    /// `X-RateLimit-Retry-After`: seconds until the current window ends, a fraction rounded up; at most ten years.
    std::optional<std::chrono::seconds> retry_after{};

    friend auto members(const RateLimit& self) { return std::tie(self.limit, self.remaining, self.retry_after); }
};

}  // namespace apivideo
