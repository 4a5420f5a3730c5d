// SPDX-License-Identifier: MIT
// The answer to a login, from JSON to a token that is fit for a header.
#pragma once

#include <apivideo/http/http_transport.hpp>

#include <chrono>
#include <string>

namespace apivideo::detail {

struct AccessToken {
    std::string value;  ///< Printable ASCII without spaces.
    std::chrono::seconds
        lifetime;  ///< One second to one day. One hour, as documented, where the answer makes no sense.
};

/// @throws UnexpectedResponseException where @p response has no usable token. It does not hold the body.
[[nodiscard]] AccessToken decode_token(const HttpResponse& response);

}  // namespace apivideo::detail
