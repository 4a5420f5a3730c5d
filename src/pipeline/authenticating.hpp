// SPDX-License-Identifier: MIT
// Proves who sends: adds the API key, or a token that it is exchanged for.
#pragma once

#include <apivideo/http/http_transport.hpp>

#include "pipeline/clock.hpp"

#include <memory>
#include <string>

namespace apivideo::detail {

/// Sends the key as user name of Basic authentication. Requests to another origin than that of @p base_url pass as they
/// are.
[[nodiscard]] std::shared_ptr<HttpTransport> make_basic_authenticating(std::shared_ptr<HttpTransport> inner,
                                                                       const std::string& base_url,
                                                                       const std::string& api_key);

/// Exchanges the key for a token at `base_url/auth/api-key`, at the first request, before the token ends, and once
/// where a call is answered by 401. Requests to another origin than that of @p base_url pass as they are.
///
/// send() returns the login's answer where that is 408, 429 or 5xx, and throws UnauthorizedException where the login is
/// refused, UnexpectedResponseException where it gives no usable token.
[[nodiscard]] std::shared_ptr<HttpTransport> make_bearer_authenticating(std::shared_ptr<HttpTransport> inner,
                                                                        const std::string& base_url,
                                                                        const std::string& api_key, Clock clock);

}  // namespace apivideo::detail
