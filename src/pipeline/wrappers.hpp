// SPDX-License-Identifier: MIT
// The transports that wrap a transport, in the order of the pipeline: the outermost first.
#pragma once

#include <apivideo/client_options.hpp>
#include <apivideo/http/http_transport.hpp>
#include <apivideo/observer.hpp>

#include "pipeline/clock.hpp"

#include <memory>
#include <optional>
#include <string>

namespace apivideo::detail {

/// Repeats GET requests after 408, 429, 500, 502, 503, 504 and the failures resolve, connect, connection_closed and
/// truncated. If the wait would end past the deadline, the caller gets the last answer or failure at once.
/// @throws InvalidRequestException of field `retry` if @p options make no sense.
[[nodiscard]] std::shared_ptr<HttpTransport> make_retrying(std::shared_ptr<HttpTransport> inner,
                                                           const RetryOptions& options, Clock clock, Random random);

/// Sends no more GET requests than the answers say remain in the window. The others wait until the window ends. If that
/// is past the deadline of a call, its request is sent at once.
[[nodiscard]] std::shared_ptr<HttpTransport> make_pacing(std::shared_ptr<HttpTransport> inner, Clock clock);

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
