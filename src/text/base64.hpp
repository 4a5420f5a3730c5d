// SPDX-License-Identifier: MIT
// Base64, and the credentials of Basic authentication that it encodes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace apivideo::detail {

[[nodiscard]] inline std::string base64(std::string_view bytes) {
    constexpr char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const auto byte = [&](std::size_t k) -> unsigned {
            return i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0U;
        };
        const unsigned group = byte(0) << 16 | byte(1) << 8 | byte(2);
        text += digits[group >> 18 & 63];
        text += digits[group >> 12 & 63];
        text += i + 1 < bytes.size() ? digits[group >> 6 & 63] : '=';
        text += i + 2 < bytes.size() ? digits[group & 63] : '=';
    }
    return text;
}

/// The value of `Authorization` or `Proxy-Authorization` for Basic authentication.
[[nodiscard]] inline std::string basic_authorization(const std::string& user_name, const std::string& password) {
    return "Basic " + base64(user_name + ':' + password);
}

}  // namespace apivideo::detail
