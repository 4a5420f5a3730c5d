// SPDX-License-Identifier: MIT
// Foreign text made fit to stand in a message of one line.
#include "text/one_line.hpp"

#include "text/ascii.hpp"

#include <algorithm>
#include <iterator>

namespace apivideo::detail {
namespace {

/// The length of the UTF-8 character that @p text begins with, or 0: overlong forms and surrogates are no characters.
std::size_t utf8_length(std::string_view text) noexcept {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(0);
    if (first < 0x80) return 1;
    if (first < 0xc2 || first > 0xf4) return 0;
    const std::size_t length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    for (std::size_t i = 1; i < length; ++i)
        if (i == text.size() || (byte(i) & 0xc0) != 0x80) return 0;
    const bool overlong = (first == 0xe0 && byte(1) < 0xa0) || (first == 0xf0 && byte(1) < 0x90);
    const bool surrogate = first == 0xed && byte(1) >= 0xa0;
    const bool too_large = first == 0xf4 && byte(1) >= 0x90;
    return overlong || surrogate || too_large ? 0 : length;
}

struct Range {
    char32_t first;
    char32_t last;
};

/// Beyond ASCII. Invisible characters that words and emoji are made with, such as the joiners U+200C and U+200D, stay.
constexpr Range misleading[] = {
    {0x80, 0x9f},        // control characters
    {0x61c, 0x61c},      // turns the direction of text, as an Arabic letter does
    {0x200e, 0x200f},    // turn it as a Latin or a Hebrew letter does
    {0x2028, 0x202e},    // separate lines; turn the direction until it is turned back
    {0x2066, 0x206f},    // the same for a part of the text; deprecated: change the shapes of what follows
    {0xfff9, 0xfffb},    // annotations, which may be hidden or shown elsewhere
    {0xe0000, 0xe007f},  // tags: ASCII that is not shown
};

/// @param character one of UTF-8.
bool misleads(std::string_view character) noexcept {
    const auto first = static_cast<unsigned char>(character[0]);
    if (character.size() == 1) return is_control(character[0]);
    char32_t code = first & (0xffU >> (character.size() + 1));
    for (const char c : character.substr(1)) code = (code << 6) | (static_cast<unsigned char>(c) & 0x3fU);
    return std::any_of(std::begin(misleading), std::end(misleading),
                       [&](const Range& range) { return code >= range.first && code <= range.last; });
}

}  // namespace

void append_one_line(std::string& out, std::string_view text, std::size_t limit) {
    const bool cut = text.size() > limit;
    const std::size_t end = cut ? limit : text.size();
    for (std::size_t i = 0; i < end;) {
        const std::size_t length = utf8_length(text.substr(i));
        const std::string_view character = text.substr(i, length);
        if (length == 0) {
            out += "\xef\xbf\xbd";
        } else if (misleads(character)) {
            out += ' ';
        } else {
            out += character;
        }
        i += length == 0 ? 1 : length;
    }
    if (cut) out += "...";
}

}  // namespace apivideo::detail
