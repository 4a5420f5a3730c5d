// SPDX-License-Identifier: MIT
// The credentials of the suite, and the search for them.
#pragma once

#include "text/ascii.hpp"
#include "text/base64.hpp"

#include <cstddef>
#include <optional>
#include <string>

namespace apivideo::tests {

inline const std::string secret_key{"K3y/of\"the-hostile\\suite"};
inline const std::string secret_token{"t0ken.of-the_hostile/suite"};

/// The answer to a login that gives the token for an hour.
inline const std::string good_login{R"({"token_type":"Bearer","expires_in":3600,"access_token":")" + secret_token +
                                    R"(","refresh_token":"r"})"};

[[nodiscard]] inline std::string percent_decoded(const std::string& text) {
    std::string decoded;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const int high = i + 2 < text.size() ? detail::hex_value(text[i + 1]) : -1;
        const int low = i + 2 < text.size() ? detail::hex_value(text[i + 2]) : -1;
        const bool encoded = text[i] == '%' && high >= 0 && low >= 0;
        decoded += encoded ? static_cast<char>(high * 16 + low) : text[i];
        if (encoded) i += 2;
    }
    return decoded;
}

/// @return which secret @p text holds, as it is or percent-encoded, if any.
[[nodiscard]] inline std::optional<std::string> secret_in(const std::string& text) {
    for (const std::string& read : {text, percent_decoded(text)}) {
        if (read.find(secret_key) != std::string::npos) return "the key";
        if (read.find(secret_token) != std::string::npos) return "a token";
        for (std::string encoded : {detail::base64(secret_key + ':'), detail::base64(secret_key)}) {
            encoded.erase(encoded.find_last_not_of('=') + 1);  // what pads it keeps no secret
            if (read.find(encoded) != std::string::npos) return "the key in Base64";
        }
    }
    return std::nullopt;
}

}  // namespace apivideo::tests
