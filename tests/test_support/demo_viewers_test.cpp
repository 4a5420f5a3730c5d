// SPDX-License-Identifier: MIT
// Tests of counting viewers, on sessions written by hand.
#include "test_support/demo_viewers.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <list>

namespace apivideo::detail {
namespace {

using namespace date::literals;
using std::chrono::hours;
using std::chrono::seconds;

const date::sys_seconds noon = date::sys_days{2023_y / 6 / 20} + hours{12};

struct DemoViewers : ::testing::Test {
    std::list<DemoEvent> sessions;
    DemoSample sample{{}, {noon, noon + seconds{100}}};

    /// A session that begins so many seconds after noon.
    void add(std::uint32_t viewer, int begin, std::uint16_t watched) {
        DemoEvent event{};
        event.viewer = viewer;
        event.time = noon + seconds{begin};
        event.watched = watched;
        sessions.push_back(event);
        sample.sessions.push_back(&sessions.back());
    }
};

TEST_F(DemoViewers, of_nothing_are_none) {
    EXPECT_EQ(count_demo_views(sample), 0);
    EXPECT_EQ(peak_of_demo_viewers(sample), 0);
    EXPECT_EQ(average_of_demo_viewers(sample), 0);
    sample.period.to = sample.period.from;
    EXPECT_EQ(average_of_demo_viewers(sample), 0);
}

TEST_F(DemoViewers, count_as_views_from_the_duration_on) {
    add(1, 0, 4), add(2, 0, 5), add(3, 0, 30);
    EXPECT_EQ(count_demo_views(sample), 2);
    sample.view_duration = seconds{3};
    EXPECT_EQ(count_demo_views(sample), 3);
    sample.view_duration = seconds{30};
    EXPECT_EQ(count_demo_views(sample), 1);
}

TEST_F(DemoViewers, count_once_in_24_hours_where_they_are_unique) {
    add(1, 86400, 9), add(1, 0, 9), add(1, 86399, 9), add(2, 50, 9), add(2, 60, 2);
    EXPECT_EQ(count_demo_views(sample), 4);
    sample.unique = true;
    EXPECT_EQ(count_demo_views(sample), 3);
}

TEST_F(DemoViewers, peak_where_most_sessions_overlap) {
    add(1, 0, 20), add(2, 10, 20), add(3, 15, 1), add(4, 50, 40);
    EXPECT_EQ(peak_of_demo_viewers(sample), 3);
}

TEST_F(DemoViewers, are_not_two_where_one_leaves_as_another_comes) {
    add(1, 0, 20), add(2, 20, 20);
    EXPECT_EQ(peak_of_demo_viewers(sample), 1);
}

TEST_F(DemoViewers, with_two_tabs_are_one_where_they_are_unique) {
    add(1, 0, 20), add(1, 10, 20), add(1, 12, 2), add(2, 60, 5);
    EXPECT_EQ(peak_of_demo_viewers(sample), 3);
    EXPECT_DOUBLE_EQ(average_of_demo_viewers(sample), 0.47);
    sample.unique = true;
    EXPECT_EQ(peak_of_demo_viewers(sample), 1);
    EXPECT_DOUBLE_EQ(average_of_demo_viewers(sample), 0.35);
}

TEST_F(DemoViewers, count_for_as_long_as_they_watch_within_the_period) {
    add(1, -50, 60), add(2, 90, 60), add(3, -50, 50), add(4, 100, 5);
    EXPECT_EQ(peak_of_demo_viewers(sample), 1);
    EXPECT_DOUBLE_EQ(average_of_demo_viewers(sample), 0.2);
}

}  // namespace
}  // namespace apivideo::detail
