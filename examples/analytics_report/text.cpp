// SPDX-License-Identifier: MIT
// Text from elsewhere, made fit to be shown on one line.
#include "text.hpp"

#include <cstdio>

namespace analytics_report {
namespace {

struct Character {
    std::size_t length;  ///< 0 where the bytes are not UTF-8.
    char32_t code;
};

constexpr bool continues(char c) noexcept { return (static_cast<unsigned char>(c) & 0xc0U) == 0x80U; }

Character first_character(std::string_view text) noexcept {
    constexpr char32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};  // by length: what is below has a shorter form
    const auto lead = static_cast<unsigned char>(text.front());
    if (lead < 0x80) return {1, lead};
    const std::size_t length = lead >= 0xf8 ? 0 : lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 0;
    if (length == 0 || text.size() < length) return {0, 0};
    char32_t code = lead & (0xffU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if (!continues(text[i])) return {0, 0};
        code = (code << 6U) | (static_cast<unsigned char>(text[i]) & 0x3fU);
    }
    const bool surrogate = code >= 0xd800 && code <= 0xdfff;
    if (code < smallest[length] || code > 0x10ffff || surrogate) return {0, 0};
    return {length, code};
}

constexpr bool misleads(char32_t code) noexcept {
    const bool control = code < 0x20 || (code >= 0x7f && code < 0xa0);
    const bool separates_lines = code == 0x2028 || code == 0x2029;
    const bool turns_direction = (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069) ||
                                 code == 0x200e || code == 0x200f || code == 0x061c;
    const bool reshapes_or_hides = (code >= 0x206a && code <= 0x206f) || (code >= 0xfff9 && code <= 0xfffb) ||
                                   (code >= 0xe0000 && code <= 0xe007f);
    return control || separates_lines || turns_direction || reshapes_or_hides;
}

/// JSON has two escapes for a character beyond U+FFFF: those of its halves in UTF-16.
void append_escape(std::string& out, char32_t code) {
    if (code > 0xffff) {
        append_escape(out, 0xd800 + ((code - 0x10000) >> 10U));
        code = 0xdc00 + (code & 0x3ffU);
    }
    char escaped[7];
    std::snprintf(escaped, sizeof escaped, "\\u%04x", static_cast<unsigned>(code) & 0xffffU);
    out += escaped;
}

}  // namespace

std::string printable(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const Character character = first_character(text);
        if (character.length == 0)
            out += "\xef\xbf\xbd";
        else if (misleads(character.code))
            out += ' ';
        else
            out += text.substr(0, character.length);
        text.remove_prefix(character.length == 0 ? 1 : character.length);
    }
    return out;
}

std::string json_fit_to_show(std::string_view json) {
    std::string out;
    out.reserve(json.size());
    while (!json.empty()) {
        const Character character = first_character(json);
        const std::size_t length = character.length == 0 ? 1 : character.length;
        if (json.front() != '\n' && misleads(character.code) && character.length > 0) {
            append_escape(out, character.code);
        } else {
            out += json.substr(0, length);
        }
        json.remove_prefix(length);
    }
    return out;
}

std::string ascii_only(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (const char c : text)
        if (!continues(c)) out += static_cast<unsigned char>(c) < 0x80 ? c : '?';
    return out;
}

std::size_t width(std::string_view text) noexcept {
    std::size_t characters = 0;
    for (const char c : text)
        if (!continues(c)) ++characters;
    return characters;
}

std::string shortened(std::string_view text, std::size_t limit) {
    constexpr std::string_view end{"..."};
    if (width(text) <= limit || limit <= end.size()) return std::string{text};
    std::size_t characters = 0;
    std::size_t bytes = 0;
    for (; bytes < text.size(); ++bytes) {
        if (!continues(text[bytes]) && characters++ == limit - end.size()) break;
    }
    return std::string{text.substr(0, bytes)}.append(end);
}

}  // namespace analytics_report
