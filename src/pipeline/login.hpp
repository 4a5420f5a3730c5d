// SPDX-License-Identifier: MIT
// One login: the API key goes out, a token or the reason for none comes back.
#pragma once

#include <apivideo/http/http_transport.hpp>

#include <chrono>
#include <exception>
#include <string>
#include <variant>
#include <vector>

namespace apivideo::detail {

struct AccessToken {
    std::string value;              ///< Printable ASCII without spaces.
    std::chrono::seconds lifetime;  ///< One second to one day. One hour, as documented, if the answer makes no sense.
};

/// @throws UnexpectedResponseException if @p response has no usable token. It does not hold the body.
[[nodiscard]] AccessToken decode_token(const HttpResponse& response);

/// What a login came to, for every call that waits for it: a token; an answer of 408, 429 or 5xx, so that another login
/// may succeed later; or the exception that says why there is no token.
using LoginOutcome = std::variant<AccessToken, HttpResponse, std::exception_ptr>;

/// Sends `POST base_url/auth/api-key` with the key.
/// @param secrets what no outcome may contain.
/// @throws TransportException of failure timeout or cancelled, which ends the call of @p context alone. What
/// @p transport throws beyond TransportException passes, too.
[[nodiscard]] LoginOutcome log_in(HttpTransport& transport, const std::string& base_url, const std::string& api_key,
                                  const std::vector<std::string>& secrets, const CallContext& context);

}  // namespace apivideo::detail
