// SPDX-License-Identifier: MIT
// Retry-After: numbers and dates, whose clock measures a date, and which of several counts.
#include "http/retry_after.hpp"

#include <gtest/gtest.h>

#include <date/date.h>

#include <chrono>
#include <optional>
#include <string>

namespace apivideo::detail {
namespace {

using std::chrono::milliseconds;
using std::chrono::system_clock;

/// Sunday, 06 Nov 1994 08:49:36.5
const system_clock::time_point now =
    date::sys_days{date::year{1994} / 11 / 6} + std::chrono::hours{8} + std::chrono::minutes{49} + milliseconds{36500};

struct Row {
    HttpHeaders headers;
    int wait;  // milliseconds; -1: unset
};

class RetryAfterTable : public ::testing::TestWithParam<Row> {};

TEST_P(RetryAfterTable, is_the_longest_wait_that_the_headers_ask_for) {
    const auto wait = parse_retry_after(GetParam().headers, now);
    EXPECT_EQ(wait ? wait->count() : -1, GetParam().wait);
}

constexpr const char* name = "Retry-After";
constexpr const char* in_half_a_second = "Sun, 06 Nov 1994 08:49:37 GMT";
constexpr const char* in_an_hour = "Sun, 06 Nov 1994 09:49:37 GMT";

INSTANTIATE_TEST_SUITE_P(Alone, RetryAfterTable,
                         ::testing::Values(Row{{}, -1},                                           //
                                           Row{{{name, "7"}}, 7000},                              //
                                           Row{{{"retry-AFTER", " 7 "}}, 7000},                   //
                                           Row{{{name, "1.5"}}, 1500},                            //
                                           Row{{{name, "0"}}, 0},                                 //
                                           Row{{{name, ""}}, -1},                                 //
                                           Row{{{name, "soon"}}, -1},                             //
                                           Row{{{name, "-7"}}, -1},                               //
                                           Row{{{"X-Retry-After", "7"}}, -1},                     //
                                           Row{{{name, in_half_a_second}}, 500},                  //
                                           Row{{{name, "Sun, 06 Nov 1994 08:49:37 UTC"}}, 500},   //
                                           Row{{{name, "Sunday, 06-Nov-94 08:49:37 GMT"}}, 500},  //
                                           Row{{{name, "Sun Nov  6 08:49:37 1994"}}, 500},        //
                                           Row{{{name, "Sat, 05 Nov 1994 08:49:37 GMT"}}, 0},     //
                                           Row{{{name, "06 Nov 1994 08:49:37 GMT"}}, -1}));

INSTANTIATE_TEST_SUITE_P(Repeated, RetryAfterTable,
                         ::testing::Values(Row{{{name, "3"}, {name, "7"}, {name, "5"}}, 7000},  //
                                           Row{{{name, "7"}, {name, "soon"}}, 7000},            //
                                           Row{{{name, "soon"}, {name, "7"}}, 7000},            //
                                           Row{{{name, "3, 7,5"}}, 7000},                       //
                                           Row{{{name, "7, soon"}}, 7000},                      //
                                           Row{{{name, ","}}, -1},                              //
                                           Row{{{name, in_an_hour}, {name, "7"}}, 3600500},     //
                                           Row{{{name, std::string{in_an_hour} + ", 7"}}, 3600500},
                                           Row{{{name, std::string{"7, "} + in_half_a_second}}, 7000},
                                           Row{{{name, std::string{"Sun Nov  6 08:49:37 1994, "} + in_an_hour}},
                                               3600500},
                                           Row{{{name, std::string{in_half_a_second} + ", " + in_an_hour}}, 3600500}));

INSTANTIATE_TEST_SUITE_P(MeasuredByTheServersClock, RetryAfterTable,
                         ::testing::Values(Row{{{name, in_an_hour}, {"Date", "Sun, 06 Nov 1994 09:49:35 GMT"}}, 2000},
                                           Row{{{"date", "Sun, 06 Nov 1994 09:49:35 UTC"}, {name, in_an_hour}}, 2000},
                                           Row{{{name, in_half_a_second}, {"Date", "Sun, 06 Nov 1994 07:49:37 GMT"}},
                                               3600000},
                                           Row{{{name, in_half_a_second}, {"Date", in_an_hour}}, 0},
                                           Row{{{name, in_half_a_second}, {"Date", "today"}}, 500},
                                           Row{{{name, "7"}, {"Date", in_an_hour}}, 7000}));

TEST(RetryAfter, is_unset_for_a_date_that_no_clock_measures) {
    EXPECT_EQ(parse_retry_after({{name, in_an_hour}}, std::nullopt), std::nullopt);
    EXPECT_EQ(parse_retry_after({{name, in_an_hour}, {"Date", in_half_a_second}}, std::nullopt), std::chrono::hours{1});
    EXPECT_EQ(parse_retry_after({{name, "7"}}, std::nullopt), std::chrono::seconds{7});
}

TEST(RetryAfter, is_ten_years_at_most) {
    const std::chrono::hours ten_years{24 * 365 * 10};
    EXPECT_EQ(parse_retry_after({{name, "9223372036854775807"}}, now), ten_years);
    EXPECT_EQ(parse_retry_after({{name, "Fri, 31 Dec 9999 23:59:59 GMT"}}, now), ten_years);
    EXPECT_EQ(parse_retry_after({{name, in_an_hour}, {"Date", "Mon, 01 Jan 1900 00:00:00 GMT"}}, now), ten_years);
}

}  // namespace
}  // namespace apivideo::detail
