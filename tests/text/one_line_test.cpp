// SPDX-License-Identifier: MIT
// Foreign text in one line: what is replaced, what stays, where it is cut.
#include "text/one_line.hpp"

#include <gtest/gtest.h>

#include "support/thrown.hpp"
#include "support/utf8.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace apivideo::detail {
namespace {

using namespace std::string_view_literals;

TEST(OneLine, leaves_what_can_be_shown_as_it_is) {
    for (const std::string_view text :
         {""sv, "plain text"sv, "d\xc3\xa9j\xc3\xa0 vu"sv, "\xe6\x97\xa5\xe6\x9c\xac"sv, "\xf0\x9f\x8e\xac"sv,
          "\xc2\xa0"sv, "\xed\x9f\xbf"sv, "\xee\x80\x80"sv, "\xf4\x8f\xbf\xbf"sv, "\xe0\xa0\x80"sv,
          "\xf0\x90\x80\x80"sv, "\xdf\xbf"sv, "\xef\xbf\xbd"sv})
        EXPECT_EQ(one_line(text), text);
}

TEST(OneLine, puts_a_space_for_each_control_character_and_line_separator) {
    const struct {
        std::string_view text;
        std::string_view line;
    } cases[] = {{"a\nb"sv, "a b"},
                 {"a\r\nb"sv, "a  b"},
                 {"a\tb\vc\fd"sv, "a b c d"},
                 {"a\0b"sv, "a b"},
                 {"a\x1b[31mb"sv, "a [31mb"},
                 {"a\x7f"sv, "a "},
                 {"a\xc2\x80"sv, "a "},
                 {"a\xc2\x85"sv, "a "},
                 {"a\xc2\x9f"sv, "a "},
                 {"a\xe2\x80\xa8"sv, "a "},
                 {"a\xe2\x80\xa9"sv, "a "},
                 {"a\xe2\x80\xae"
                  "b"sv,
                  "a b"}};
    for (const auto& c : cases) EXPECT_EQ(one_line(c.text), c.line) << '\'' << c.text << '\'';
}

TEST(OneLine, puts_a_space_for_what_ends_lines_or_reorders_reshapes_or_hides_text_and_for_nothing_else) {
    std::vector<std::pair<unsigned, unsigned>> ranges;
    test_support::for_each_character([&](char32_t code, const std::string& character) {
        const std::string line = one_line(character);
        if (line == character) return;
        EXPECT_EQ(line, " ");
        if (ranges.empty() || ranges.back().second + 1 != code) ranges.emplace_back(code, code);
        ranges.back().second = code;
    });
    EXPECT_EQ(ranges, (std::vector<std::pair<unsigned, unsigned>>{{0, 0x1f},
                                                                  {0x7f, 0x9f},
                                                                  {0x61c, 0x61c},
                                                                  {0x200e, 0x200f},
                                                                  {0x2028, 0x202e},
                                                                  {0x2066, 0x206f},
                                                                  {0xfff9, 0xfffb},
                                                                  {0xe0000, 0xe007f}}));
}

TEST(OneLine, leaves_the_invisible_characters_that_words_and_emoji_are_made_with) {
    for (const std::string_view text : {"\xd9\x85\xdb\x8c\xe2\x80\x8c\xd8\xae\xd9\x88"sv,
                                        "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7"sv, "\xe2\x9d\xa4\xef\xb8\x8f"sv,
                                        "Donau\xc2\xad"
                                        "dampfer"sv})
        EXPECT_EQ(one_line(text), text);
}

TEST(OneLine, puts_a_replacement_character_for_each_byte_that_is_not_utf_8) {
    const struct {
        std::string_view text;
        std::string_view line;  ///< With a question mark for each replacement.
    } cases[] = {{"\x80"sv, "?"},
                 {"\xff\xfe"sv, "??"},
                 {"\xc3"sv, "?"},
                 {"\xc3("sv, "?("},
                 {"\xc0\xaf"sv, "??"},
                 {"\xc1\xbf"sv, "??"},
                 {"\xe0\x80\xaf"sv, "???"},
                 {"\xe2\x80"sv, "??"},
                 {"\xed\xa0\x80"sv, "???"},
                 {"\xf0\x80\x80\xaf"sv, "????"},
                 {"\xf4\x90\x80\x80"sv, "????"},
                 {"\xf5\x80\x80\x80"sv, "????"},
                 {"\xf0\x9f\x8e"sv, "???"},
                 {"\xe2\n\x80"sv, "? ?"},
                 {"\xe6\x97 "sv, "?? "},
                 {"\xf0 \x8e\xac"sv, "? ??"},
                 {"\xf0\x9f \xac"sv, "?? ?"},
                 {"\xf0\x9f\x8e "sv, "??? "}};
    for (const auto& c : cases) {
        std::string line;
        for (const char character : c.line) line += character == '?' ? "\xef\xbf\xbd" : std::string(1, character);
        EXPECT_EQ(one_line(c.text), line);
    }
}

TEST(OneLine, looks_at_nothing_behind_the_end_of_a_text_that_ends_within_a_character) {
    for (const std::string_view character : {"\xc3\xa9"sv, "\xe6\x97\xa5"sv, "\xf0\x9f\x8e\xac"sv}) {
        for (std::size_t size = 1; size < character.size(); ++size) {
            std::string replacements;
            for (std::size_t i = 0; i < size; ++i) replacements += "\xef\xbf\xbd";
            EXPECT_EQ(one_line(character.substr(0, size)), replacements);
        }
    }
}

TEST(OneLine, is_one_line_for_every_pair_of_bytes) {
    for (int first = 0; first < 256; ++first) {
        for (int second = 0; second < 256; ++second) {
            const std::string text{static_cast<char>(first), static_cast<char>(second), '\xa8'};
            EXPECT_TRUE(test_support::is_one_line(one_line(text))) << first << ' ' << second;
        }
    }
}

TEST(OneLine, cuts_a_text_longer_than_the_limit_and_says_so) {
    EXPECT_EQ(one_line(std::string(1000, 'x')), std::string(1000, 'x'));
    EXPECT_EQ(one_line(std::string(1001, 'x')), std::string(1000, 'x') + "...");
    std::string out = "before ";
    append_one_line(out, "abcdef", 3);
    EXPECT_EQ(out, "before abc...");
}

TEST(OneLine, cuts_no_character_in_two) {
    std::string out;
    append_one_line(out, "ab\xf0\x9f\x8e\xac end", 3);
    EXPECT_EQ(out, "ab\xf0\x9f\x8e\xac...");
}

}  // namespace
}  // namespace apivideo::detail
