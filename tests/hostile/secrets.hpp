// SPDX-License-Identifier: MIT
// The credentials of the suite, and the search for them.
#pragma once

#include "text/base64.hpp"

#include <optional>
#include <string>

namespace apivideo::tests {

inline const std::string secret_key{"K3y/of\"the-hostile\\suite"};
inline const std::string secret_token{"t0ken.of-the_hostile/suite"};

/// The answer to a login that gives the token for an hour.
inline const std::string good_login{R"({"token_type":"Bearer","expires_in":3600,"access_token":")" + secret_token +
                                    R"(","refresh_token":"r"})"};

/// @return which secret @p text holds, if any.
[[nodiscard]] inline std::optional<std::string> secret_in(const std::string& text) {
    if (text.find(secret_key) != std::string::npos) return "the key";
    if (text.find(secret_token) != std::string::npos) return "a token";
    for (std::string encoded : {detail::base64(secret_key + ':'), detail::base64(secret_key)}) {
        encoded.erase(encoded.find_last_not_of('=') + 1);  // what pads it keeps no secret
        if (text.find(encoded) != std::string::npos) return "the key in Base64";
    }
    return std::nullopt;
}

}  // namespace apivideo::tests
