// SPDX-License-Identifier: MIT
// The names of metrics and options: known ones and others, as text and in comparisons; and requests as values.
#include <apivideo/analytics/metrics_request.hpp>

#include <gtest/gtest.h>

#include "support/equality.hpp"

#include <iomanip>
#include <optional>
#include <sstream>
#include <string>
#include <type_traits>

namespace apivideo {
namespace {

using test_support::expect_equality_sees;

// A name of another call, a string or a number does not compile as one.
static_assert(std::is_convertible_v<decltype(AggregatedMetric::ccv), AggregatedMetric>);
static_assert(!std::is_convertible_v<decltype(AggregatedMetric::ccv), OverTimeMetric>);
static_assert(!std::is_convertible_v<AggregatedMetric, BreakdownMetric>);
static_assert(!std::is_convertible_v<const char*, AggregatedMetric>);
static_assert(!std::is_convertible_v<std::string, AggregatedMetric>);
static_assert(!std::is_constructible_v<AggregatedMetric, std::string>);
static_assert(!std::is_convertible_v<int, Interval>);
static_assert(!std::is_assignable_v<std::optional<OverTimeSortBy>&, decltype(BreakdownSortBy::metric_value)>);
static_assert(std::is_assignable_v<std::optional<OverTimeSortBy>&, decltype(OverTimeSortBy::emitted_at)>);

// An instant is a day, but not a bare number.
static_assert(std::is_assignable_v<decltype(MetricsBreakdownRequest::from)&, date::sys_days>);
static_assert(std::is_assignable_v<decltype(MetricsBreakdownRequest::from)&, date::sys_seconds>);
static_assert(!std::is_assignable_v<decltype(MetricsBreakdownRequest::from)&, int>);
static_assert(!std::is_assignable_v<decltype(MetricsBreakdownRequest::from)&, std::string>);

template <class Value>
std::string written(const Value& value) {
    std::ostringstream stream;
    stream << std::left << std::setw(6) << value << '|';
    return stream.str();
}

TEST(ServiceNames, are_written_as_they_are_sent) {
    EXPECT_EQ(written(Interval::day), "day   |");
    EXPECT_EQ(written(Interval{Interval::day}), "day   |");
    EXPECT_EQ(written(AggregatedMetric::watch_time), "watch-time|");
    EXPECT_EQ(to_string(AggregatedMetric::watch_time), "watch-time");
    EXPECT_EQ(to_string(AggregatedMetric{AggregatedMetric::watch_time}), "watch-time");
    EXPECT_EQ(AggregatedMetric::from_name("new-metric").name(), "new-metric");
}

TEST(ServiceNames, are_empty_unless_they_are_set) {
    EXPECT_EQ(AggregatedMetric{}.name(), "");
    EXPECT_EQ(AggregatedMetricsRequest{}.metric, AggregatedMetric{});
}

TEST(ServiceNames, are_equal_by_their_text) {
    const AggregatedMetric play = AggregatedMetric::play;
    EXPECT_EQ(play, AggregatedMetric::from_name("play"));
    EXPECT_EQ(play, AggregatedMetric::play);
    EXPECT_EQ(AggregatedMetric::play, play);
    EXPECT_NE(play, AggregatedMetric::view);
    EXPECT_NE(AggregatedMetric::play, AggregatedMetric::view);
    EXPECT_EQ(AggregatedMetric::play, AggregatedMetric::play);
    std::optional<Interval> interval;
    EXPECT_FALSE(interval == Interval::hour);
    interval = Interval::hour;
    EXPECT_TRUE(interval == Interval::hour);
}

TEST(FilterBys, are_equal_where_each_member_is) {
    expect_equality_sees<FilterBy>(
        [](FilterBy& f) { f.media_id = {"a"}; }, [](FilterBy& f) { f.media_type = MediaType::video; },
        [](FilterBy& f) { f.continent = {"a"}; }, [](FilterBy& f) { f.country = {"a"}; },
        [](FilterBy& f) { f.device_type = {"a"}; }, [](FilterBy& f) { f.operating_system = {"a"}; },
        [](FilterBy& f) { f.browser = {"a"}; }, [](FilterBy& f) { f.tag = "a"; },
        [](FilterBy& f) { f.referrer = {"a"}; });
}

TEST(MetricsRequests, are_equal_where_each_member_is) {
    const date::sys_seconds time{};
    using Number = AggregatedMetricsRequest;
    expect_equality_sees<Number>(
        [](Number& r) { r.metric = AggregatedMetric::play; }, [](Number& r) { r.aggregation = Aggregation::sum; },
        [&](Number& r) { r.from = time; }, [&](Number& r) { r.to = time; }, [](Number& r) { r.unique = false; },
        [](Number& r) { r.view_duration = ViewDuration::seconds_3; }, [](Number& r) { r.filter_by.tag = "a"; });
    using Rows = MetricsBreakdownRequest;
    expect_equality_sees<Rows>(
        [](Rows& r) { r.metric = BreakdownMetric::play; }, [](Rows& r) { r.breakdown = Breakdown::browser; },
        [&](Rows& r) { r.from = time; }, [&](Rows& r) { r.to = time; }, [](Rows& r) { r.unique = false; },
        [](Rows& r) { r.view_duration = ViewDuration::seconds_3; }, [](Rows& r) { r.filter_by.tag = "a"; },
        [](Rows& r) { r.sort_by = BreakdownSortBy::metric_value; }, [](Rows& r) { r.sort_order = SortOrder::asc; },
        [](Rows& r) { r.current_page = 1; }, [](Rows& r) { r.page_size = 1; });
    using Curve = MetricsOverTimeRequest;
    expect_equality_sees<Curve>(
        [](Curve& r) { r.metric = OverTimeMetric::play; }, [&](Curve& r) { r.from = time; },
        [&](Curve& r) { r.to = time; }, [](Curve& r) { r.interval = Interval::day; },
        [](Curve& r) { r.unique = false; }, [](Curve& r) { r.view_duration = ViewDuration::seconds_3; },
        [](Curve& r) { r.filter_by.tag = "a"; }, [](Curve& r) { r.sort_by = OverTimeSortBy::metric_value; },
        [](Curve& r) { r.sort_order = SortOrder::asc; }, [](Curve& r) { r.current_page = 1; },
        [](Curve& r) { r.page_size = 1; });
}

}  // namespace
}  // namespace apivideo
