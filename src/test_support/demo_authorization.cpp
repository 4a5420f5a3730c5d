// SPDX-License-Identifier: MIT
// What an `Authorization` header holds.
#include "test_support/demo_authorization.hpp"

#include "text/ascii.hpp"

#include <cstdint>

namespace apivideo::detail {

namespace {

std::optional<std::string> base64_decoded(std::string_view text) {
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    if (text.size() % 4 != 0) return std::nullopt;
    for (int padding = 0; padding < 2 && !text.empty() && text.back() == '='; ++padding) text.remove_suffix(1);
    std::string decoded;
    std::uint32_t bits = 0;
    unsigned bit_count = 0;
    for (const char c : text) {
        const std::size_t digit = alphabet.find(c);
        if (digit == std::string_view::npos) return std::nullopt;
        bits = ((bits << 6U) | static_cast<std::uint32_t>(digit)) & 0xffffU;
        bit_count += 6;
        if (bit_count < 8) continue;
        bit_count -= 8;
        decoded += static_cast<char>((bits >> bit_count) & 0xffU);
    }
    return decoded;
}

}  // namespace

std::optional<DemoCredentials> parse_demo_authorization(std::string_view header) {
    const std::string_view trimmed_header = trimmed(header);
    const std::string_view scheme = trimmed_header.substr(0, trimmed_header.find(' '));
    const std::string_view text = trimmed(trimmed_header.substr(scheme.size()));
    if (text.empty()) return std::nullopt;
    if (equal_ignoring_case(scheme, "bearer")) return DemoCredentials{DemoScheme::bearer, std::string{text}};
    if (!equal_ignoring_case(scheme, "basic")) return std::nullopt;
    std::optional<std::string> user_and_password = base64_decoded(text);
    if (!user_and_password || user_and_password->find(':') == std::string::npos) return std::nullopt;
    return DemoCredentials{DemoScheme::basic, *std::move(user_and_password)};
}

}  // namespace apivideo::detail
