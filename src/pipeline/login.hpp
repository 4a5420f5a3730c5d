// SPDX-License-Identifier: MIT
// One login: the API key goes out, a token or the reason for none comes back.
#pragma once

#include <apivideo/errors.hpp>
#include <apivideo/http/http_transport.hpp>

#include "pipeline/token_json.hpp"

#include <string>
#include <variant>
#include <vector>

namespace apivideo::detail {

/// What a login can come to, as values, so that all who waited for it can have it.
using LoginOutcome = std::variant<AccessToken,                  // it worked
                                  HttpResponse,                 // 408, 429 or 5xx: it may work later
                                  UnauthorizedException,        // refused
                                  UnexpectedResponseException,  // no usable token
                                  TransportException>;          // no answer

/// `POST base_url/auth/api-key` with the key. @param secrets what no outcome may hold. What @p transport throws beyond
/// TransportException passes.
[[nodiscard]] LoginOutcome log_in(HttpTransport& transport, const std::string& base_url, const std::string& api_key,
                                  const std::vector<std::string>& secrets, const CallContext& context);

}  // namespace apivideo::detail
