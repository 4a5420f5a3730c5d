// SPDX-License-Identifier: MIT
// The exceptions: their texts, and the state that their copies share.
#include <apivideo/errors.hpp>

#include "http/rate_limit_headers.hpp"
#include "http/retry_after.hpp"
#include "text/one_line.hpp"

#include <utility>

namespace apivideo {
namespace {

std::string api_message(const HttpResponse& response, const Problem& problem, const std::string& doing) {
    std::string message = doing.empty() ? std::string{} : detail::one_line(doing) + ": ";
    message += std::to_string(response.status);
    const auto append = [&](const char* before, const std::string& text, const char* after) {
        if (text.empty()) return;
        message += before;
        detail::append_one_line(message, text);
        message += after;
    };
    const std::string& title = problem.title ? *problem.title : response.reason;
    append(" ", title, "");
    if (problem.detail) append(title.empty() ? " " : ": ", *problem.detail, "");
    if (problem.name) append(" (", *problem.name, ")");
    return message;
}

std::string unexpected_message(const std::string& where, const std::string& message, int status) {
    std::string text = "unexpected answer (" + std::to_string(status) + ')';
    if (!where.empty()) text += " at " + detail::one_line(where);
    return text + ": " + detail::one_line(message);
}

/// An error model whose members are those of @p problem, in this order.
template <class Model, class... Members>
std::shared_ptr<const Model> model_of(const Problem& problem, Members... members) {
    return std::make_shared<const Model>(Model{problem.*members...});
}

std::optional<std::chrono::seconds> retry_after_in(const RateLimit& rate_limit, const HttpHeaders& headers) {
    if (rate_limit.retry_after) return rate_limit.retry_after;
    const auto wait = detail::parse_retry_after(headers, std::nullopt);
    return wait ? std::optional{std::chrono::ceil<std::chrono::seconds>(*wait)} : std::nullopt;
}

}  // namespace

// Defined here, so that the vtable and the type of each exception are in this file alone.
Exception::~Exception() = default;
InvalidRequestException::~InvalidRequestException() = default;
TransportException::~TransportException() = default;
UnexpectedResponseException::~UnexpectedResponseException() = default;
ApiException::~ApiException() = default;
BadRequestException::~BadRequestException() = default;
UnauthorizedException::~UnauthorizedException() = default;
ForbiddenException::~ForbiddenException() = default;
NotFoundException::~NotFoundException() = default;
TooManyRequestsException::~TooManyRequestsException() = default;
ServiceException::~ServiceException() = default;

InvalidRequestException::InvalidRequestException(const std::string& field, const std::string& expectation)
    : Exception{detail::one_line(field + ": " + expectation)}, field_{std::make_shared<const std::string>(field)} {}

TransportException::TransportException(TransportFailure failure, const std::string& message)
    : Exception{detail::one_line(message)}, failure_{failure} {}

struct UnexpectedResponseException::State {
    std::string where;
    HttpResponse response;
};

UnexpectedResponseException::UnexpectedResponseException(const std::string& where, const std::string& message,
                                                         HttpResponse response)
    : Exception{unexpected_message(where, message, response.status)},
      state_{std::make_shared<const State>(State{where, std::move(response)})} {}

const std::string& UnexpectedResponseException::where() const noexcept { return state_->where; }
int UnexpectedResponseException::status() const noexcept { return state_->response.status; }
const HttpHeaders& UnexpectedResponseException::headers() const noexcept { return state_->response.headers; }
const std::string& UnexpectedResponseException::body() const noexcept { return state_->response.body; }

struct ApiException::State {
    RateLimit rate_limit;
    HttpResponse response;
    Problem problem;
};

ApiException::ApiException(HttpResponse response, Problem problem, const std::string& doing)
    : Exception{api_message(response, problem, doing)},
      state_{std::make_shared<const State>(
          State{detail::parse_rate_limit(response.headers), std::move(response), std::move(problem)})} {}

int ApiException::status() const noexcept { return state_->response.status; }
const std::string& ApiException::reason() const noexcept { return state_->response.reason; }
const HttpHeaders& ApiException::headers() const noexcept { return state_->response.headers; }
const std::string& ApiException::body() const noexcept { return state_->response.body; }
const RateLimit& ApiException::rate_limit() const noexcept { return state_->rate_limit; }
const Problem& ApiException::problem() const noexcept { return state_->problem; }

BadRequestException::BadRequestException(HttpResponse response, Problem problem)
    : ApiException{std::move(response), std::move(problem)},
      error_{model_of<AnalyticsPlays400Error>(this->problem(), &Problem::type, &Problem::title, &Problem::status,
                                              &Problem::detail, &Problem::name)} {}

ForbiddenException::ForbiddenException(HttpResponse response, Problem problem)
    : ApiException{std::move(response), std::move(problem)},
      error_{model_of<Model403ErrorSchema>(this->problem(), &Problem::type, &Problem::title, &Problem::name,
                                           &Problem::status)} {}

NotFoundException::NotFoundException(HttpResponse response, Problem problem, const std::string& doing)
    : ApiException{std::move(response), std::move(problem), doing},
      error_{model_of<NotFound>(this->problem(), &Problem::type, &Problem::title, &Problem::name, &Problem::status)} {}

TooManyRequestsException::TooManyRequestsException(HttpResponse response, Problem problem)
    : ApiException{std::move(response), std::move(problem)},
      error_{model_of<TooManyRequests>(this->problem(), &Problem::type, &Problem::title, &Problem::status)},
      retry_after_{retry_after_in(rate_limit(), headers())} {}

}  // namespace apivideo
