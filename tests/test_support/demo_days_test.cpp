// SPDX-License-Identifier: MIT
// The demo data of 800 consecutive days: what tests and examples rely on holds on whatever day they run.
#include "test_support/demo_plays.hpp"

#include <apivideo/test_support/demo_options.hpp>

#include "support/demo_day.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <numeric>
#include <string>
#include <vector>

namespace apivideo::detail {
namespace {

using namespace date::literals;
using date::days;
using date::sys_days;
using tests::demo_day;
using tests::demo_day_after_an_hour_without_plays;

constexpr sys_days first_day{2023_y / 1 / 1};
constexpr days day_count{800};
constexpr days week{7};
// A day's plays are the same on every server that keeps them: one server serves as that of each of these days.
constexpr days days_of_a_server = DemoPlays::kept - week;

const std::uint64_t seed = test_support::DemoServerOptions{}.seed;

/// What a server has of the days before @p today.
struct DaysBefore {
    const DemoPlays& plays;
    DemoMedia media;
    sys_days today;

    [[nodiscard]] std::vector<DemoRow> rows(days period, DemoDimension dimension,
                                            std::optional<std::size_t> of_one = {}) const {
        return plays.count({media, dimension, today - period, today, of_one});
    }
};

std::int64_t sum(const std::vector<DemoRow>& rows) {
    return std::accumulate(rows.begin(), rows.end(), std::int64_t{0},
                           [](std::int64_t before, const DemoRow& row) { return before + row.plays; });
}

/// Lists of videos and of live streams have the same number of rows and pages for any period.
void expect_that_every_item_is_played_each_day(const DaysBefore& before) {
    EXPECT_EQ(before.rows(days{1}, DemoDimension::media_id).size(), before.plays.ids(before.media).size());
}

void expect_one_sum_and_every_value_in_a_week(const DaysBefore& before) {
    const struct {
        DemoDimension dimension;
        std::size_t values;
    } expected[] = {{DemoDimension::media_id, before.plays.ids(before.media).size()},
                    {DemoDimension::emitted_at, 7},
                    {DemoDimension::country, demo_countries().size()},
                    {DemoDimension::device_type, demo_devices().size()},
                    {DemoDimension::operating_system, demo_operating_systems().size()},
                    {DemoDimension::browser, demo_browsers().size()}};
    const std::int64_t total = sum(before.rows(week, DemoDimension::browser));
    for (const auto& e : expected) {
        const std::vector<DemoRow> rows = before.rows(week, e.dimension);
        EXPECT_EQ(sum(rows), total);
        EXPECT_EQ(rows.size(), e.values);
    }
}

void expect_that_chrome_leads_the_week(const DaysBefore& before) {
    EXPECT_EQ(before.rows(week, DemoDimension::browser).at(0).value, "chrome");
}

/// @return how many of the hours of the last two days have plays.
std::size_t expect_plays_in_most_hours(const DaysBefore& before) {
    const std::vector<DemoRow> rows = before.rows(days{2}, DemoDimension::emitted_at);
    EXPECT_GT(rows.size(), 40u);
    EXPECT_LE(rows.size(), 48u);
    EXPECT_EQ(rows.front().value.substr(0, 10), date::format("%F", before.today - days{2}));
    EXPECT_EQ(rows.back().value.substr(0, 10), date::format("%F", before.today - days{1}));
    return rows.size();
}

/// The item that was played most in the last two days is the one whose hours an example prints.
void expect_hours_of_the_most_played(const DaysBefore& before) {
    const DemoRow most = before.rows(days{2}, DemoDimension::media_id).at(0);
    const auto index = before.plays.find(before.media, most.value);
    EXPECT_EQ(sum(before.rows(days{2}, DemoDimension::emitted_at, index)), most.plays);
}

void expect_nothing_from_its_day_on(const DemoPlays& plays, sys_days today) {
    for (const DemoMedia media : {DemoMedia::videos, DemoMedia::live_streams})
        EXPECT_EQ(sum(plays.count({media, DemoDimension::browser, today, today + DemoPlays::kept})), 0);
}

TEST(DemoDays, hold_what_tests_and_examples_rely_on) {
    std::size_t fewest_hours = 48;
    for (sys_days last = first_day; last < first_day + day_count;) {
        const sys_days first = last;
        last = std::min(first + days_of_a_server, first_day + day_count);
        const DemoPlays plays{seed, last};
        expect_nothing_from_its_day_on(plays, last);
        for (sys_days today = first + days{1}; today <= last; today += days{1}) {
            for (const DemoMedia media : {DemoMedia::videos, DemoMedia::live_streams}) {
                SCOPED_TRACE(date::format("%F", today) + (media == DemoMedia::videos ? " videos" : " live streams"));
                const DaysBefore before{plays, media, today};
                expect_that_every_item_is_played_each_day(before);
                expect_one_sum_and_every_value_in_a_week(before);
                expect_that_chrome_leads_the_week(before);
                expect_hours_of_the_most_played(before);
                fewest_hours = std::min(fewest_hours, expect_plays_in_most_hours(before));
            }
            ASSERT_FALSE(::testing::Test::HasFailure()) << "not looking at the days after it";
        }
    }
    EXPECT_LT(fewest_hours, 48u) << "each hour has plays: no test would notice one that wants them on any day";
}

TEST(DemoDays, of_tests_have_the_hours_that_they_are_named_after) {
    const auto hours_before = [](sys_days day) {
        const DemoPlays plays{seed, day};
        return DaysBefore{plays, DemoMedia::videos, day}.rows(days{2}, DemoDimension::emitted_at).size();
    };
    EXPECT_EQ(hours_before(demo_day), 48u);
    EXPECT_EQ(hours_before(demo_day_after_an_hour_without_plays), 47u);
}

}  // namespace
}  // namespace apivideo::detail
