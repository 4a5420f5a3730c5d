// SPDX-License-Identifier: MIT
// Adds the API key to requests, or a token that it is exchanged for.
#pragma once

#include <apivideo/http/http_transport.hpp>

#include "pipeline/clock.hpp"

#include <memory>
#include <string>

namespace apivideo::detail {

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

}  // namespace apivideo::detail
