// SPDX-License-Identifier: MIT
// Characters of protocols: what they are in ASCII, whatever the locale.
#pragma once

#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

namespace apivideo::detail {

constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
constexpr bool is_alpha(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_alphanumeric(char c) noexcept { return is_digit(c) || is_alpha(c); }
constexpr bool is_control(char c) noexcept { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }
/// Printable and no space.
constexpr bool is_visible(char c) noexcept { return c > ' ' && c < '\x7f'; }
constexpr char to_lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

constexpr int hex_value(char c) noexcept {
    if (is_digit(c)) return c - '0';
    const char lower = to_lower(c);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

inline std::string to_lower(std::string_view text) {
    std::string lower{text};
    for (char& c : lower) c = to_lower(c);
    return lower;
}

constexpr bool equal_ignoring_case(std::string_view a, std::string_view b) noexcept {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (to_lower(a[i]) != to_lower(b[i])) return false;
    return true;
}

constexpr bool begins_with(std::string_view text, std::string_view beginning) noexcept {
    return text.substr(0, beginning.size()) == beginning;
}

constexpr bool begins_with_ignoring_case(std::string_view text, std::string_view beginning) noexcept {
    return equal_ignoring_case(text.substr(0, beginning.size()), beginning);
}

/// A word as HTTP has it: a method, the name of a header.
constexpr bool is_token(std::string_view text) noexcept {
    constexpr std::string_view others = "!#$%&'*+-.^_`|~";
    for (const char c : text)
        if (!is_alphanumeric(c) && others.find(c) == std::string_view::npos) return false;
    return !text.empty();
}

/// Without the spaces and tabs around it.
constexpr std::string_view trimmed(std::string_view text) noexcept {
    const auto blank = [](char c) { return c == ' ' || c == '\t'; };
    while (!text.empty() && blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && blank(text.back())) text.remove_suffix(1);
    return text;
}

/// Calls @p use with each value of a list that has commas between them, as HTTP writes several headers of one name.
template <class Use>
void for_each_listed(std::string_view list, const Use& use) {
    while (true) {
        const std::size_t comma = list.find(',');
        use(trimmed(list.substr(0, comma)));
        if (comma == std::string_view::npos) return;
        list.remove_prefix(comma + 1);
    }
}

/// Digits and nothing else, as far as 64 bits hold them.
inline std::optional<std::int64_t> parse_number(std::string_view text) noexcept {
    if (text.empty() || !is_digit(text.front())) return std::nullopt;
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

/// The @p N numbers in @p text if it has the form of @p pattern, such as `####-##-##`: each `#` stands for a digit.
template <std::size_t N>
constexpr std::optional<std::array<int, N>> numbers_in(std::string_view text, std::string_view pattern) noexcept {
    if (text.size() != pattern.size()) return std::nullopt;
    std::array<int, N> numbers{};
    std::size_t i = 0;
    for (int& number : numbers) {
        for (; i < text.size() && pattern[i] != '#'; ++i)
            if (text[i] != pattern[i]) return std::nullopt;
        for (; i < text.size() && pattern[i] == '#'; ++i) {
            if (!is_digit(text[i])) return std::nullopt;
            number = number * 10 + (text[i] - '0');
        }
    }
    return text.substr(i) == pattern.substr(i) ? std::optional{numbers} : std::nullopt;
}

}  // namespace apivideo::detail
