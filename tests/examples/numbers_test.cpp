// SPDX-License-Identifier: MIT
// Numbers as people read them, and text in HTML.
#include "numbers.hpp"
#include "html_text.hpp"

#include <gtest/gtest.h>

#include <limits>
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

TEST(Numbers, are_short_on_an_axis) {
    struct Case {
        std::int64_t number;
        const char* expected;
    };
    for (const Case& c :
         {Case{0, "0"}, Case{9999, "9,999"}, Case{10000, "10k"}, Case{12500, "12.5k"}, Case{1000000, "1M"},
          Case{1500000, "1.5M"}, Case{2000000000, "2B"}, Case{3000000000000, "3T"}, Case{-5, "-5"}})
        EXPECT_EQ(abbreviated(c.number), c.expected);
}

TEST(Numbers, have_a_share_of_a_whole) {
    struct Case {
        std::int64_t part, whole;
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
