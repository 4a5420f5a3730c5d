// SPDX-License-Identifier: MIT
// Where the lines of a chart's axes are, and what they say.
#include "chart_axes.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <string>
#include <vector>

namespace analytics_report {
namespace {

using namespace date::literals;
using std::chrono::hours;

constexpr double largest = 9'223'372'036'854'775'807.0;
constexpr date::sys_days day{2023_y / 6 / 12};

TEST(ValueAxis, has_round_steps_up_to_what_is_shown) {
    struct Case {
        double most;
        std::vector<double> ticks;
    };
    const double quintillion = 1e18;
    const Case cases[] = {
        {0, {0, 1}},
        {1, {0, 1}},
        {4, {0, 1, 2, 3, 4}},
        {5, {0, 1, 2, 3, 4, 5}},
        {6, {0, 2, 4, 6}},
        {11, {0, 5, 10, 15}},
        {100, {0, 20, 40, 60, 80, 100}},
        {101, {0, 50, 100, 150}},
        {805, {0, 200, 400, 600, 800, 1000}},
        {-7, {0, 1}},
        {largest, {0, 2 * quintillion, 4 * quintillion, 6 * quintillion, 8 * quintillion, 10 * quintillion}},
    };
    for (const Case& c : cases) {
        const ValueAxis axis = value_axis(c.most, 5);
        EXPECT_EQ(axis.ticks, c.ticks) << c.most;
        EXPECT_GE(axis.top, c.ticks.back()) << c.most;
        EXPECT_GE(axis.top, c.most) << c.most;
    }
}

TEST(ValueAxis, of_one_step_holds_even_the_largest_number) {
    EXPECT_EQ(value_axis(largest, 1).ticks, (std::vector<double>{0, 1e19}));
    EXPECT_GE(value_axis(largest, 1).top, largest);
}

TEST(ValueAxis, of_fractions_has_steps_below_one_that_are_what_they_say) {
    EXPECT_EQ(value_axis(0.42, 5, false).ticks, (std::vector<double>{0, 0.1, 0.2, 0.3, 0.4, 0.5}));
    EXPECT_EQ(value_axis(0.0007, 5, false).ticks, (std::vector<double>{0, 0.0002, 0.0004, 0.0006, 0.0008}));
    EXPECT_EQ(value_axis(2.5, 5, false).ticks, (std::vector<double>{0, 0.5, 1, 1.5, 2, 2.5}));
    EXPECT_EQ(value_axis(0, 5, false).ticks.back(), 1);
}

TEST(ValueAxis, ends_even_for_the_largest_and_the_smallest_double) {
    for (const double most : {std::numeric_limits<double>::max(), std::numeric_limits<double>::denorm_min()}) {
        const ValueAxis axis = value_axis(most, 5, false);
        EXPECT_LE(axis.ticks.size(), 7U);
        EXPECT_GE(axis.top, most);
    }
}

std::string labels(date::sys_seconds first, date::sys_seconds last, int most) {
    std::string all;
    for (const TimeTick& tick : time_ticks(first, last, most)) all += (all.empty() ? "" : "|") + tick.label;
    return all;
}

TEST(TimeTicks, are_whole_minutes_hours_or_days_and_no_more_than_wanted) {
    struct Case {
        date::sys_seconds first;
        date::sys_seconds last;
        const char* expected;
    };
    const Case cases[] = {
        {day, day, "12 Jun"},
        {day, day + std::chrono::minutes{59}, "12 Jun|00:10|00:20|00:30|00:40|00:50"},
        {day + hours{5}, day + hours{8}, "05:00|06:00|07:00|08:00"},
        {day, day + hours{23}, "12 Jun|06:00|12:00|18:00"},
        {day + hours{22}, day + hours{26}, "22:00|23:00|13 Jun|01:00|02:00"},
        {day, day + hours{47}, "12 Jun|12:00|13 Jun|12:00"},
        {day, day + date::days{6}, "12 Jun|13 Jun|14 Jun|15 Jun|16 Jun|17 Jun|18 Jun"},
        {day, day + date::days{9}, "12 Jun|14 Jun|16 Jun|18 Jun|20 Jun"},
        {day, day + date::days{29}, "12 Jun|17 Jun|22 Jun|27 Jun|2 Jul|7 Jul"},
        {day, day + date::days{400}, "Jun 2023|Aug 2023|Oct 2023|Dec 2023|Feb 2024|Apr 2024|Jun 2024"},
    };
    for (const Case& c : cases) EXPECT_EQ(labels(c.first, c.last, 7), c.expected);
}

TEST(TimeTicks, stay_few_however_long_the_time) {
    const auto ticks = time_ticks(date::sys_days{1_y / 1 / 1}, date::sys_days{9999_y / 12 / 31}, 7);
    EXPECT_GE(ticks.size(), 2U);
    EXPECT_LE(ticks.size(), 7U);
}

TEST(Position, is_between_the_ends) {
    struct Case {
        double value, low, high, expected;
    };
    for (const Case& c : {Case{0, 0, 10, 0}, Case{10, 0, 10, 1}, Case{2.5, 0, 10, 0.25}, Case{-3, 0, 10, 0},
                          Case{99, 0, 10, 1}, Case{7, 7, 7, 0.5}})
        EXPECT_DOUBLE_EQ(position(c.value, c.low, c.high), c.expected) << c.value;
}

TEST(TimeText, names_the_day_and_the_hour) {
    EXPECT_EQ(day_text(2023_y / 6 / 1), "1 Jun 2023");
    EXPECT_EQ(hour_text(day + hours{6}), "12 Jun 2023, 06:00");
}

}  // namespace
}  // namespace analytics_report
