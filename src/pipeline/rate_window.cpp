// SPDX-License-Identifier: MIT
// What answers tell about the service's rate limit window: arithmetic only.
#include "pipeline/rate_window.hpp"

#include "http/rate_limit_headers.hpp"

#include <algorithm>

namespace apivideo::detail {
namespace {

constexpr std::chrono::seconds rounding{1};

}  // namespace

bool RateWindow::may_start(time_point now) {
    begin_next_if_over(now);
    if (!remaining_) return true;
    // Before the first answer of a window, one request must be under way to get it.
    return under_way_ < (end_ ? *remaining_ : std::max<std::int64_t>(*remaining_, 1));
}

void RateWindow::begin_next_if_over(time_point now) {
    if (!end_ || now < *end_) return;
    begin_ = end_;
    end_.reset();
    remaining_ = limit_;
    silent_ = 0;
}

RateWindow::Request RateWindow::started(time_point now) noexcept {
    ++under_way_;
    return Request{now, untold_};
}

void RateWindow::count_request() noexcept {
    ++untold_;
    if (remaining_ && *remaining_ > 0) --*remaining_;
}

void RateWindow::count_untold_request() noexcept {
    count_request();
    ++silent_;
    // No answer of a whole window told the limit: there may be none any more.
    if (!end_ && limit_ && silent_ >= std::max<std::int64_t>(*limit_, 1)) remaining_.reset();
}

void RateWindow::failed() noexcept {
    --under_way_;
    count_untold_request();
}

void RateWindow::answered(const Request& request, time_point now, const RateLimit& limit) {
    --under_way_;
    begin_next_if_over(now);
    if (!limit.remaining || !limit.retry_after) return count_untold_request();
    silent_ = 0;
    const std::chrono::seconds left = std::min(*limit.retry_after, max_wait);
    const time_point earliest_end = request.sent + left - rounding;
    const time_point latest_end = now + left + rounding;

    // A late answer, which probably tells of the window before. This window may have counted the request.
    const bool of_the_window_before =
        begin_ && request.sent < *begin_ && earliest_end <= *begin_ && (!end_ || latest_end < *end_);
    if (of_the_window_before) return count_request();

    if (limit.limit) limit_ = limit.limit;
    if (end_ && earliest_end > *end_) {  // the service began another window earlier than expected
        begin_ = end_;
        end_.reset();
        remaining_.reset();
    }
    end_ = end_ ? std::min(*end_, latest_end) : latest_end;
    // The service may have counted those that ended in the meantime after it gave this answer.
    const std::int64_t remaining = std::max<std::int64_t>(*limit.remaining - (untold_ - request.untold), 0);
    remaining_ = remaining_ ? std::min(*remaining_, remaining) : remaining;
}

}  // namespace apivideo::detail
