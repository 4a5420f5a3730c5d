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

/// The base of everything that the library throws. what() is one line, and the library puts no API key or token into
/// it. Copying an exception never throws, and a copy says the same.
class APIVIDEO_EXPORT Exception : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
    ~Exception() override;
};

/// Something that was asked for cannot be: nothing was sent.
class APIVIDEO_EXPORT InvalidRequestException : public Exception {
  public:
    /// @param field what is wrong: a member of a request, or an option.
    /// @param expectation what is wrong with it and what would be right; what() is `field: expectation`.
    InvalidRequestException(const std::string& field, const std::string& expectation);
    ~InvalidRequestException() override;

    /// The member or option that is wrong, such as `page_size`, `filter`, `base_url`.
    [[nodiscard]] const std::string& field() const noexcept { return *field_; }

  private:
    std::shared_ptr<const std::string> field_;
};

/// There is no complete answer.
class APIVIDEO_EXPORT TransportException : public Exception {
  public:
    /// @param failure why, for programs.
    /// @param message why, for people: what() in full.
    TransportException(TransportFailure failure, const std::string& message);
    ~TransportException() override;

    /// Why there is no complete answer.
    [[nodiscard]] TransportFailure failure() const noexcept { return failure_; }

  private:
    TransportFailure failure_;
};

/// There is an answer, but it is not what the service documents.
class APIVIDEO_EXPORT UnexpectedResponseException : public Exception {
  public:
    /// @param where the place in the answer.
    /// @param message what was expected there and what was found.
    /// @param response the answer.
    UnexpectedResponseException(const std::string& where, const std::string& message, HttpResponse response);
    ~UnexpectedResponseException() override;

    /// The place in the body as a JSON Pointer, such as `/data/3/plays`; empty for the whole body. `status` where the
    /// status itself is the surprise.
    [[nodiscard]] const std::string& where() const noexcept;
    /// The HTTP status.
    [[nodiscard]] int status() const noexcept;
    /// The headers of the answer. Empty for the answer to a login: it may hold a token.
    [[nodiscard]] const HttpHeaders& headers() const noexcept;
    /// The body as received. Empty for the answer to a login: it may hold a token.
    [[nodiscard]] const std::string& body() const noexcept;

  private:
    struct State;
    std::shared_ptr<const State> state_;
};

/// The service answered with an error. what() reads like `400 A query parameter is invalid.: This value must refer to
/// an existing video (filter)`.
class APIVIDEO_EXPORT ApiException : public Exception {
  public:
    /// @param response the answer.
    /// @param problem what its body says.
    /// @param doing what was under way, where it was not the call itself; what() then begins with it.
    ApiException(HttpResponse response, Problem problem, const std::string& doing = {});
    ~ApiException() override;

    /// The HTTP status.
    [[nodiscard]] int status() const noexcept;
    /// The text of the status line; may be empty.
    [[nodiscard]] const std::string& reason() const noexcept;
    /// The headers of the answer.
    [[nodiscard]] const HttpHeaders& headers() const noexcept;
    /// The body as received, whatever it is. Where a server repeats the key or a token in it, `[redacted]` stands there
    /// instead.
    [[nodiscard]] const std::string& body() const noexcept;
    /// What the answer says about the rate limit.
    [[nodiscard]] const RateLimit& rate_limit() const noexcept;
    /// What the body says, as far as it is of the service's form.
    [[nodiscard]] const Problem& problem() const noexcept;

  private:
    struct State;
    std::shared_ptr<const State> state_;
};

/// 400: a parameter is missing or invalid.
class APIVIDEO_EXPORT BadRequestException : public ApiException {
  public:
    /// @param response the answer.
    /// @param problem what its body says.
    BadRequestException(HttpResponse response, Problem problem);
    ~BadRequestException() override;
    /// The body.
    [[nodiscard]] const AnalyticsPlays400Error& error() const noexcept { return *error_; }

  private:
    std::shared_ptr<const AnalyticsPlays400Error> error_;
};

/// 401: the API key or the token is not accepted. A login that is refused with any 4xx but 408 and 429 is one as well:
/// status() is then that of the login, and what() begins with `login at` and its URL.
class APIVIDEO_EXPORT UnauthorizedException : public ApiException {
  public:
    using ApiException::ApiException;
    ~UnauthorizedException() override;
};

/// 403: analytics is disabled for the project.
class APIVIDEO_EXPORT ForbiddenException : public ApiException {
  public:
    /// @param response the answer.
    /// @param problem what its body says.
    ForbiddenException(HttpResponse response, Problem problem);
    ~ForbiddenException() override;
    /// The body.
    [[nodiscard]] const Model403ErrorSchema& error() const noexcept { return *error_; }

  private:
    std::shared_ptr<const Model403ErrorSchema> error_;
};

/// 404: there is no such endpoint.
class APIVIDEO_EXPORT NotFoundException : public ApiException {
  public:
    /// @param response the answer.
    /// @param problem what its body says.
    NotFoundException(HttpResponse response, Problem problem);
    ~NotFoundException() override;
    /// The body.
    [[nodiscard]] const NotFound& error() const noexcept { return *error_; }

  private:
    std::shared_ptr<const NotFound> error_;
};

/// 429: the rate limit is used up.
class APIVIDEO_EXPORT TooManyRequestsException : public ApiException {
  public:
    /// @param response the answer.
    /// @param problem what its body says.
    TooManyRequestsException(HttpResponse response, Problem problem);
    ~TooManyRequestsException() override;
    /// The body.
    [[nodiscard]] const TooManyRequests& error() const noexcept { return *error_; }
    /// `X-RateLimit-Retry-After`, or else `Retry-After` where it is a number of seconds: how long to wait, ten
    /// years at most.
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
