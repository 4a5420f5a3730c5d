// SPDX-License-Identifier: MIT
// Tests of the made-up plays: every way of counting them agrees with every other.
#include "test_support/demo_plays.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

namespace apivideo::detail {
namespace {

using namespace date::literals;
using date::days;

const date::sys_days today = 2023_y / 6 / 20;
constexpr DemoDimension all_dimensions[] = {DemoDimension::media_id,         DemoDimension::emitted_at,
                                            DemoDimension::country,          DemoDimension::device_type,
                                            DemoDimension::operating_system, DemoDimension::browser};

struct DemoPlaysTest : ::testing::Test {
    DemoPlays plays{1, today};

    std::vector<DemoRow> count(DemoDimension dimension, date::sys_days from, date::sys_days to,
                               std::optional<std::size_t> of_one = {}, DemoMedia media = DemoMedia::videos) const {
        return plays.count({media, dimension, from, to, of_one});
    }
    static std::int64_t sum(const std::vector<DemoRow>& rows) {
        std::int64_t total = 0;
        for (const DemoRow& row : rows) total += row.plays;
        return total;
    }
    static std::vector<std::string> values(const std::vector<DemoRow>& rows) {
        std::vector<std::string> all;
        for (const DemoRow& row : rows) all.push_back(row.value);
        return all;
    }
    static std::map<std::string, std::int64_t> as_map(const std::vector<DemoRow>& rows) {
        std::map<std::string, std::int64_t> map;
        for (const DemoRow& row : rows) EXPECT_TRUE(map.emplace(row.value, row.plays).second) << row.value;
        return map;
    }
};

TEST_F(DemoPlaysTest, have_one_sum_over_every_dimension) {
    for (const DemoMedia media : {DemoMedia::videos, DemoMedia::live_streams})
        for (const auto& [from, to] : {std::pair{today - days{30}, today}, std::pair{today - days{9}, today - days{7}},
                                       std::pair{today - days{2}, today - days{1}}})
            for (const std::optional<std::size_t> of_one :
                 {std::optional<std::size_t>{}, std::optional{std::size_t{7}}}) {
                const std::int64_t expected = sum(count(DemoDimension::country, from, to, of_one, media));
                EXPECT_GT(expected, 0);
                for (const DemoDimension dimension : all_dimensions)
                    EXPECT_EQ(sum(count(dimension, from, to, of_one, media)), expected);
            }
}

TEST_F(DemoPlaysTest, of_all_items_are_the_plays_of_each) {
    for (const DemoMedia media : {DemoMedia::videos, DemoMedia::live_streams}) {
        const auto by_id = as_map(count(DemoDimension::media_id, today - days{5}, today, {}, media));
        ASSERT_EQ(by_id.size(), plays.ids(media).size());
        for (std::size_t index = 0; index < plays.ids(media).size(); ++index) {
            const std::string& id = plays.ids(media)[index];
            EXPECT_EQ(sum(count(DemoDimension::browser, today - days{5}, today, index, media)), by_id.at(id)) << id;
            EXPECT_EQ(values(count(DemoDimension::media_id, today - days{5}, today, index, media)),
                      std::vector<std::string>{id});
        }
    }
}

TEST_F(DemoPlaysTest, of_a_period_are_the_plays_of_its_days_without_the_last) {
    std::map<std::string, std::int64_t> day_by_day;
    for (const int back : {6, 5, 4})
        for (const DemoRow& row : count(DemoDimension::country, today - days{back}, today - days{back - 1}))
            day_by_day[row.value] += row.plays;
    EXPECT_EQ(as_map(count(DemoDimension::country, today - days{6}, today - days{3})), day_by_day);
}

TEST_F(DemoPlaysTest, of_no_days_are_none) {
    for (const DemoDimension dimension : all_dimensions) {
        EXPECT_TRUE(count(dimension, today - days{5}, today - days{5}).empty());
        EXPECT_TRUE(count(dimension, today, today).empty());
    }
}

TEST_F(DemoPlaysTest, end_before_its_day_and_begin_30_days_before) {
    EXPECT_EQ(sum(count(DemoDimension::browser, today - days{40}, today + days{10})),
              sum(count(DemoDimension::browser, today - days{30}, today)));
    EXPECT_GT(sum(count(DemoDimension::browser, today - days{30}, today - days{29})), 0);
    EXPECT_TRUE(count(DemoDimension::browser, today - days{31}, today - days{30}).empty());
}

TEST_F(DemoPlaysTest, are_grouped_by_hours_up_to_two_days) {
    const std::vector<DemoRow> rows = count(DemoDimension::emitted_at, today - days{10}, today - days{8});
    const std::vector<std::string> times = values(rows);
    EXPECT_TRUE(std::is_sorted(times.begin(), times.end()));
    EXPECT_EQ(times.front(), "2023-06-10T00:00:00.000Z");
    EXPECT_EQ(times.back(), "2023-06-11T23:00:00.000Z");
    EXPECT_EQ(times.size(), 48u);
}

TEST_F(DemoPlaysTest, are_grouped_by_days_over_two_days) {
    EXPECT_EQ(
        values(count(DemoDimension::emitted_at, today - days{10}, today - days{7})),
        (std::vector<std::string>{"2023-06-10T00:00:00.000Z", "2023-06-11T00:00:00.000Z", "2023-06-12T00:00:00.000Z"}));
    EXPECT_EQ(count(DemoDimension::emitted_at, today - days{30}, today).size(), 30u);
}

TEST_F(DemoPlaysTest, have_no_row_for_what_was_never_played) {
    for (const DemoDimension dimension : all_dimensions)
        for (const DemoRow& row : count(dimension, today - days{1}, today, plays.ids(DemoMedia::videos).size() - 1))
            EXPECT_GT(row.plays, 0);
}

TEST_F(DemoPlaysTest, come_sorted_by_plays_and_then_by_value) {
    for (const DemoDimension dimension : {DemoDimension::media_id, DemoDimension::country, DemoDimension::browser}) {
        const std::vector<DemoRow> rows = count(dimension, today - days{3}, today);
        for (std::size_t i = 1; i < rows.size(); ++i)
            EXPECT_TRUE(rows[i - 1].plays > rows[i].plays ||
                        (rows[i - 1].plays == rows[i].plays && rows[i - 1].value < rows[i].value))
                << rows[i - 1].value << ' ' << rows[i].value;
    }
}

TEST_F(DemoPlaysTest, have_all_60_countries_in_a_week) {
    EXPECT_EQ(count(DemoDimension::country, today - days{7}, today).size(), 60u);
}

TEST_F(DemoPlaysTest, are_the_same_for_the_same_seed_and_others_for_another) {
    const DemoPlays same{1, today};
    const DemoPlays other{2, today};
    const DemoSelection selection{DemoMedia::videos, DemoDimension::country, today - days{7}, today, {}};
    EXPECT_EQ(as_map(same.count(selection)), as_map(plays.count(selection)));
    EXPECT_NE(as_map(other.count(selection)), as_map(plays.count(selection)));
}

TEST_F(DemoPlaysTest, of_a_day_stay_the_same_on_the_next) {
    const DemoPlays tomorrow{1, today + days{1}};
    for (const DemoDimension dimension : all_dimensions) {
        const DemoSelection selection{DemoMedia::live_streams, dimension, today - days{7}, today, {}};
        EXPECT_EQ(as_map(tomorrow.count(selection)), as_map(plays.count(selection)));
    }
}

TEST_F(DemoPlaysTest, are_the_same_on_every_machine) {
    const std::vector<DemoRow> rows = count(DemoDimension::browser, today - days{30}, today);
    EXPECT_EQ(values(rows), (std::vector<std::string>{"chrome", "firefox", "edge", "opera"}));
    EXPECT_EQ(rows.at(0).plays, 9510);
}

TEST_F(DemoPlaysTest, are_found_by_the_id_of_what_was_played) {
    EXPECT_EQ(plays.find(DemoMedia::videos, plays.ids(DemoMedia::videos)[42]), 42u);
    EXPECT_EQ(plays.find(DemoMedia::live_streams, plays.ids(DemoMedia::videos)[42]), std::nullopt);
    EXPECT_EQ(plays.find(DemoMedia::videos, ""), std::nullopt);
}

}  // namespace
}  // namespace apivideo::detail
