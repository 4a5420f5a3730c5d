// SPDX-License-Identifier: MIT
// Percent-encoding of parts of a URL, as RFC 3986 has it.
#pragma once

#include "text/ascii.hpp"

#include <string>
#include <string_view>

namespace apivideo::detail {

/// Appends @p value to @p out: letters, digits and `-._~` as they are, every other byte as %XX.
inline void append_percent_encoded(std::string& out, std::string_view value) {
    constexpr char digits[] = "0123456789ABCDEF";
    for (const char c : value) {
        if (is_alphanumeric(c) || c == '-' || c == '.' || c == '_' || c == '~') {
            out += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            out += '%';
            out += digits[byte >> 4];
            out += digits[byte & 0x0f];
        }
    }
}

}  // namespace apivideo::detail
