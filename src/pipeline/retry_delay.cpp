// SPDX-License-Identifier: MIT
// How long to wait before a request is repeated: arithmetic only.
#include "pipeline/retry_delay.hpp"

#include "http/http_date.hpp"
#include "http/rate_limit_headers.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <cstdint>
#include <string>

namespace apivideo::detail {

using std::chrono::milliseconds;
using std::chrono::seconds;

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

    const std::string* retry_after = response.headers.find("Retry-After");
    if (!retry_after) return std::nullopt;
    if (const std::optional<seconds> wait = parse_wait(*retry_after)) return *wait;
    const auto date = parse_http_date(trimmed(*retry_after), now);
    if (!date) return std::nullopt;
    return std::clamp<milliseconds>(std::chrono::ceil<milliseconds>(*date - now), seconds{0}, max_wait);
}

milliseconds retry_delay(const HttpResponse& response, milliseconds backoff,
                         std::chrono::system_clock::time_point now) {
    return std::max(backoff, wait_asked_for(response, now).value_or(milliseconds{0}));
}

}  // namespace apivideo::detail
