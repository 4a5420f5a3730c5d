// SPDX-License-Identifier: MIT
// Repeats requests after transient failures.
#include "pipeline/wrappers.hpp"

#include <apivideo/errors.hpp>

#include "call/call_context.hpp"
#include "call/wake_on_cancel.hpp"
#include "pipeline/observer_calls.hpp"
#include "pipeline/retry_delay.hpp"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <utility>

namespace apivideo::detail {
namespace {

bool is_transient(int status) {
    const bool will_stay = status == 501 || status == 505;  // what the server does not implement
    return status == 408 || status == 429 || (status >= 500 && status < 600 && !will_stay);
}

/// A timeout is that of the attempt if the call has time left for another one.
bool is_transient(TransportFailure failure) {
    return failure == TransportFailure::resolve || failure == TransportFailure::connect ||
           failure == TransportFailure::connection_closed || failure == TransportFailure::truncated ||
           failure == TransportFailure::timeout;
}

class Retrying final : public HttpTransport {
  public:
    Retrying(std::shared_ptr<HttpTransport> inner, const RetryOptions& options, Clock clock, Random random,
             Observer observer)
        : inner_{std::move(inner)},
          options_{options},
          clock_{std::move(clock)},
          random_{std::move(random)},
          observer_{std::move(observer)} {}

    HttpResponse send(const HttpRequest& request, const CallContext& context) override {
        if (request.method != "GET") return inner_->send(request, context);
        CallContext attempt = context;
        for (;; ++attempt.attempt) {
            const bool last = attempt.attempt >= options_.max_attempts;
            std::chrono::milliseconds wait{0};
            try {
                HttpResponse response = inner_->send(request, attempt);
                if (last || !is_transient(response.status)) return response;
                wait = retry_delay(response, next_backoff(attempt), clock_.calendar_now());
                if (!ends_before_deadline(wait, context)) return response;
            } catch (const TransportException& e) {
                if (last || !is_transient(e.failure())) throw;
                wait = next_backoff(attempt);
                if (!ends_before_deadline(wait, context)) throw;
            }
            notify_of_wait(observer_, request, attempt.attempt + 1, WaitReason::retry, wait);
            wait_for(wait, context);
        }
    }

  private:
    [[nodiscard]] std::chrono::milliseconds next_backoff(const CallContext& attempt) const {
        return backoff(options_, attempt.attempt, random_());
    }

    [[nodiscard]] bool ends_before_deadline(std::chrono::milliseconds wait, const CallContext& context) const {
        return saturated_sum(clock_.now(), wait) < context.deadline;
    }

    void wait_for(std::chrono::milliseconds wait, const CallContext& context) const {
        const Clock::time_point end = saturated_sum(clock_.now(), wait);
        std::mutex mutex;
        std::condition_variable cancelled;
        const CancellationRegistration registration = wake_on_cancel(context, mutex, cancelled);
        std::unique_lock<std::mutex> lock{mutex};
        for (;;) {
            check_still_wanted(context, clock_.now(), "waiting to repeat the request");
            if (clock_.now() >= end) return;
            clock_.wait_until(cancelled, lock, end);
        }
    }

    std::shared_ptr<HttpTransport> inner_;
    RetryOptions options_;
    Clock clock_;
    Random random_;
    Observer observer_;
};

}  // namespace

std::shared_ptr<HttpTransport> make_retrying(std::shared_ptr<HttpTransport> inner, const RetryOptions& options,
                                             Clock clock, Random random, Observer observer) {
    if (options.max_attempts < 1)
        throw InvalidRequestException{
            "retry", "max_attempts is " + std::to_string(options.max_attempts) + ", expected 1 or more"};
    if (options.first_delay <= std::chrono::milliseconds{0})
        throw InvalidRequestException{
            "retry", "first_delay is " + std::to_string(options.first_delay.count()) + " ms, expected a positive time"};
    if (options.max_delay < options.first_delay)
        throw InvalidRequestException{"retry", "max_delay is less than first_delay"};
    return std::make_shared<Retrying>(std::move(inner), options, std::move(clock), std::move(random),
                                      std::move(observer));
}

}  // namespace apivideo::detail
