// SPDX-License-Identifier: MIT
// Foreign text made fit to stand in a message of one line.
#include "text/one_line.hpp"

#include "text/ascii.hpp"

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

/// Control characters beyond ASCII (U+0080 to U+009F) and the two separators U+2028 and U+2029.
bool breaks_lines(std::string_view character) noexcept {
    if (character.size() == 2) return character[0] == '\xc2' && static_cast<unsigned char>(character[1]) < 0xa0;
    return character == "\xe2\x80\xa8" || character == "\xe2\x80\xa9";
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
        } else if ((length == 1 && is_control(text[i])) || breaks_lines(character)) {
            out += ' ';
        } else {
            out += character;
        }
        i += length == 0 ? 1 : length;
    }
    if (cut) out += "...";
}

}  // namespace apivideo::detail
