// SPDX-License-Identifier: MIT
// The rows of a report over time as points in time.
#include "charts.hpp"

#include "chart_axes.hpp"

#include <algorithm>

namespace analytics_report {

std::chrono::seconds length_of(TimeStep step) {
    if (step == TimeStep::day) return date::days{1};
    return step == TimeStep::hour ? std::chrono::seconds{std::chrono::hours{1}} : std::chrono::minutes{1};
}

const char* name_of(TimeStep step) {
    if (step == TimeStep::day) return "day";
    return step == TimeStep::hour ? "hour" : "minute";
}

std::vector<Point> timed(const std::vector<Row>& rows) {
    std::vector<Point> points;
    for (const Row& row : rows)
        if (const auto at = apivideo::emitted_at(apivideo::OverTimeData{row.value, std::nullopt}); at && row.number)
            points.push_back({date::floor<std::chrono::seconds>(*at), row});
    std::stable_sort(points.begin(), points.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
    return points;
}

std::vector<Point> without_gaps(std::vector<Point> points, const Period& period, TimeStep step) {
    constexpr std::int64_t most = 10'000;
    const std::chrono::seconds length = length_of(step);
    if ((period.end - period.begin) / length > most) return points;
    std::vector<Point> filled;
    auto point = points.begin();
    for (date::sys_seconds at = period.begin - period.begin.time_since_epoch() % length; at < period.end;
         at += length) {
        if (point == points.end() || point->at != at) filled.push_back({at, Row{"", std::int64_t{0}}});
        for (; point != points.end() && point->at == at; ++point) filled.push_back(*point);
    }
    return point == points.end() ? filled : points;
}

bool hourly(const std::vector<Point>& points) {
    return std::any_of(points.begin(), points.end(),
                       [](const Point& point) { return point.at != date::floor<date::days>(point.at); });
}

std::string time_text(date::sys_seconds at, TimeStep step) {
    return step == TimeStep::day ? day_text(date::floor<date::days>(at)) : hour_text(at);
}

}  // namespace analytics_report
