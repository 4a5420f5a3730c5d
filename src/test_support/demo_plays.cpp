// SPDX-License-Identifier: MIT
// The demo server's plays: made up one by one, so that every way of counting them has the same sum.
#include "test_support/demo_plays.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <iterator>
#include <tuple>
#include <utility>

namespace apivideo::detail {

namespace {

constexpr std::size_t hours_in_day = 24;

// Nights are quiet, evenings are not.
constexpr std::array<std::uint32_t, hours_in_day> hour_weights{3, 2, 1, 1, 1, 2, 3,  5,  6,  6,  6,  7,
                                                               9, 8, 6, 6, 7, 9, 11, 13, 15, 15, 12, 7};

constexpr std::uint32_t weight_of(std::uint32_t weight) noexcept { return weight; }
constexpr std::uint32_t weight_of(const DemoShare& share) noexcept { return share.weight; }

template <typename Weights>
std::uint8_t draw(const Weights& weights, DemoRandom& random) {
    std::uint32_t total = 0;
    for (const auto& weight : weights) total += weight_of(weight);
    std::uint32_t drawn = random.below(total);
    std::uint8_t index = 0;
    while (drawn >= weight_of(weights[index])) drawn -= weight_of(weights[index++]);
    return index;
}

std::string time_text(date::sys_time<std::chrono::hours> time) {
    return date::format("%FT%T", date::sys_time<std::chrono::milliseconds>{time}) + "Z";
}

template <typename Shares>
std::vector<std::string> values_of(const Shares& shares) {
    std::vector<std::string> values;
    values.reserve(std::size(shares));
    for (const DemoShare& share : shares) values.emplace_back(share.value);
    return values;
}

}  // namespace

DemoPlays::DemoPlays(std::uint64_t seed, date::sys_days today)
    : first_{today - kept},
      videos_{make_archive(DemoMedia::videos, seed, first_)},
      live_streams_{make_archive(DemoMedia::live_streams, seed, first_)} {}

DemoPlays::Archive DemoPlays::make_archive(DemoMedia media, std::uint64_t seed, date::sys_days first) {
    Archive made{demo_ids(media, seed), {}};
    const DemoRandom random = DemoRandom{seed}.branch(media == DemoMedia::videos ? 3 : 4);
    for (date::sys_days day = first; day < first + kept; day += date::days{1}) {
        const auto day_number = static_cast<std::uint64_t>(day.time_since_epoch().count());
        made.days.push_back(make_day(made.ids.size(), random.branch(day_number)));
    }
    return made;
}

DemoPlays::Day DemoPlays::make_day(std::size_t media_count, DemoRandom random) {
    const std::uint32_t percent = 70 + random.below(61);
    Day day;
    for (std::size_t index = 0; index < media_count; ++index) {
        // At least one play a day: every id is on the list of every period.
        const auto most = 1 + 300 * percent / 100 / (static_cast<std::uint32_t>(index) + 3);
        const std::uint32_t plays = 1 + random.below(most);
        for (std::uint32_t play = 0; play < plays; ++play) day.push_back(make_play(index, random));
    }
    return day;
}

DemoPlays::Play DemoPlays::make_play(std::size_t media_index, DemoRandom& random) {
    Play play{};
    play.media_index = static_cast<std::uint8_t>(media_index);
    play.hour = draw(hour_weights, random);
    play.country = draw(demo_countries(), random);
    play.device = draw(demo_devices(), random);
    play.operating_system = draw(demo_operating_systems(play.device), random);
    play.browser = draw(demo_browsers(), random);
    return play;
}

const DemoPlays::Archive& DemoPlays::archive(DemoMedia media) const noexcept {
    return media == DemoMedia::videos ? videos_ : live_streams_;
}

const std::vector<std::string>& DemoPlays::ids(DemoMedia media) const noexcept { return archive(media).ids; }

std::optional<std::size_t> DemoPlays::find(DemoMedia media, std::string_view id) const noexcept {
    const std::vector<std::string>& all = ids(media);
    const auto found = std::find(all.begin(), all.end(), id);
    if (found == all.end()) return std::nullopt;
    return static_cast<std::size_t>(found - all.begin());
}

template <typename Visit>
void DemoPlays::visit(const DemoSelection& selection, Visit visit) const {
    const date::sys_days from = std::max(selection.from, first_);
    const date::sys_days to = std::min(selection.to, first_ + kept);
    for (date::sys_days day = from; day < to; day += date::days{1}) {
        for (const Play& play : archive(selection.media).days[static_cast<std::size_t>((day - first_).count())])
            if (!selection.of_one || *selection.of_one == play.media_index) visit(day, play);
    }
}

std::vector<DemoRow> DemoPlays::count(const DemoSelection& selection) const {
    return selection.dimension == DemoDimension::emitted_at ? count_by_time(selection) : count_by_value(selection);
}

std::vector<DemoRow> DemoPlays::count_by_time(const DemoSelection& selection) const {
    const bool hourly = selection.to - selection.from <= date::days{2};
    const std::size_t slots_in_day = hourly ? hours_in_day : 1;
    std::vector<std::int64_t> plays(static_cast<std::size_t>(kept.count()) * slots_in_day);
    visit(selection, [&](date::sys_days day, const Play& play) {
        const auto day_index = static_cast<std::size_t>((day - first_).count());
        ++plays[day_index * slots_in_day + (hourly ? play.hour : 0U)];
    });
    const std::chrono::hours slot{hourly ? 1 : 24};
    std::vector<DemoRow> rows;
    for (std::size_t index = 0; index < plays.size(); ++index)
        if (plays[index] > 0)
            rows.push_back({time_text(first_ + slot * static_cast<std::chrono::hours::rep>(index)), plays[index]});
    return rows;
}

std::vector<DemoRow> DemoPlays::count_by_value(const DemoSelection& selection) const {
    std::vector<std::string> values;
    std::uint8_t Play::*member = nullptr;
    switch (selection.dimension) {
        case DemoDimension::media_id:
            values = ids(selection.media), member = &Play::media_index;
            break;
        case DemoDimension::country:
            values = values_of(demo_countries()), member = &Play::country;
            break;
        case DemoDimension::device_type:
            values = values_of(demo_devices()), member = &Play::device;
            break;
        case DemoDimension::operating_system:
            values = values_of(demo_operating_systems()), member = &Play::operating_system;
            break;
        case DemoDimension::browser:
            values = values_of(demo_browsers()), member = &Play::browser;
            break;
        case DemoDimension::emitted_at:
            return count_by_time(selection);
    }
    std::vector<std::int64_t> plays(values.size());
    visit(selection, [&](date::sys_days, const Play& play) { ++plays[play.*member]; });
    std::vector<DemoRow> rows;
    for (std::size_t index = 0; index < values.size(); ++index)
        if (plays[index] > 0) rows.push_back({std::move(values[index]), plays[index]});
    std::sort(rows.begin(), rows.end(), [](const DemoRow& a, const DemoRow& b) {
        return std::forward_as_tuple(b.plays, a.value) < std::forward_as_tuple(a.plays, b.value);
    });
    return rows;
}

}  // namespace apivideo::detail
