// SPDX-License-Identifier: MIT
// Tests of taking a query string apart, and of reading dates.
#include "test_support/demo_query.hpp"

#include <gtest/gtest.h>

namespace apivideo::detail {
namespace {

TEST(DemoParameters, are_decoded_in_any_order) {
    struct Row {
        const char* query;
        DemoParameters expected;
    };
    const Row rows[] = {
        {"", {}},
        {"a=1", {{"a", "1"}}},
        {"b=2&a=1", {{"a", "1"}, {"b", "2"}}},
        {"filter=videoId%3Aa", {{"filter", "videoId:a"}}},
        {"filter=videoId:a", {{"filter", "videoId:a"}}},
        {"a=x+y%20z%2B", {{"a", "x y z+"}}},
        {"%61%3d=%c3%A9", {{"a=", "\xc3\xa9"}}},
        {"a", {{"a", ""}}},
        {"a=", {{"a", ""}}},
        {"a=b=c", {{"a", "b=c"}}},
        {"&&a=1&", {{"a", "1"}}},
        {"a=1&a=2", {{"a", "2"}}},
        {"a=%", {{"a", "%"}}},
        {"a=%4", {{"a", "%4"}}},
        {"a=%zz1", {{"a", "%zz1"}}},
        {"a=%2541", {{"a", "%41"}}},
    };
    for (const Row& row : rows) EXPECT_EQ(parse_demo_parameters(row.query), row.expected) << row.query;
}

TEST(DemoDate, is_read_where_it_is_on_the_calendar) {
    using namespace date::literals;
    EXPECT_EQ(parse_demo_date("2023-06-10"), date::sys_days{2023_y / 6 / 10});
    EXPECT_EQ(parse_demo_date("2024-02-29"), date::sys_days{2024_y / 2 / 29});
}

TEST(DemoDate, is_refused_in_every_other_form) {
    for (const char* text : {"",
                             "2023-06-1",
                             "2023-6-10",
                             "20230610",
                             "2023/06/10",
                             "10-06-2023",
                             "2023-06-10 ",
                             " 2023-06-10",
                             "today",
                             "null",
                             "2023-02-29",
                             "2023-13-01",
                             "2023-00-10",
                             "2023-06-31",
                             "2023-06-00",
                             "2023-06-10T00:00:00",
                             "2023-06-10T00:00:00+00:00",
                             "+023-06-10",
                             "2023--6-10",
                             "2023-06--1",
                             "12023-06-10",
                             "6/10/2023"})
        EXPECT_FALSE(parse_demo_date(text)) << text;
}

}  // namespace
}  // namespace apivideo::detail
