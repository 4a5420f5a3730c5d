// SPDX-License-Identifier: MIT
// Tests of which metrics there are, by the tables of the service's documentation.
#include "test_support/demo_metrics.hpp"

#include "test_support/demo_errors.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <set>
#include <string>

namespace apivideo::detail {
namespace {

constexpr const char* metrics[] = {"play",       "start", "end", "impression", "impression-time",
                                   "watch-time", "ccv",   "view"};
constexpr const char* aggregations[] = {"count", "rate", "total", "average", "sum", "peak", "live"};

template <typename Find>
std::string name_in_refusal(Find find) {
    try {
        (void)find();
    } catch (const DemoRefusal& refused) {
        return nlohmann::json::parse(refused.answer().body).at("name");
    }
    return "none";
}

TEST(DemoMetrics, have_the_documented_aggregations_and_the_sum_of_the_guide) {
    const std::set<std::string> documented{"play/count",         "play/rate",           "play/total",
                                           "play/sum",           "start/count",         "end/count",
                                           "impression/count",   "impression-time/sum", "impression-time/average",
                                           "watch-time/average", "watch-time/sum",      "ccv/peak",
                                           "ccv/live",           "view/count"};
    for (const std::string metric : metrics)
        for (const std::string aggregation : aggregations)
            EXPECT_EQ(name_in_refusal([&] { return find_demo_aggregation(metric, aggregation); }),
                      documented.count(metric + "/" + aggregation) != 0 ? "none" : "aggregation")
                << metric << '/' << aggregation;
}

TEST(DemoMetrics, are_others_where_there_is_no_aggregation) {
    for (const char* name :
         {"play", "play-rate", "play-total", "start", "end", "impression", "ccv-peak", "ccv-average", "view"})
        EXPECT_EQ(name_in_refusal([&] { return find_demo_metric(name); }), "none") << name;
    for (const char* name : {"ccv", "watch-time", "impression-time", "view-10", "Play", "", "plays"})
        EXPECT_EQ(name_in_refusal([&] { return find_demo_metric(name); }), "metric") << name;
    for (const char* name : {"ccv-peak", "play-rate", "play-total", "", "Play"})
        EXPECT_EQ(name_in_refusal([&] { return find_demo_aggregation(name, "count"); }), "metric") << name;
}

TEST(DemoMetrics, divide_by_what_there_is_and_have_no_value_where_there_is_nothing) {
    const DemoSample nothing{{}, {}};
    for (const auto& [metric, aggregation] :
         {std::pair{"play", "rate"}, {"impression-time", "average"}, {"watch-time", "average"}})
        EXPECT_EQ(find_demo_aggregation(metric, aggregation).measure(nothing), std::nullopt) << metric;
    for (const auto& [metric, aggregation] : {std::pair{"play", "count"}, {"watch-time", "sum"}, {"ccv", "peak"}})
        EXPECT_EQ(find_demo_aggregation(metric, aggregation).measure(nothing), 0) << metric;
}

TEST(DemoMetrics, are_measured_as_they_are_named) {
    DemoEvent watched{};
    watched.impressions = 3, watched.impression_ms = 100, watched.started = watched.ended = true, watched.watched = 40;
    DemoEvent left{};
    left.impressions = 1, left.impression_ms = 300, left.started = true, left.watched = 4;
    DemoEvent not_started{};
    not_started.impressions = 1, not_started.impression_ms = 900;
    const DemoSample sample{{&watched, &left, &not_started}, {}};
    const struct {
        const char* metric;
        const char* aggregation;
        double expected;
    } rows[] = {{"play", "count", 3},
                {"play", "sum", 3},
                {"play", "total", 3},
                {"play", "rate", 0.6},
                {"start", "count", 2},
                {"end", "count", 1},
                {"impression", "count", 5},
                {"impression-time", "sum", 1500},
                {"impression-time", "average", 300},
                {"watch-time", "sum", 44},
                {"watch-time", "average", 22},
                {"view", "count", 1}};
    for (const auto& row : rows)
        EXPECT_EQ(find_demo_aggregation(row.metric, row.aggregation).measure(sample), row.expected)
            << row.metric << '/' << row.aggregation;
}

}  // namespace
}  // namespace apivideo::detail
