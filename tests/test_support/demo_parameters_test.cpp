// SPDX-License-Identifier: MIT
// Tests of taking a query string apart.
#include "test_support/demo_parameters.hpp"

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

TEST(DemoParameters, are_listed_as_often_as_they_were_sent_in_their_order) {
    const std::vector<std::pair<std::string, std::string>> expected{{"b[]", "2"}, {"a", ""}, {"b[]", "1 2"}};
    EXPECT_EQ(demo_parameter_list("b%5B%5D=2&a&b[]=1+2"), expected);
}

}  // namespace
}  // namespace apivideo::detail
