// SPDX-License-Identifier: MIT
// HTTP dates: the three forms, the century of two digits, and what is no date.
#include "http/http_date.hpp"

#include <gtest/gtest.h>

#include <date/date.h>

#include <chrono>
#include <string>
#include <string_view>

namespace apivideo::detail {
namespace {

using namespace std::string_view_literals;
using date::literals::operator""_y;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;
using std::chrono::system_clock;

const system_clock::time_point now = date::sys_days{2024_y / 6 / 1};

TEST(HttpDate, reads_the_three_forms) {
    const system_clock::time_point expected = date::sys_days{1994_y / 11 / 6} + hours{8} + minutes{49} + seconds{37};
    for (const std::string_view text :
         {"Sun, 06 Nov 1994 08:49:37 GMT"sv, "Sunday, 06-Nov-94 08:49:37 GMT"sv, "Sun Nov  6 08:49:37 1994"sv,
          "Sun Nov 06 08:49:37 1994"sv, "Sun, 06 Nov 1994 08:49:37 UTC"sv, "Sunday, 06-Nov-94 08:49:37 UTC"sv,
          "  Sun, 06 Nov 1994 08:49:37 GMT\t"sv}) {
        EXPECT_EQ(parse_http_date(text, now), expected) << text;
    }
}

TEST(HttpDate, reads_every_month_and_weekday) {
    const char* weekdays[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    const char* months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    unsigned month = 0;
    for (const char* name : months) {
        const date::sys_days day = 2023_y / static_cast<int>(++month) / 15;
        const std::string text =
            std::string{weekdays[date::weekday{day}.c_encoding()]} + ", 15 " + name + " 2023 00:00:00 GMT";
        EXPECT_EQ(parse_http_date(text, now), day) << text;
    }
}

TEST(HttpDate, reads_the_edges_of_a_day_and_a_leap_day) {
    EXPECT_EQ(parse_http_date("Thu, 29 Feb 2024 23:59:59 GMT", now),
              date::sys_days{2024_y / 2 / 29} + hours{23} + minutes{59} + seconds{59});
    EXPECT_EQ(parse_http_date("Sat, 31 Dec 2016 23:59:60 GMT", now), date::sys_days{2017_y / 1 / 1});
}

TEST(HttpDate, takes_two_digits_as_the_year_no_more_than_50_ahead) {
    const struct {
        int this_year;
        const char* digits;
        int year;
    } cases[] = {{2024, "24", 2024}, {2024, "00", 2000}, {2024, "74", 2074}, {2024, "75", 1975},
                 {2024, "99", 1999}, {1994, "94", 1994}, {1994, "44", 1944}, {2060, "99", 2099}};
    for (const auto& c : cases) {
        const system_clock::time_point then = date::sys_days{date::year{c.this_year} / 6 / 1};
        const std::string text = std::string{"Sunday, 06-Nov-"} + c.digits + " 00:00:00 GMT";
        EXPECT_EQ(parse_http_date(text, then), date::sys_days{date::year{c.year} / 11 / 6}) << text;
    }
}

TEST(HttpDate, takes_what_the_clock_cannot_hold_as_the_last_day_that_it_can) {
    const system_clock::time_point last = date::sys_days{2200_y / 12 / 31};
    for (const std::string_view text :
         {"Wed, 31 Dec 2200 00:00:00 GMT"sv, "Thu, 01 Jan 2201 00:00:00 GMT"sv, "Tue, 29 Feb 2400 00:00:00 GMT"sv,
          "Fri, 31 Dec 9999 00:00:00 GMT"sv, "Fri Dec 31 00:00:00 9999"sv})
        EXPECT_EQ(parse_http_date(text, now), last) << text;
}

TEST(HttpDate, is_unset_for_what_is_none) {
    for (const std::string_view text : {""sv,
                                        " "sv,
                                        "soon"sv,
                                        "120"sv,
                                        "-1"sv,
                                        "2023-06-01"sv,
                                        "2023-06-01T00:00:00Z"sv,
                                        "Sun, 06 Nov 1994 08:49:37"sv,
                                        "Sun, 06 Nov 1994 08:49:37 UT"sv,
                                        "Sun, 06 Nov 1994 08:49:37UTC"sv,
                                        "Sun, 06 Nov 1994 08:49:37 +0000"sv,
                                        "Sun, 06 Nov 1994 08:49:37 GMT x"sv,
                                        "Sun 06 Nov 1994 08:49:37 GMT"sv,
                                        "Son, 06 Nov 1994 08:49:37 GMT"sv,
                                        "Sunday, 06 Nov 1994 08:49:37 GMT"sv,
                                        "Sun, 6 Nov 1994 08:49:37 GMT"sv,
                                        "Sun, 06 Nov 94 08:49:37 GMT"sv,
                                        "Sun, 06 Foo 1994 08:49:37 GMT"sv,
                                        "Sun, 00 Nov 1994 08:49:37 GMT"sv,
                                        "Sun, 31 Nov 1994 08:49:37 GMT"sv,
                                        "Wed, 29 Feb 2023 08:49:37 GMT"sv,
                                        "Sun, 06 Nov 1994 24:00:00 GMT"sv,
                                        "Sun, 06 Nov 1994 08:60:00 GMT"sv,
                                        "Sun, 06 Nov 1994 08:49:61 GMT"sv,
                                        "Sun, 06 Nov 1994 8:49:37 GMT"sv,
                                        "Sun, 06 Nov 1994 08-49-37 GMT"sv,
                                        "Sun, 06 Nov 1994 08-49:37 GMT"sv,
                                        "Sun, 06 Nov 1994 08:49-37 GMT"sv,
                                        "Sun, 06 Nov 1994 -8:49:37 GMT"sv,
                                        "Sun, -6 Nov 1994 08:49:37 GMT"sv,
                                        "Sun, 06 Nov 0000 08:49:37 GMT"sv,
                                        "Sun, 06 Nov 99999999999999999999 08:49:37 GMT"sv,
                                        "Sunday, 06-Nov-1994 08:49:37 GMT"sv,
                                        "Sun, 06-Nov-94 08:49:37 GMT"sv,
                                        "Sunday, 06/Nov/94 08:49:37 GMT"sv,
                                        "Sunday, 06/Nov-94 08:49:37 GMT"sv,
                                        "Sunday, 06-Nov/94 08:49:37 GMT"sv,
                                        "Sunday, 6-Nov-94 08:49:37 GMT"sv,
                                        "Sunday, 06-Nov-x4 08:49:37 GMT"sv,
                                        "Sun Nov 6 08:49:37 94"sv,
                                        "Sun Nov 006 08:49:37 1994"sv,
                                        "Sunday Nov 6 08:49:37 1994"sv,
                                        "Sun Nov 6 08:49:37 1994 GMT"sv,
                                        ", , , , , GMT"sv,
                                        ","sv,
                                        "\0\0\0"sv})
        EXPECT_EQ(parse_http_date(text, now), std::nullopt) << text;
    EXPECT_EQ(parse_http_date(std::string(1'000'000, ' '), now), std::nullopt);
    EXPECT_EQ(parse_http_date(std::string(1'000'000, ','), now), std::nullopt);
}

}  // namespace
}  // namespace apivideo::detail
