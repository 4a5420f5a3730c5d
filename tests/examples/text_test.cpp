// SPDX-License-Identifier: MIT
// Text from elsewhere, shown on one line.
#include "text.hpp"
#include "failure.hpp"

#include <gtest/gtest.h>

#include "support/utf8.hpp"
#include "text/one_line.hpp"

#include <string>
#include <vector>

namespace analytics_report {
namespace {

struct Shown {
    std::string text;
    std::string shown;
};

TEST(Text, has_no_characters_that_steer_a_terminal) {
    const std::vector<Shown> cases{
        {"france", "france"},
        {"côte d'ivoire", "côte d'ivoire"},
        {"日本 🎬", "日本 🎬"},
        {"a\x1b[31mb", "a [31mb"},
        {"a\r\n\tb\x7f", "a   b "},
        {"a\xc2\x9b"
         "31mb",
         "a 31mb"},
        {"a\xe2\x80\xa8"
         "b\xe2\x80\xae"
         "c",
         "a b c"},
        {"a\xd8\x9c"
         "b",
         "a b"},
        {std::string{"a\0b", 3}, "a b"},
        {"\xff", "�"},
        {"a\xc3", "a�"},
        {"\xc0\x9b", "��"},
        {"\xe0\x82\x9b", "���"},
        {"\xed\xa0\x80", "���"},
        {"\xf4\x90\x80\x80", "����"},
        {"\xf8\x88\x80\x80\x80", "�����"},
        {"", ""},
    };
    for (const Shown& c : cases) EXPECT_EQ(printable(c.text), c.shown) << c.shown;
}

TEST(Text, is_cleaned_of_the_same_characters_as_the_messages_of_the_library) {
    apivideo::test_support::for_each_character([](char32_t code, const std::string& character) {
        EXPECT_EQ(printable(character), apivideo::detail::one_line(character)) << static_cast<unsigned>(code);
    });
}

TEST(Text, as_json_keeps_what_can_be_shown_and_escapes_the_rest) {
    EXPECT_EQ(json_fit_to_show("{\n  \"t\xc3\xbc\": \"\x7f\xc2\x9b\xe2\x80\xae\xe2\x80\xa8\xd8\x9c\"\n}"),
              "{\n  \"t\xc3\xbc\": \"\\u007f\\u009b\\u202e\\u2028\\u061c\"\n}");
    EXPECT_EQ(json_fit_to_show("\xf3\xa0\x80\x80\xf3\xa0\x81\xbf\xef\xbf\xb9"), "\\udb40\\udc00\\udb40\\udc7f\\ufff9");
}

TEST(Text, is_as_wide_as_it_has_characters) {
    EXPECT_EQ(width(""), 0U);
    EXPECT_EQ(width("france"), 6U);
    EXPECT_EQ(width("türkiye"), 7U);
    EXPECT_EQ(width("日本"), 2U);
    EXPECT_EQ(width("🎬"), 1U);
}

TEST(Text, that_is_too_long_is_cut_between_characters) {
    EXPECT_EQ(shortened("türkiye", 7), "türkiye");
    EXPECT_EQ(shortened("türkiye", 6), "tür...");
    EXPECT_EQ(shortened("日本日本日本", 5), "日本...");
    EXPECT_EQ(shortened("", 5), "");
}

TEST(FailureLine, is_one_line_whatever_the_message) { EXPECT_EQ(line_of("a\nb\r\nc", ""), "a b  c"); }

TEST(FailureLine, never_holds_the_key) {
    EXPECT_EQ(line_of("the key s3cret and s3crets3cret", "s3cret"), "the key [redacted] and [redacted][redacted]");
}

}  // namespace
}  // namespace analytics_report
