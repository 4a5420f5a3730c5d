// SPDX-License-Identifier: MIT
// Takes credentials out of answers that repeat them.
#include "stack/redaction.hpp"

#include "ascii.hpp"

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

}  // namespace

std::string redacted(std::string_view text, const std::vector<std::string>& secrets) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        std::size_t length = 0;
        for (const std::string& secret : secrets)
            if (length == 0) length = match_length(text.substr(i), secret);
        if (length == 0) {
            out += text[i++];
        } else {
            out += "[redacted]";
            i += length;
        }
    }
    return out;
}

void redact(HttpResponse& response, const std::vector<std::string>& secrets) {
    response.reason = redacted(response.reason, secrets);
    response.body = redacted(response.body, secrets);
    HttpHeaders headers;
    for (const HttpHeader& header : response.headers) headers.add(header.name, redacted(header.value, secrets));
    response.headers = std::move(headers);
}

}  // namespace apivideo::detail
