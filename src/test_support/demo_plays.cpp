// SPDX-License-Identifier: MIT
// The numbers of the plays calls.
#include "test_support/demo_plays.hpp"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <map>
#include <tuple>
#include <utility>

namespace apivideo::detail {

namespace {

std::string time_text(date::sys_seconds time) {
    return date::format("%FT%T", date::sys_time<std::chrono::milliseconds>{time}) + "Z";
}

template <typename Shares>
std::vector<std::string> values_of(const Shares& shares) {
    std::vector<std::string> values;
    values.reserve(std::size(shares));
    for (const auto& share : shares) values.emplace_back(share.value);
    return values;
}

}  // namespace

template <typename Visit>
void DemoPlays::visit(const DemoSelection& selection, Visit visit) const {
    const DemoPeriod period{selection.from, std::min(selection.to, events_.first_day() + kept)};
    events_.visit(selection.media, period, [&](const DemoEvent& event) {
        if (!selection.of_one || *selection.of_one == event.media_index) visit(event);
    });
}

std::vector<DemoRow> DemoPlays::count(const DemoSelection& selection) const {
    return selection.dimension == DemoDimension::emitted_at ? count_by_time(selection) : count_by_value(selection);
}

std::vector<DemoRow> DemoPlays::count_by_time(const DemoSelection& selection) const {
    const bool hourly = selection.to - selection.from <= date::days{2};
    std::map<date::sys_seconds, std::int64_t> plays;
    visit(selection, [&](const DemoEvent& event) {
        ++plays[hourly ? date::floor<std::chrono::hours>(event.time) : date::floor<date::days>(event.time)];
    });
    std::vector<DemoRow> rows;
    rows.reserve(plays.size());
    for (const auto& [time, count] : plays) rows.push_back({time_text(time), count});
    return rows;
}

std::vector<DemoRow> DemoPlays::count_by_value(const DemoSelection& selection) const {
    std::vector<std::string> values;
    std::uint8_t DemoEvent::*member = nullptr;
    switch (selection.dimension) {
        case DemoDimension::media_id:
            values = ids(selection.media), member = &DemoEvent::media_index;
            break;
        case DemoDimension::country:
            values = values_of(demo_countries()), member = &DemoEvent::country;
            break;
        case DemoDimension::device_type:
            values = values_of(demo_devices()), member = &DemoEvent::device;
            break;
        case DemoDimension::operating_system:
            values = values_of(demo_operating_systems()), member = &DemoEvent::operating_system;
            break;
        case DemoDimension::browser:
            values = values_of(demo_browsers()), member = &DemoEvent::browser;
            break;
        case DemoDimension::emitted_at:
            return count_by_time(selection);
    }
    std::vector<std::int64_t> plays(values.size());
    visit(selection, [&](const DemoEvent& event) { ++plays[event.*member]; });
    std::vector<DemoRow> rows;
    for (std::size_t index = 0; index < values.size(); ++index)
        if (plays[index] > 0) rows.push_back({std::move(values[index]), plays[index]});
    std::sort(rows.begin(), rows.end(), [](const DemoRow& a, const DemoRow& b) {
        return std::forward_as_tuple(b.plays, a.value) < std::forward_as_tuple(a.plays, b.value);
    });
    return rows;
}

}  // namespace apivideo::detail
