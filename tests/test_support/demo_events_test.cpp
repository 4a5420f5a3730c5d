// SPDX-License-Identifier: MIT
// Tests of the made-up sessions: plausible one by one, and the same on every server that has them.
#include "test_support/demo_events.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <tuple>
#include <vector>

namespace apivideo::detail {
namespace {

using namespace date::literals;
using date::days;

const date::sys_days today = 2023_y / 6 / 20;

struct DemoEventsTest : ::testing::Test {
    DemoEvents events{1, today};

    static std::vector<DemoEvent> in(const DemoEvents& events, DemoPeriod period) {
        std::vector<DemoEvent> found;
        for (const DemoMedia media : {DemoMedia::videos, DemoMedia::live_streams})
            events.visit(media, period, [&](const DemoEvent& event) { found.push_back(event); });
        return found;
    }
    [[nodiscard]] std::vector<DemoEvent> all() const { return in(events, {today - days{99}, today + days{99}}); }
};

auto members_of(const DemoEvent& event) {
    return std::tuple{
        event.time,    event.media,    event.media_index, event.country,       event.device,  event.operating_system,
        event.browser, event.referrer, event.impressions, event.impression_ms, event.started, event.ended,
        event.watched, event.viewer};
}

TEST_F(DemoEventsTest, are_loaded_before_they_are_played_and_started_before_they_end) {
    for (const DemoEvent& event : all()) {
        EXPECT_GE(event.impressions, 1);
        EXPECT_GT(event.impression_ms, 0);
        EXPECT_EQ(event.watched > 0, event.started);
        EXPECT_TRUE(event.started || !event.ended);
        EXPECT_LE(std::chrono::seconds{event.watched}, DemoEvents::longest_session);
    }
}

TEST_F(DemoEventsTest, differ_in_all_that_is_measured) {
    std::set<int> impressions, started, ended, watched, referrers;
    for (const DemoEvent& event : all()) {
        impressions.insert(event.impressions);
        started.insert(event.started);
        ended.insert(event.ended);
        for (const int seconds : {0, 3, 5, 10, 30})
            if (event.watched >= seconds) watched.insert(event.watched < seconds + 5 ? seconds : 60);
        referrers.insert(event.referrer);
    }
    EXPECT_EQ(impressions, (std::set<int>{1, 2, 3}));
    EXPECT_EQ(started.size(), 2u);
    EXPECT_EQ(ended.size(), 2u);
    EXPECT_EQ(watched, (std::set<int>{0, 3, 5, 10, 30, 60}));
    EXPECT_EQ(referrers.size(), demo_referrer_count);
}

TEST_F(DemoEventsTest, have_no_referrer_on_android_and_ios) {
    for (const DemoEvent& event : all()) {
        const std::string_view system = demo_operating_systems()[event.operating_system].value;
        EXPECT_TRUE(event.referrer == 0 || (system != "android" && system != "ios"));
    }
}

TEST_F(DemoEventsTest, have_viewers_who_come_again_from_the_same_place) {
    std::map<std::uint32_t, std::tuple<int, int, int, int>> kinds;
    std::size_t again = 0;
    for (const DemoEvent& event : all()) {
        const std::tuple<int, int, int, int> kind{event.country, event.device, event.operating_system, event.browser};
        const auto [known, is_new] = kinds.emplace(event.viewer, kind);
        EXPECT_EQ(known->second, kind);
        again += is_new ? 0 : 1;
    }
    EXPECT_GT(kinds.size(), 1000u);
    EXPECT_GT(again, 1000u);
}

TEST_F(DemoEventsTest, of_a_day_are_the_same_on_the_next) {
    const DemoEvents tomorrow{1, today + days{1}};
    const std::vector<DemoEvent> now = in(events, {today - days{2}, today + days{1}});
    const std::vector<DemoEvent> then = in(tomorrow, {today - days{2}, today + days{1}});
    ASSERT_EQ(now.size(), then.size());
    for (std::size_t i = 0; i < now.size(); ++i) EXPECT_EQ(members_of(now[i]), members_of(then[i]));
}

TEST_F(DemoEventsTest, go_on_to_the_end_of_its_day) {
    EXPECT_FALSE(in(events, {today, today + days{1}}).empty());
    EXPECT_TRUE(in(events, {today + days{1}, today + days{9}}).empty());
    EXPECT_EQ(events.first_day(), today - days{30});
    EXPECT_TRUE(in(events, {today - days{40}, today - days{30}}).empty());
}

TEST_F(DemoEventsTest, of_a_period_are_those_from_its_beginning_to_before_its_end) {
    const date::sys_seconds first = all().front().time;
    EXPECT_EQ(in(events, {first, first}).size(), 0u);
    const std::vector<DemoEvent> second = in(events, {first, first + std::chrono::seconds{1}});
    ASSERT_FALSE(second.empty());
    for (const DemoEvent& event : second) EXPECT_EQ(event.time, first);
    EXPECT_TRUE(in(events, {first + days{1}, first}).empty());
}

}  // namespace
}  // namespace apivideo::detail
