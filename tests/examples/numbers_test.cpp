// SPDX-License-Identifier: MIT
// Numbers as people read them, and text in HTML.
#include "numbers.hpp"
#include "html_text.hpp"

#include <gtest/gtest.h>

#include <clocale>
#include <cstdlib>
#include <limits>
#include <locale>
#include <string>

namespace analytics_report {
namespace {

using Limits = std::numeric_limits<std::int64_t>;

TEST(Numbers, are_grouped_by_thousands) {
    struct Case {
        std::int64_t number;
        const char* expected;
    };
    for (const Case& c :
         {Case{0, "0"}, Case{999, "999"}, Case{1000, "1,000"}, Case{1234567, "1,234,567"}, Case{-999, "-999"},
          Case{-123456, "-123,456"}, Case{Limits::max(), "9,223,372,036,854,775,807"},
          Case{Limits::min(), "-9,223,372,036,854,775,808"}})
        EXPECT_EQ(grouped(c.number), c.expected);
}

struct Text {
    double number;
    const char* expected;
};

const Text plain_texts[] = {
    {0, "0"},
    {-0.0, "0"},
    {7, "7"},
    {-7.5, "-7.5"},
    {0.1, "0.1"},
    {1.0 / 3, "0.3333333333333333"},
    {1e-4, "0.0001"},
    {0.00012345, "0.00012345"},
    {123456789.125, "123456789.125"},
    {999999999999999, "999999999999999"},
    {1e15, "1000000000000000"},
    {9007199254740992, "9007199254740992"},
    {-1e15, "-1000000000000000"},
};

TEST(Numbers, have_no_exponent_from_a_ten_thousandth_to_a_quadrillion) {
    for (const auto& [number, expected] : plain_texts) EXPECT_EQ(plain(number), expected);
}

TEST(Numbers, read_back_as_they_were) {
    for (const double number : {1e-5, 1e-300, 2.5e17, 1.7976931348623157e308, 4.9e-324, 0.1 + 0.2})
        EXPECT_EQ(std::strtod(plain(number).c_str(), nullptr), number) << plain(number);
}

/// Not each machine has one with a comma: the C++ library's own way to set one is enough to see what is not to be seen.
struct CommaPoint : std::numpunct<char> {
    [[nodiscard]] char do_decimal_point() const override { return ','; }
};

TEST(Numbers, have_a_point_whatever_the_locale) {
    const std::locale before = std::locale::global(std::locale{std::locale{}, new CommaPoint});
    const char* const c_locale = std::setlocale(LC_NUMERIC, "de_DE.UTF-8");
    EXPECT_EQ(plain(1.5), "1.5") << (c_locale ? c_locale : "without de_DE.UTF-8");
    EXPECT_EQ(rounded(1.23456, 2), "1.23");
    EXPECT_EQ(share(1, 3), "33.3%");
    EXPECT_EQ(length(12.5), "12.5");
    std::setlocale(LC_NUMERIC, "C");
    std::locale::global(before);
}

TEST(Numbers, have_few_places_for_people_but_are_never_rounded_to_nothing) {
    for (const auto& [number, expected] : {Text{1.0 / 3, "0.3333"}, Text{2.5, "2.5"}, Text{12, "12"}, Text{0, "0"},
                                           Text{0.00001, "1e-05"}, Text{-0.25, "-0.25"}})
        EXPECT_EQ(rounded(number, 4), expected);
    EXPECT_EQ(grouped(rounded(1234567.891, 2)), "1,234,567.89");
    EXPECT_EQ(grouped(plain(1e300)), "1e+300");
}

TEST(Numbers, are_short_on_an_axis) {
    struct Case {
        double number;
        const char* expected;
    };
    for (const Case& c : {Case{0, "0"}, Case{0.25, "0.25"}, Case{9999, "9,999"}, Case{10000, "10k"},
                          Case{12500, "12.5k"}, Case{1000000, "1M"}, Case{1500000, "1.5M"}, Case{2000000000, "2B"},
                          Case{3000000000000, "3T"}, Case{-5, "-5"}})
        EXPECT_EQ(abbreviated(c.number), c.expected);
}

TEST(Numbers, have_a_share_of_a_whole) {
    struct Case {
        double part, whole;
        const char* expected;
    };
    for (const Case& c : {Case{1, 3, "33.3%"}, Case{0, 3, "0.0%"}, Case{3, 3, "100.0%"}, Case{1, 100000, "<0.1%"},
                          Case{0, 0, ""}, Case{-1, 3, ""}, Case{1, -3, ""}})
        EXPECT_EQ(share(c.part, c.whole), c.expected) << c.part << " of " << c.whole;
}

TEST(Numbers, are_counted_in_the_singular_and_the_plural) {
    EXPECT_EQ(counted(1, "row", "rows"), "1 row");
    EXPECT_EQ(counted(0, "row", "rows"), "0 rows");
    EXPECT_EQ(counted(1200, "row", "rows"), "1,200 rows");
}

TEST(HtmlText, is_only_text_whatever_is_in_it) {
    EXPECT_EQ(escaped("<b a=\"1\" c='2'>&amp;"), "&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;amp;");
    EXPECT_EQ(escaped("a\x1b\xff\xe2\x80\xae türkiye"), "a �  türkiye");
    EXPECT_EQ(element("p", "<", " class=\"note\""), "<p class=\"note\">&lt;</p>");
}

TEST(HtmlText, has_lengths_without_needless_places) {
    struct Case {
        double pixels;
        const char* expected;
    };
    for (const Case& c : {Case{0, "0"}, Case{100, "100"}, Case{12.5, "12.5"}, Case{1.0 / 3, "0.33"}, Case{20, "20"}})
        EXPECT_EQ(length(c.pixels), c.expected);
    EXPECT_EQ(percent_length(0.375), "37.5%");
}

}  // namespace
}  // namespace analytics_report
