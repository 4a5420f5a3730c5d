// SPDX-License-Identifier: MIT
// The metrics, in words.
#include "measures.hpp"

#include <string_view>

namespace analytics_report {
namespace {

struct Words {
    std::string_view metric;
    std::string_view aggregation;  ///< Empty: of a breakdown or over time.
    const char* title;
    const char* one;
    const char* many;
    bool adds_up;
    bool all_time;
};

constexpr Words words[] = {
    {"play", "", "Plays", "play", "plays", true, false},
    {"play-rate", "", "Play rate", "", "", false, false},
    {"play-total", "", "Plays of all time", "play", "plays", true, true},
    {"start", "", "Starts", "start", "starts", true, false},
    {"end", "", "Views to the end", "view", "views", true, false},
    {"impression", "", "Impressions", "impression", "impressions", true, false},
    {"ccv-peak", "", "Most concurrent viewers", "viewer", "viewers", false, false},
    {"ccv-average", "", "Concurrent viewers on average", "viewer", "viewers", false, false},
    {"view", "", "Views", "view", "views", true, false},
    {"play", "count", "Plays", "play", "plays", true, false},
    {"play", "rate", "Play rate", "", "", false, false},
    {"play", "total", "Plays of all time", "play", "plays", true, true},
    {"start", "count", "Starts", "start", "starts", true, false},
    {"end", "count", "Views to the end", "view", "views", true, false},
    {"impression", "count", "Impressions", "impression", "impressions", true, false},
    {"impression-time", "average", "Average time to the first frame", "millisecond", "milliseconds", false, false},
    {"impression-time", "sum", "Time to the first frame", "millisecond", "milliseconds", true, false},
    {"watch-time", "average", "Average watch time", "second", "seconds", false, false},
    {"watch-time", "sum", "Watch time", "second", "seconds", true, false},
    {"ccv", "peak", "Most concurrent viewers", "viewer", "viewers", false, false},
    {"ccv", "live", "Concurrent viewers now", "viewer", "viewers", false, false},
    {"view", "count", "Views", "view", "views", true, false},
};

Measure measure_named(const std::string& metric, const std::string& aggregation) {
    for (const Words& known : words)
        if (known.metric == metric && known.aggregation == aggregation)
            return {metric, known.title, known.one, known.many, known.adds_up, known.all_time};
    return {metric, metric + (aggregation.empty() ? "" : " " + aggregation), "", "", false, false};
}

}  // namespace

Measure measure_of(const std::string& metric, bool unique) {
    Measure measure = measure_named(metric, "");
    // Whoever counts once a day may count in several rows.
    measure.adds_up = measure.adds_up && !unique;
    return measure;
}

Measure measure_of(const apivideo::AggregatedMetricsRequest& request) {
    return measure_named(request.metric.name(), request.aggregation.name());
}

}  // namespace analytics_report
