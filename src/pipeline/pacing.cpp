// SPDX-License-Identifier: MIT
// Keeps calls within the service's rate limit.
#include "pipeline/wrappers.hpp"

#include "call/call_context.hpp"
#include "call/wake_on_cancel.hpp"
#include "http/rate_limit_headers.hpp"
#include "pipeline/observer_calls.hpp"
#include "pipeline/rate_window.hpp"

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
        if (!start_at_once()) wait_to_start(request, context);
        const Clock::time_point sent = clock_.now();
        try {
            HttpResponse response = inner_->send(request, context);
            update([&] { window_.answered(sent, clock_.now(), parse_rate_limit(response.headers)); });
            return response;
        } catch (...) {
            update([&] { window_.failed(); });
            throw;
        }
    }

  private:
    bool start_at_once() {
        const std::lock_guard<std::mutex> lock{mutex_};
        return start_if_possible();
    }

    bool start_if_possible() {
        if (!window_.may_start(clock_.now())) return false;
        window_.started();
        return true;
    }

    void wait_to_start(const HttpRequest& request, const CallContext& context) {
        const CancellationRegistration registration = wake_on_cancel(context, mutex_, changed_);
        Clock::time_point told_until = clock_.now();
        std::unique_lock<std::mutex> lock{mutex_};
        while (!start_if_possible()) {
            check_still_wanted(context, clock_.now(), "waiting for the rate limit");
            const std::optional<Clock::time_point> end = window_.end();
            if (end && *end >= context.deadline) return window_.started();
            if (observer_ && end && *end - told_until > longest_untold_wait) {
                lock.unlock();
                notify_of_wait(observer_, request, context.attempt, WaitReason::rate_limit,
                               *end - std::exchange(told_until, *end));
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
