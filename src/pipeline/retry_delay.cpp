// SPDX-License-Identifier: MIT
// How long to wait before a request is repeated: arithmetic only.
#include "pipeline/retry_delay.hpp"

#include "http/rate_limit_headers.hpp"
#include "http/retry_after.hpp"

#include <algorithm>
#include <cstdint>

namespace apivideo::detail {

using std::chrono::milliseconds;

milliseconds backoff(const RetryOptions& options, int attempt, double random) noexcept {
    milliseconds cap = options.first_delay;
    for (int i = 1; i < attempt && cap < options.max_delay; ++i)
        cap = cap > options.max_delay / 2 ? options.max_delay : cap * 2;
    cap = std::min(cap, options.max_delay);
    return milliseconds{static_cast<std::int64_t>(random * static_cast<double>(cap.count()))};
}

std::optional<milliseconds> wait_asked_for(const HttpResponse& response, std::chrono::system_clock::time_point now) {
    // Every answer says when the window ends. That is a reason to wait only if the limit is used up.
    const RateLimit limit = parse_rate_limit(response.headers);
    const bool is_used_up = response.status == 429 || limit.remaining == std::int64_t{0};
    if (is_used_up && limit.retry_after) return *limit.retry_after;

    return parse_retry_after(response.headers, now);
}

milliseconds retry_delay(const HttpResponse& response, milliseconds backoff,
                         std::chrono::system_clock::time_point now) {
    return std::max(backoff, wait_asked_for(response, now).value_or(milliseconds{0}));
}

}  // namespace apivideo::detail
