// SPDX-License-Identifier: MIT
// Keeps calls within the service's rate limit.
#include "pipeline/wrappers.hpp"

#include "call/call_context.hpp"
#include "call/wake_on_cancel.hpp"
#include "http/rate_limit_headers.hpp"
#include "pipeline/observer_calls.hpp"
#include "pipeline/rate_window.hpp"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <utility>

namespace apivideo::detail {
namespace {

class Pacing final : public HttpTransport {
  public:
    Pacing(std::shared_ptr<HttpTransport> inner, Clock clock, Observer observer)
        : inner_{std::move(inner)}, clock_{std::move(clock)}, observer_{std::move(observer)} {}

    HttpResponse send(const HttpRequest& request, const CallContext& context) override {
        if (request.method != "GET") return inner_->send(request, context);  // the limit counts reads only
        std::optional<RateWindow::Request> started = start_at_once();
        if (!started) started = wait_to_start(request, context);
        try {
            HttpResponse response = inner_->send(request, context);
            update([&] { window_.answered(*started, clock_.now(), parse_rate_limit(response.headers)); });
            return response;
        } catch (...) {
            update([&] { window_.failed(); });
            throw;
        }
    }

  private:
    std::optional<RateWindow::Request> start_at_once() {
        const std::lock_guard<std::mutex> lock{mutex_};
        return start_if_possible();
    }

    std::optional<RateWindow::Request> start_if_possible() {
        const Clock::time_point now = clock_.now();
        if (!window_.may_start(now)) return std::nullopt;
        return window_.started(now);
    }

    RateWindow::Request wait_to_start(const HttpRequest& request, const CallContext& context) {
        const CancellationRegistration registration = wake_on_cancel(context, mutex_, changed_);
        Clock::time_point told_until = clock_.now();
        std::unique_lock<std::mutex> lock{mutex_};
        for (;;) {
            if (const auto started = start_if_possible()) return *started;
            check_still_wanted(context, clock_.now(), "waiting for the rate limit");
            const std::optional<Clock::time_point> end = window_.end();
            if (end && *end >= context.deadline) return window_.started(clock_.now());
            const Clock::time_point untold_from = std::max(told_until, clock_.now());
            if (observer_ && end && *end - untold_from > longest_untold_wait) {
                told_until = *end;
                lock.unlock();
                notify_of_wait(observer_, request, context.attempt, WaitReason::rate_limit, *end - untold_from);
                lock.lock();
                continue;
            }
            clock_.wait_until(changed_, lock, end.value_or(context.deadline));
        }
    }

    template <class Change>
    void update(Change change_window) {
        {
            const std::lock_guard<std::mutex> lock{mutex_};
            change_window();
        }
        changed_.notify_all();
    }

    std::shared_ptr<HttpTransport> inner_;
    Clock clock_;
    Observer observer_;
    std::mutex mutex_;
    std::condition_variable changed_;
    RateWindow window_;
};

}  // namespace

std::shared_ptr<HttpTransport> make_pacing(std::shared_ptr<HttpTransport> inner, Clock clock, Observer observer) {
    return std::make_shared<Pacing>(std::move(inner), std::move(clock), std::move(observer));
}

}  // namespace apivideo::detail
