// SPDX-License-Identifier: MIT
/// @file
/// @brief Everything that the library throws.
#pragma once

#include <apivideo/error_models.hpp>
#include <apivideo/export.hpp>
#include <apivideo/http/http_transport.hpp>
#include <apivideo/rate_limit.hpp>
#include <apivideo/transport_failure.hpp>

#include <chrono>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>

namespace apivideo {

/// The base of everything that the library throws. what() is one line without API keys and tokens. Copies do not throw.
class APIVIDEO_EXPORT Exception : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
    ~Exception() override;
};

/// The request or an option is invalid; nothing was sent.
class APIVIDEO_EXPORT InvalidRequestException : public Exception {
  public:
    /// @param field the member of the request, or the option.
    /// @param expectation what is wrong with it and what was expected; what() is `field: expectation`.
    InvalidRequestException(const std::string& field, const std::string& expectation);
    ~InvalidRequestException() override;

    /// The invalid member or option, such as `page_size`, `filter`, `base_url`.
    [[nodiscard]] const std::string& field() const noexcept { return *field_; }

  private:
    std::shared_ptr<const std::string> field_;
};

/// No complete response was received: DNS, connection, TLS, timeout, cancellation, and the like.
class APIVIDEO_EXPORT TransportException : public Exception {
  public:
    /// @param failure the reason, for programs.
    /// @param message the reason, for people: the whole of what().
    TransportException(TransportFailure failure, const std::string& message);
    ~TransportException() override;

    /// The reason.
    [[nodiscard]] TransportFailure failure() const noexcept { return failure_; }

  private:
    TransportFailure failure_;
};

/// The response is not what the service documents.
class APIVIDEO_EXPORT UnexpectedResponseException : public Exception {
  public:
    /// @param where the place in the response.
    /// @param message what was expected there and what was found.
    /// @param response the response.
    UnexpectedResponseException(const std::string& where, const std::string& message, HttpResponse response);
    ~UnexpectedResponseException() override;

    /// JSON Pointer into the body, such as `/data/3/plays`; empty for the whole body; `status` for an unexpected
    /// status.
    [[nodiscard]] const std::string& where() const noexcept;
    /// The HTTP status.
    [[nodiscard]] int status() const noexcept;
    /// The headers; empty for the response to a login, which may contain a token.
    [[nodiscard]] const HttpHeaders& headers() const noexcept;
    /// The body as received; empty for the response to a login, which may contain a token.
    [[nodiscard]] const std::string& body() const noexcept;

  private:
    struct State;
    std::shared_ptr<const State> state_;
};

/// The service answered with an error. what() reads like `400 A query parameter is invalid.: This value must refer to
/// an existing video (filter)`.
class APIVIDEO_EXPORT ApiException : public Exception {
  public:
    /// @param response the response.
    /// @param problem the content of its body.
    /// @param doing what failed, if not the call itself; what() then begins with it.
    ApiException(HttpResponse response, Problem problem, const std::string& doing = {});
    ~ApiException() override;

    /// The HTTP status.
    [[nodiscard]] int status() const noexcept;
    /// The reason phrase of the status line; may be empty.
    [[nodiscard]] const std::string& reason() const noexcept;
    /// The headers of the response.
    [[nodiscard]] const HttpHeaders& headers() const noexcept;
    /// The body as received, with `[redacted]` in place of a key or token that the server repeated.
    [[nodiscard]] const std::string& body() const noexcept;
    /// The rate limit headers of the response.
    [[nodiscard]] const RateLimit& rate_limit() const noexcept;
    /// The content of the body; empty if it does not have the service's form.
    [[nodiscard]] const Problem& problem() const noexcept;

  private:
    struct State;
    std::shared_ptr<const State> state_;
};

/// 400: a parameter is missing or invalid.
class APIVIDEO_EXPORT BadRequestException : public ApiException {
  public:
    /// From a response and the content of its body.
    BadRequestException(HttpResponse response, Problem problem);
    ~BadRequestException() override;
    /// The body.
    [[nodiscard]] const AnalyticsPlays400Error& error() const noexcept { return *error_; }

  private:
    std::shared_ptr<const AnalyticsPlays400Error> error_;
};

/// 401: the API key or the token is not accepted. Also a login that is refused with any 4xx except 408 and 429;
/// status() is then that of the login, and what() begins with `login at` and its URL.
class APIVIDEO_EXPORT UnauthorizedException : public ApiException {
  public:
    using ApiException::ApiException;
    ~UnauthorizedException() override;
};

/// 403: analytics is disabled for the project.
class APIVIDEO_EXPORT ForbiddenException : public ApiException {
  public:
    /// From a response and the content of its body.
    ForbiddenException(HttpResponse response, Problem problem);
    ~ForbiddenException() override;
    /// The body.
    [[nodiscard]] const Model403ErrorSchema& error() const noexcept { return *error_; }

  private:
    std::shared_ptr<const Model403ErrorSchema> error_;
};

/// 404: there is no such endpoint. Of a plays call, what() says which call replaces it.
class APIVIDEO_EXPORT NotFoundException : public ApiException {
  public:
    /// From a response and the content of its body; @p doing is what failed, in front of the message.
    NotFoundException(HttpResponse response, Problem problem, const std::string& doing = {});
    ~NotFoundException() override;
    /// The body.
    [[nodiscard]] const NotFound& error() const noexcept { return *error_; }

  private:
    std::shared_ptr<const NotFound> error_;
};

/// 429: the rate limit is exhausted.
class APIVIDEO_EXPORT TooManyRequestsException : public ApiException {
  public:
    /// From a response and the content of its body.
    TooManyRequestsException(HttpResponse response, Problem problem);
    ~TooManyRequestsException() override;
    /// The body.
    [[nodiscard]] const TooManyRequests& error() const noexcept { return *error_; }
    /// Time to wait, rounded up: `X-RateLimit-Retry-After`, or else `Retry-After`, if that is a number of seconds, or a
    /// date and the answer has a `Date` to measure it by. At most ten years.
    [[nodiscard]] std::optional<std::chrono::seconds> retry_after() const noexcept { return retry_after_; }

  private:
    std::shared_ptr<const TooManyRequests> error_;
    std::optional<std::chrono::seconds> retry_after_;
};

/// 5xx: the service failed.
class APIVIDEO_EXPORT ServiceException : public ApiException {
  public:
    using ApiException::ApiException;
    ~ServiceException() override;
};

}  // namespace apivideo
