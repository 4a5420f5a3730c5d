// SPDX-License-Identifier: MIT
// Tells an observer of every attempt.
#include "pipeline/wrappers.hpp"

#include <apivideo/errors.hpp>

#include "http/rate_limit_headers.hpp"
#include "pipeline/observer_calls.hpp"

#include <utility>

namespace apivideo::detail {
namespace {

class Observing final : public HttpTransport {
  public:
    Observing(std::shared_ptr<HttpTransport> inner, Observer observer, Clock clock)
        : inner_{std::move(inner)}, observer_{std::move(observer)}, clock_{std::move(clock)} {}

    HttpResponse send(const HttpRequest& request, const CallContext& context) override {
        RequestEvent event;
        event.method = request.method;
        event.url = request.url;
        event.attempt = context.attempt;
        const Clock::time_point start = clock_.now();
        try {
            HttpResponse response = inner_->send(request, context);
            event.status = response.status;
            event.rate_limit = parse_rate_limit(response.headers);
            report(event, start);
            return response;
        } catch (const TransportException& e) {
            event.failure = e.failure();
            report(event, start);
            throw;
        } catch (...) {
            report(event, start);
            throw;
        }
    }

  private:
    void report(RequestEvent& event, Clock::time_point start) const noexcept {
        notify(observer_, [&]() -> const RequestEvent& {
            event.duration = clock_.now() - start;
            return event;
        });
    }

    std::shared_ptr<HttpTransport> inner_;
    Observer observer_;
    Clock clock_;
};

}  // namespace

std::shared_ptr<HttpTransport> make_observing(std::shared_ptr<HttpTransport> inner, Observer observer, Clock clock) {
    return std::make_shared<Observing>(std::move(inner), std::move(observer), std::move(clock));
}

}  // namespace apivideo::detail
