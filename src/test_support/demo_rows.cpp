// SPDX-License-Identifier: MIT
// A metric measured: once, for each value of a dimension, or for each interval of time.
#include "test_support/demo_rows.hpp"

#include "test_support/demo_times.hpp"

#include <algorithm>
#include <chrono>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace apivideo::detail {

namespace {

using std::chrono::seconds;
using Sessions = std::vector<const DemoEvent*>;

seconds length_of(DemoInterval interval) {
    switch (interval) {
        case DemoInterval::minute:
            return std::chrono::minutes{1};
        case DemoInterval::hour:
            return std::chrono::hours{1};
        case DemoInterval::day:
            break;
    }
    return date::days{1};
}

DemoPeriod period_of(const DemoMeasuring& measuring) {
    DemoPeriod period = measuring.query.period;
    period.to = std::min(period.to, measuring.now);
    if (measuring.metric.scope == DemoScope::last_20_seconds)
        period.from = std::max(period.from, period.to - seconds{20});
    return period;
}

bool concerns_viewers(const DemoMeasuring& measuring) { return measuring.metric.subject == DemoSubject::viewers; }

/// Calls @p use with the sessions that concern the period.
template <typename Use>
void visit(const DemoMeasuring& measuring, DemoPeriod period, Use use) {
    const DemoPeriod begun{concerns_viewers(measuring) ? period.from - DemoEvents::longest_session : period.from,
                           period.to};
    for (const DemoMedia media : {DemoMedia::videos, DemoMedia::live_streams})
        measuring.events.visit(media, begun, [&](const DemoEvent& session) {
            const bool lasts = session.time >= period.from || session.time + seconds{session.watched} > period.from;
            if (lasts && measuring.query.filter.selects(measuring.events, session)) use(session);
        });
}

std::optional<double> measure(const DemoMeasuring& measuring, Sessions sessions, DemoPeriod period) {
    return measuring.metric.measure(
        {std::move(sessions), period, measuring.query.unique, measuring.query.view_duration});
}

void add_row(std::vector<DemoDataRow>& rows, std::string key, std::optional<double> value) {
    if (value && *value > 0) rows.push_back({std::move(key), *value});
}

void sort(std::vector<DemoDataRow>& rows, const DemoDataQuery& query) {
    std::sort(rows.begin(), rows.end(), [&](const DemoDataRow& a, const DemoDataRow& b) {
        if (query.by_value && a.value != b.value) return query.descending ? a.value > b.value : a.value < b.value;
        return query.descending && !query.by_value ? a.key > b.key : a.key < b.key;
    });
}

}  // namespace

std::optional<double> measure_all(const DemoMeasuring& measuring) {
    const DemoPeriod period = period_of(measuring);
    Sessions sessions;
    visit(measuring, period, [&](const DemoEvent& session) { sessions.push_back(&session); });
    return measure(measuring, std::move(sessions), period);
}

std::vector<DemoDataRow> measure_by_value(const DemoMeasuring& measuring, const DemoDataDimension& dimension) {
    const DemoPeriod period = period_of(measuring);
    std::map<std::string_view, Sessions> groups;
    visit(measuring, period,
          [&](const DemoEvent& session) { groups[dimension.value(measuring.events, session)].push_back(&session); });
    std::vector<DemoDataRow> rows;
    for (auto& [value, sessions] : groups)
        add_row(rows, std::string{value}, measure(measuring, std::move(sessions), period));
    sort(rows, measuring.query);
    return rows;
}

std::vector<DemoDataRow> measure_by_time(const DemoMeasuring& measuring) {
    const DemoPeriod period = period_of(measuring);
    const seconds length = length_of(measuring.query.interval);
    const auto interval_at = [&](date::sys_seconds time) { return time - time.time_since_epoch() % length; };
    std::map<date::sys_seconds, Sessions> groups;
    visit(measuring, period, [&](const DemoEvent& session) {
        const date::sys_seconds end = session.time + seconds{concerns_viewers(measuring) ? session.watched : 0};
        const date::sys_seconds last = std::min(end, period.to - seconds{1});
        for (auto at = interval_at(std::max(session.time, period.from)); at <= last; at += length)
            groups[at].push_back(&session);
    });
    std::vector<DemoDataRow> rows;
    for (auto& [begin, sessions] : groups) {
        const DemoPeriod within{std::max(begin, period.from), std::min(begin + length, period.to)};
        add_row(rows, demo_time_text(begin), measure(measuring, std::move(sessions), within));
    }
    sort(rows, measuring.query);
    return rows;
}

}  // namespace apivideo::detail
