// SPDX-License-Identifier: MIT
// ASCII helpers: what is what, whatever the locale and the signedness of char.
#include "text/ascii.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace apivideo::detail {
namespace {

TEST(Ascii, classifies_all_256_bytes) {
    constexpr std::string_view digits = "0123456789";
    constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    for (int i = 0; i < 256; ++i) {
        const char c = static_cast<char>(i);
        const bool digit = i != 0 && digits.find(c) != std::string_view::npos;
        const bool letter = i != 0 && letters.find(c) != std::string_view::npos;
        EXPECT_EQ(is_digit(c), digit) << i;
        EXPECT_EQ(is_alpha(c), letter) << i;
        EXPECT_EQ(is_alphanumeric(c), digit || letter) << i;
        EXPECT_EQ(is_control(c), i < 0x20 || i == 0x7f) << i;
        EXPECT_EQ(is_visible(c), i > 0x20 && i < 0x7f) << i;
    }
}

TEST(Ascii, lowers_letters_of_ascii_and_nothing_else) {
    EXPECT_EQ(to_lower(std::string_view{"AZaz09@[`{\xc3\x89"}), "azaz09@[`{\xc3\x89");
}

TEST(Ascii, compares_without_regard_to_case) {
    EXPECT_TRUE(equal_ignoring_case("X-RateLimit", "x-ratelimit"));
    EXPECT_TRUE(equal_ignoring_case("", ""));
    EXPECT_FALSE(equal_ignoring_case("abc", "abcd"));
    EXPECT_FALSE(equal_ignoring_case("a@", "a`"));  // 0x40 and 0x60 differ by the bit that tells cases apart
    EXPECT_FALSE(equal_ignoring_case("\xc3\x89", "\xc3\xa9"));
}

TEST(Ascii, tells_what_a_text_begins_with) {
    for (const auto begins : {begins_with, begins_with_ignoring_case}) {
        EXPECT_TRUE(begins("abc", "ab"));
        EXPECT_TRUE(begins("ab", "ab"));
        EXPECT_TRUE(begins("ab", ""));
        EXPECT_FALSE(begins("ab", "abc"));
        EXPECT_FALSE(begins("cab", "ab"));
    }
    EXPECT_FALSE(begins_with("Abc", "ab"));
    EXPECT_TRUE(begins_with_ignoring_case("Abc", "aB"));
}

TEST(Ascii, reads_hexadecimal_digits) {
    EXPECT_EQ(hex_value('0'), 0);
    EXPECT_EQ(hex_value('9'), 9);
    EXPECT_EQ(hex_value('a'), 10);
    EXPECT_EQ(hex_value('F'), 15);
    EXPECT_EQ(hex_value('g'), -1);
    EXPECT_EQ(hex_value('@'), -1);
    EXPECT_EQ(hex_value('\0'), -1);
}

TEST(Ascii, trims_spaces_and_tabs_only) {
    EXPECT_EQ(trimmed(" \t a b \t "), "a b");
    EXPECT_EQ(trimmed(" \t "), "");
    EXPECT_EQ(trimmed(""), "");
    EXPECT_EQ(trimmed("\ra\n"), "\ra\n");
}

TEST(Ascii, parses_plain_numbers_as_far_as_64_bits_hold_them) {
    const struct {
        std::string_view text;
        std::optional<std::int64_t> number;
    } cases[] = {{"0", 0},
                 {"7", 7},
                 {"007", 7},
                 {"9223372036854775807", std::numeric_limits<std::int64_t>::max()},
                 {"9223372036854775808", std::nullopt},
                 {"99999999999999999999999999", std::nullopt},
                 {"", std::nullopt},
                 {"-1", std::nullopt},
                 {"+1", std::nullopt},
                 {" 1", std::nullopt},
                 {"1 ", std::nullopt},
                 {"1.0", std::nullopt},
                 {"1e2", std::nullopt},
                 {"0x10", std::nullopt},
                 {"1,2", std::nullopt},
                 {"abc", std::nullopt},
                 {"\xd9\xa1", std::nullopt}};
    for (const auto& c : cases) EXPECT_EQ(parse_number(c.text), c.number) << '\'' << c.text << '\'';
}

TEST(Ascii, reads_the_numbers_of_a_pattern) {
    using Numbers = std::array<int, 3>;
    EXPECT_EQ(numbers_in<3>("2023-06-10", "####-##-##"), (Numbers{2023, 6, 10}));
    EXPECT_EQ(numbers_in<3>("9, 0 x 007", "#, # x ###"), (Numbers{9, 0, 7}));
    EXPECT_EQ(numbers_in<0>("GMT", "GMT"), (std::array<int, 0>{}));
    EXPECT_EQ(numbers_in<0>("", ""), (std::array<int, 0>{}));
    static_assert(numbers_in<1>("2a", "#a")->front() == 2);
}

TEST(Ascii, reads_no_numbers_from_a_text_that_differs_from_the_pattern) {
    using namespace std::string_view_literals;
    for (const std::string_view text :
         {""sv, "08:4"sv, "08:499"sv, "008:49"sv, "08-49"sv, "8::49"sv, "-8:49"sv, "+8:49"sv, " 8:49"sv, "08:4x"sv,
          "##:##"sv, "/8:49"sv, ":8:49"sv, "08:4\0"sv, "08:49\0"sv, "\xd9\xa2:49"sv, "08:49 "sv})
        EXPECT_EQ(numbers_in<2>(text, "##:##"), std::nullopt) << text;
}

}  // namespace
}  // namespace apivideo::detail
