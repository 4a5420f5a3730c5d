// SPDX-License-Identifier: MIT
// Takes credentials out of answers that repeat them.
#include "stack/redaction.hpp"

#include "ascii.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace apivideo::detail {
namespace {

/// How many bytes at the beginning of @p text stand for @p c: 1, or more where it is escaped; 0 where it is another
/// character.
std::size_t escaped_length(std::string_view text, char c) noexcept {
    if (text.empty()) return 0;
    if (text[0] == '\\' && text.size() >= 2 && text[1] == c && (c == '"' || c == '\\' || c == '/')) return 2;
    if (text.size() >= 6 && text[0] == '\\' && text[1] == 'u' && text[2] == '0' && text[3] == '0' &&
        hex_value(text[4]) * 16 + hex_value(text[5]) == static_cast<unsigned char>(c))
        return 6;
    return text[0] == c ? 1 : 0;
}

/// How many bytes at the beginning of @p text stand for @p secret; 0 where something else does.
std::size_t match_length(std::string_view text, std::string_view secret) noexcept {
    std::size_t length = 0;
    for (const char c : secret) {
        const std::size_t step = escaped_length(text.substr(length), c);
        if (step == 0) return 0;
        length += step;
    }
    return length;
}

/// A secret this short is not one that the service gives out; within a longer word it is only letters.
constexpr std::size_t shortest_recognizable = 8;

bool is_word_apart(std::string_view text, std::size_t begin, std::size_t end) noexcept {
    return (begin == 0 || !is_alphanumeric(text[begin - 1])) && (end == text.size() || !is_alphanumeric(text[end]));
}

/// The length of the secret that stands at @p begin in @p text; 0 where none does.
std::size_t length_of_any(std::string_view text, std::size_t begin, const std::vector<std::string>& secrets) noexcept {
    for (const std::string& secret : secrets) {
        const std::size_t length = match_length(text.substr(begin), secret);
        if (length > 0 && (secret.size() >= shortest_recognizable || is_word_apart(text, begin, begin + length)))
            return length;
    }
    return 0;
}

}  // namespace

std::string redacted(std::string_view text, const std::vector<std::string>& secrets) {
    std::array<bool, 256> may_begin{};
    const auto mark = [&](char c) -> bool& { return may_begin[static_cast<unsigned char>(c)]; };
    mark('\\') = true;
    for (const std::string& secret : secrets)
        if (!secret.empty()) mark(secret.front()) = true;
    std::string out;
    out.reserve(text.size());
    std::size_t copied = 0;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = mark(text[i]) ? length_of_any(text, i, secrets) : 0;
        if (length > 0) {
            out.append(text, copied, i - copied);
            out += "[redacted]";
            copied = i + length;
        }
        i += std::max<std::size_t>(length, 1);
    }
    return out.append(text, copied, text.size() - copied);
}

void redact(HttpResponse& response, const std::vector<std::string>& secrets) {
    response.reason = redacted(response.reason, secrets);
    response.body = redacted(response.body, secrets);
    HttpHeaders headers;
    for (const HttpHeader& header : response.headers)
        headers.add(redacted(header.name, secrets), redacted(header.value, secrets));
    response.headers = std::move(headers);
}

}  // namespace apivideo::detail
