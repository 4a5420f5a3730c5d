// SPDX-License-Identifier: MIT
// The metrics of the /data calls: which there are, and how each is measured.
#include "test_support/demo_metrics.hpp"

#include "test_support/demo_errors.hpp"

#include <algorithm>
#include <iterator>

namespace apivideo::detail {

namespace {

using Measured = std::optional<double>;

template <typename Of>
double sum(const DemoSample& sample, Of of) {
    double total = 0;
    for (const DemoEvent* session : sample.sessions) total += of(*session);
    return total;
}

double plays(const DemoSample& sample) { return static_cast<double>(sample.sessions.size()); }
double starts(const DemoSample& sample) {
    return sum(sample, [](const DemoEvent& session) { return session.started ? 1 : 0; });
}
double ends(const DemoSample& sample) {
    return sum(sample, [](const DemoEvent& session) { return session.ended ? 1 : 0; });
}
double impressions(const DemoSample& sample) {
    return sum(sample, [](const DemoEvent& session) { return session.impressions; });
}
double impression_time(const DemoSample& sample) {
    return sum(sample, [](const DemoEvent& session) { return session.impressions * session.impression_ms; });
}
double watch_time(const DemoSample& sample) {
    return sum(sample, [](const DemoEvent& session) { return session.watched; });
}

using Number = double (*)(const DemoSample& sample);

template <Number number>
Measured just(const DemoSample& sample) {
    return number(sample);
}

template <Number dividend, Number divisor>
Measured ratio(const DemoSample& sample) {
    const double parts = divisor(sample);
    return parts > 0 ? Measured{dividend(sample) / parts} : std::nullopt;
}

// The documentation lists no sum of plays, but its guide has an example of one.
constexpr DemoMetric aggregations[] = {
    {"play", "count", just<plays>},
    {"play", "rate", ratio<plays, impressions>},
    {"play", "total", just<plays>, DemoSubject::events, DemoScope::all_time},
    {"play", "sum", just<plays>},
    {"start", "count", just<starts>},
    {"end", "count", just<ends>},
    {"impression", "count", just<impressions>},
    {"impression-time", "average", ratio<impression_time, impressions>},
    {"impression-time", "sum", just<impression_time>},
    {"watch-time", "average", ratio<watch_time, starts>},
    {"watch-time", "sum", just<watch_time>},
    {"ccv", "peak", just<peak_of_demo_viewers>, DemoSubject::viewers},
    {"ccv", "live", just<peak_of_demo_viewers>, DemoSubject::viewers, DemoScope::last_20_seconds},
    {"view", "count", just<count_demo_views>, DemoSubject::views},
};

constexpr DemoMetric metrics[] = {
    {"play", "", just<plays>},
    {"play-rate", "", ratio<plays, impressions>},
    {"play-total", "", just<plays>, DemoSubject::events, DemoScope::all_time},
    {"start", "", just<starts>},
    {"end", "", just<ends>},
    {"impression", "", just<impressions>},
    {"ccv-peak", "", just<peak_of_demo_viewers>, DemoSubject::viewers},
    {"ccv-average", "", just<average_of_demo_viewers>, DemoSubject::viewers},
    {"view", "", just<count_demo_views>, DemoSubject::views},
};

template <typename Table>
const DemoMetric& find(const Table& table, std::string_view name, std::string_view aggregation) {
    const auto has_name = [&](const DemoMetric& metric) { return metric.name == name; };
    if (std::none_of(std::begin(table), std::end(table), has_name)) throw DemoRefusal{demo_invalid_attribute("metric")};
    const auto* const found = std::find_if(std::begin(table), std::end(table), [&](const DemoMetric& metric) {
        return has_name(metric) && metric.aggregation == aggregation;
    });
    if (found == std::end(table)) throw DemoRefusal{demo_invalid_attribute("aggregation")};
    return *found;
}

}  // namespace

const DemoMetric& find_demo_aggregation(std::string_view metric, std::string_view aggregation) {
    return find(aggregations, metric, aggregation);
}

const DemoMetric& find_demo_metric(std::string_view name) { return find(metrics, name, ""); }

}  // namespace apivideo::detail
