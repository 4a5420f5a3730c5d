// SPDX-License-Identifier: MIT
// The transports that wrap a transport, in the order of the pipeline: the outermost first.
#pragma once

#include <apivideo/client_options.hpp>
#include <apivideo/http/http_transport.hpp>
#include <apivideo/observer.hpp>

#include "pipeline/clock.hpp"

#include <chrono>
#include <memory>
#include <optional>
#include <string>

namespace apivideo::detail {

/// All of the transports below around @p transport, in the order in which they stand here.
/// @param base_url checked and normalized.
/// @throws InvalidRequestException that names the option which makes no sense.
[[nodiscard]] std::shared_ptr<HttpTransport> make_pipeline(std::shared_ptr<HttpTransport> transport,
                                                           const std::string& api_key, const std::string& base_url,
                                                           const ClientOptions& options, const Clock& clock,
                                                           Random random);

/// Repeats GET requests after 408, 429, every 5xx but 501 and 505, the failures resolve, connect, connection_closed and
/// truncated, and a timeout that leaves the call time. If the wait would end past the deadline, the caller gets the
/// last answer or failure at once.
/// @param observer is told of longer waits. May be empty.
/// @throws InvalidRequestException of field `retry` if @p options make no sense.
[[nodiscard]] std::shared_ptr<HttpTransport> make_retrying(std::shared_ptr<HttpTransport> inner,
                                                           const RetryOptions& options, Clock clock, Random random,
                                                           Observer observer = {});

/// Sends no more GET requests than the answers say remain in the window. The others wait until the window ends. If that
/// is past the deadline of a call, its request is sent at once.
/// @param observer is told of longer waits. May be empty.
[[nodiscard]] std::shared_ptr<HttpTransport> make_pacing(std::shared_ptr<HttpTransport> inner, Clock clock,
                                                         Observer observer = {});

/// Ends an attempt of a GET request after @p timeout, unless the call's deadline comes first.
/// @throws InvalidRequestException of field `retry` unless @p timeout is positive.
[[nodiscard]] std::shared_ptr<HttpTransport> make_attempt_timeout(std::shared_ptr<HttpTransport> inner,
                                                                  std::chrono::milliseconds timeout, Clock clock);

/// Sends the key as user name of Basic authentication, but only to the origin of @p base_url: other requests pass
/// unchanged.
[[nodiscard]] std::shared_ptr<HttpTransport> make_basic_authenticating(std::shared_ptr<HttpTransport> inner,
                                                                       const std::string& base_url,
                                                                       const std::string& api_key);

/// Exchanges the key for a token at `base_url/auth/api-key`: for the first request, before the token expires, and once
/// if a request is answered by 401, which is then repeated. Requests to other origins pass unchanged.
///
/// send() returns the login's answer if that is 408, 429 or 5xx. It throws UnauthorizedException if the login is
/// refused, and UnexpectedResponseException if it gives no usable token.
[[nodiscard]] std::shared_ptr<HttpTransport> make_bearer_authenticating(std::shared_ptr<HttpTransport> inner,
                                                                        const std::string& base_url,
                                                                        const std::string& api_key, Clock clock);

/// Adds `User-Agent`, `Accept`, `AV-Origin-Client` and, if they are set, `AV-Origin-App` and `AV-Origin-Sdk`, unless
/// the request has them.
/// @throws InvalidRequestException of field `application` or `sdk` if the service would refuse it.
[[nodiscard]] std::shared_ptr<HttpTransport> make_identifying(std::shared_ptr<HttpTransport> inner,
                                                              const std::optional<NameAndVersion>& application,
                                                              const std::optional<NameAndVersion>& sdk);

/// Calls @p observer after every attempt, and ignores its exceptions.
[[nodiscard]] std::shared_ptr<HttpTransport> make_observing(std::shared_ptr<HttpTransport> inner, Observer observer,
                                                            Clock clock);

}  // namespace apivideo::detail
