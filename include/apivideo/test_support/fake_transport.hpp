// SPDX-License-Identifier: MIT
/// @file
/// @brief A transport for tests: gives scripted answers and keeps the requests. Needs no network and no test framework.
#pragma once

#include <apivideo/errors.hpp>
#include <apivideo/http/http_transport.hpp>

#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace apivideo::test_support {

/// Gives the answers it was told to give, in order, one for each request, and keeps the requests. Safe to use from many
/// threads.
///
/// All of it is in this header, so that tests need no library but apivideo.
class FakeTransport final : public HttpTransport {
  public:
    /// What makes an answer out of a request, or throws.
    using Responder = std::function<HttpResponse(const HttpRequest&, const CallContext&)>;

    /// The next request gets this answer.
    /// @param status the HTTP status.
    /// @param body the body.
    /// @param headers the headers.
    void reply(int status, std::string body, HttpHeaders headers = {}) {
        reply(HttpResponse{status, {}, std::move(headers), std::move(body)});
    }
    /// The next request gets this answer.
    void reply(HttpResponse response) {
        respond([response = std::move(response)](const HttpRequest&, const CallContext&) { return response; });
    }
    /// The next request fails: a TransportException is thrown.
    /// @param failure its failure().
    /// @param message its what().
    void fail(TransportFailure failure, const std::string& message = "scripted failure") {
        respond([failure, message](const HttpRequest&, const CallContext&) -> HttpResponse {
            throw TransportException{failure, message};
        });
    }
    /// The next request gets what @p responder returns or throws.
    void respond(Responder responder) {
        const std::lock_guard<std::mutex> lock{mutex_};
        script_.push_back(std::move(responder));
    }
    /// Every request for which nothing is scripted gets what @p responder returns or throws.
    void respond_always(Responder responder) {
        const std::lock_guard<std::mutex> lock{mutex_};
        fallback_ = std::move(responder);
    }

    /// How many scripted answers no request has had yet: none at the end of a test that scripted what it needs.
    [[nodiscard]] std::size_t unused() const {
        const std::lock_guard<std::mutex> lock{mutex_};
        return script_.size();
    }
    /// A copy of the requests so far, in order.
    [[nodiscard]] std::vector<HttpRequest> requests() const {
        const std::lock_guard<std::mutex> lock{mutex_};
        return requests_;
    }
    /// A copy of what came with the requests so far, in order.
    [[nodiscard]] std::vector<CallContext> contexts() const {
        const std::lock_guard<std::mutex> lock{mutex_};
        return contexts_;
    }

    /// @throws std::logic_error where nothing is scripted for the request.
    HttpResponse send(const HttpRequest& request, const CallContext& context) override {
        return next(request, context)(request, context);
    }

  private:
    Responder next(const HttpRequest& request, const CallContext& context) {
        const std::lock_guard<std::mutex> lock{mutex_};
        requests_.push_back(request);
        contexts_.push_back(context);
        if (!script_.empty()) {
            Responder responder = std::move(script_.front());
            script_.pop_front();
            return responder;
        }
        if (fallback_) return fallback_;
        throw std::logic_error{"FakeTransport: no answer is scripted for " + request.method + ' ' + request.url};
    }

    mutable std::mutex mutex_;
    std::deque<Responder> script_;
    Responder fallback_;
    std::vector<HttpRequest> requests_;
    std::vector<CallContext> contexts_;
};

}  // namespace apivideo::test_support
