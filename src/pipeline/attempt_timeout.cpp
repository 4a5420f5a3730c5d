// SPDX-License-Identifier: MIT
// Ends an attempt that takes too long, so that another one can be made within the call's deadline.
#include "pipeline/wrappers.hpp"

#include <apivideo/errors.hpp>

#include "call/call_context.hpp"

#include <algorithm>
#include <chrono>
#include <string>
#include <utility>

namespace apivideo::detail {
namespace {

class AttemptTimeout final : public HttpTransport {
  public:
    AttemptTimeout(std::shared_ptr<HttpTransport> inner, std::chrono::milliseconds timeout, Clock clock)
        : inner_{std::move(inner)}, timeout_{timeout}, clock_{std::move(clock)} {}

    HttpResponse send(const HttpRequest& request, const CallContext& context) override {
        if (request.method != "GET") return inner_->send(request, context);
        CallContext attempt = context;
        attempt.deadline = std::min(context.deadline, saturated_sum(clock_.now(), timeout_));
        try {
            return inner_->send(request, attempt);
        } catch (const TransportException& e) {
            const Clock::time_point now = clock_.now();
            const bool ended_here = attempt.deadline <= now && now < context.deadline;
            if (e.failure() != TransportFailure::timeout || !ended_here) throw;
            throw TransportException{e.failure(),
                                     e.what() + (" (attempt_timeout is " + std::to_string(timeout_.count()) + " ms)")};
        }
    }

  private:
    std::shared_ptr<HttpTransport> inner_;
    std::chrono::milliseconds timeout_;
    Clock clock_;
};

}  // namespace

std::shared_ptr<HttpTransport> make_attempt_timeout(std::shared_ptr<HttpTransport> inner,
                                                    std::chrono::milliseconds timeout, Clock clock) {
    if (timeout <= std::chrono::milliseconds{0})
        throw InvalidRequestException{
            "retry", "attempt_timeout is " + std::to_string(timeout.count()) + " ms, expected a positive time"};
    return std::make_shared<AttemptTimeout>(std::move(inner), timeout, std::move(clock));
}

}  // namespace apivideo::detail
