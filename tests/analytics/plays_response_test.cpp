// SPDX-License-Identifier: MIT
// Answers: the time of a row, and equality member by member.
#include <apivideo/analytics/plays_response.hpp>

#include <gtest/gtest.h>

#include "support/equality.hpp"

#include <chrono>
#include <optional>
#include <string>

namespace apivideo {
namespace {

using date::literals::operator""_y;
using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;
using test_support::expect_equality_sees;
using Time = date::sys_time<milliseconds>;

std::optional<Time> time_of(const std::string& value) { return emitted_at(AnalyticsData{value, 1}); }

TEST(EmittedAt, is_the_time_that_the_value_says) {
    const Time ten = date::sys_days{2023_y / 6 / 10} + hours{10};
    const struct {
        const char* value;
        Time time;
    } cases[] = {{"2023-06-10T10:00:00.000Z", ten},
                 {"2023-06-10T10:00:00Z", ten},
                 {"2023-06-10T10:00:00.5Z", ten + milliseconds{500}},
                 {"2023-06-10T10:00:00.05Z", ten + milliseconds{50}},
                 {"2023-06-10T10:00:00.123Z", ten + milliseconds{123}},
                 {"2023-06-10T10:00:00.1239999999999999999999Z", ten + milliseconds{123}},
                 {"2023-06-10T10:59:58.000Z", ten + minutes{59} + seconds{58}},
                 {"2023-06-10T00:00:00.000Z", ten - hours{10}},
                 {"2024-02-29T23:59:59.999Z", date::sys_days{2024_y / 3 / 1} - milliseconds{1}},
                 {"1969-12-31T23:59:59.999Z", Time{milliseconds{-1}}},
                 {"0000-01-01T00:00:00Z", date::sys_days{0_y / 1 / 1}},
                 {"9999-12-31T00:00:00Z", date::sys_days{9999_y / 12 / 31}}};
    for (const auto& c : cases) EXPECT_EQ(time_of(c.value), c.time) << c.value;
}

TEST(EmittedAt, is_unset_where_the_value_is_no_such_time) {
    using namespace std::string_literals;
    for (const std::string& value : {""s,
                                     "france"s,
                                     "vi3q7HxhApxRF1c8F8r6VeaI"s,
                                     "2023"s,
                                     "2023-06-10"s,
                                     "2023-06-10T10:00"s,
                                     "2023-06-10T10:00:00"s,
                                     "2023-06-10T10:00:00.000"s,
                                     "2023-06-10T10:00:00.Z"s,
                                     "2023-06-10T10:00:00,000Z"s,
                                     "2023-06-10T10:00:00.000z"s,
                                     "2023-06-10t10:00:00Z"s,
                                     "2023-06-10 10:00:00Z"s,
                                     "2023-06-10T10:00:00+00:00"s,
                                     "2023-06-10T10:00:00ZZ"s,
                                     "2023-06-10T10:00:00Z "s,
                                     " 2023-06-10T10:00:00Z"s,
                                     "2023-6-10T10:00:00Z"s,
                                     "2023-06-10T1:00:00Z"s,
                                     "2023/06/10T10:00:00Z"s,
                                     "2023-13-10T10:00:00Z"s,
                                     "2023-00-10T10:00:00Z"s,
                                     "2023-06-31T10:00:00Z"s,
                                     "2023-02-29T10:00:00Z"s,
                                     "2023-06-00T10:00:00Z"s,
                                     "2023-06-10T24:00:00Z"s,
                                     "2023-06-10T10:60:00Z"s,
                                     "2023-06-10T10:00:60Z"s,
                                     "-023-06-10T10:00:00Z"s,
                                     "+2023-06-10T10:00:00Z"s,
                                     "12023-06-10T10:00:00Z"s,
                                     "2023-06-10T10:00:00.00\0Z"s,
                                     "2023-06-10T10:00:-1Z"s,
                                     "\xd9\xa2"
                                     "023-06-10T10:00:00Z"s})
        EXPECT_EQ(time_of(value), std::nullopt) << value;
}

TEST(Rows, are_equal_by_value_and_plays) {
    EXPECT_EQ((AnalyticsData{"a", 1}), (AnalyticsData{"a", 1}));
    EXPECT_NE((AnalyticsData{"a", 1}), (AnalyticsData{"b", 1}));
    EXPECT_NE((AnalyticsData{"a", 1}), (AnalyticsData{"a", 2}));
}

TEST(Links, are_equal_by_rel_and_uri) {
    EXPECT_EQ((PaginationLink{"self", "/a"}), (PaginationLink{"self", "/a"}));
    EXPECT_NE((PaginationLink{"self", "/a"}), (PaginationLink{"next", "/a"}));
    EXPECT_NE((PaginationLink{"self", "/a"}), (PaginationLink{"self", "/b"}));
}

TEST(Paginations, are_equal_member_by_member) {
    using Model = Pagination;
    expect_equality_sees<Model>([](Model& m) { m.items_total = 0; }, [](Model& m) { m.pages_total = 0; },
                                [](Model& m) { m.page_size = 0; }, [](Model& m) { m.current_page = 0; },
                                [](Model& m) { m.current_page_items = 0; }, [](Model& m) { m.links.resize(1); });
}

}  // namespace
}  // namespace apivideo
