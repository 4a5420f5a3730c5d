// SPDX-License-Identifier: MIT
// Tests of the date-times of the /data calls.
#include "test_support/demo_times.hpp"

#include <gtest/gtest.h>

#include <chrono>

namespace apivideo::detail {
namespace {

using namespace date::literals;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

TEST(DemoTimes, are_read_with_any_offset) {
    const date::sys_seconds day = date::sys_days{2024_y / 2 / 29};
    const struct {
        const char* text;
        date::sys_seconds expected;
    } rows[] = {
        {"2024-02-29T00:00:00Z", day},      {"2024-02-29T00:00:00+00:00", day},
        {"2024-02-29T00:00:00-00:00", day}, {"2024-02-29T01:30:00+01:30", day},
        {"2024-02-28T16:00:00-08:00", day}, {"2024-02-29T23:59:59Z", day + hours{23} + minutes{59} + seconds{59}},
    };
    for (const auto& row : rows) EXPECT_EQ(parse_demo_time(row.text), row.expected) << row.text;
}

TEST(DemoTimes, are_not_read_where_they_differ_in_anything_from_the_documented_form) {
    for (const char* text : {"",
                             "Z",
                             "now",
                             "null",
                             "2024-02-29",
                             "2024-02-29T00:00:00",
                             "2024-02-29T00:00Z",
                             "2024-02-29 00:00:00Z",
                             "2024-02-29T00:00:00 01:00",
                             "2024-02-29T00:00:00+0100",
                             "2024-02-29T00:00:00+01",
                             "2024-02-29T00:00:00+24:00",
                             "2024-02-29T00:00:00+01:60",
                             "2024-02-29T00:00:00.999Z",
                             "2024-02-29T00:00:00.999000+01:00",
                             "2024-02-29t00:00:00z",
                             "2024-02-30T00:00:00Z",
                             "2023-02-29T00:00:00Z",
                             "2024-13-01T00:00:00Z",
                             "2024-02-29T24:00:00Z",
                             "2024-02-29T00:60:00Z",
                             "2024-02-29T00:00:60Z",
                             "2024-02-29T00:00:00ZZ",
                             " 2024-02-29T00:00:00Z",
                             "1709164800"})
        EXPECT_EQ(parse_demo_time(text), std::nullopt) << text;
}

TEST(DemoTimes, are_written_in_utc) {
    EXPECT_EQ(demo_time_text(date::sys_days{2024_y / 2 / 29} + hours{7} + seconds{5}), "2024-02-29T07:00:05+00:00");
}

}  // namespace
}  // namespace apivideo::detail
