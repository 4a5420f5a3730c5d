// SPDX-License-Identifier: MIT
// What happened at the demo server: viewers' sessions, made up one by one, so that all ways of counting them agree.
#include "test_support/demo_events.hpp"

#include <array>

namespace apivideo::detail {

namespace {

constexpr std::size_t hours_in_day = 24;

// Nights are quiet, evenings are not.
constexpr std::array<std::uint32_t, hours_in_day> hour_weights{3, 2, 1, 1, 1, 2, 3,  5,  6,  6,  6,  7,
                                                               9, 8, 6, 6, 7, 9, 11, 13, 15, 15, 12, 7};

constexpr std::uint32_t weight_of(std::uint32_t weight) noexcept { return weight; }
template <typename Share>
constexpr std::uint32_t weight_of(const Share& share) noexcept {
    return share.weight;
}

template <typename Weights>
std::uint8_t draw(const Weights& weights, DemoRandom& random) {
    std::uint32_t total = 0;
    for (const auto& weight : weights) total += weight_of(weight);
    std::uint32_t drawn = random.below(total);
    std::uint8_t index = 0;
    while (drawn >= weight_of(weights[index])) drawn -= weight_of(weights[index++]);
    return index;
}

struct Item {
    DemoMedia media;
    std::size_t index;
    std::uint16_t duration;  // In seconds; of a live stream the longest that anyone stays.
};

std::uint16_t draw_duration(DemoMedia media, DemoRandom random) {
    const std::uint32_t least = media == DemoMedia::videos ? 40 : 600;
    const auto most =
        static_cast<std::uint32_t>(DemoEvents::longest_session.count()) / (media == DemoMedia::videos ? 4 : 1);
    return static_cast<std::uint16_t>(least + random.below(most - least));
}

DemoEvent make_play(const Item& item, date::sys_days day, DemoRandom& random) {
    DemoEvent event{};
    event.media = item.media;
    event.media_index = static_cast<std::uint8_t>(item.index);
    event.time = day + std::chrono::hours{draw(hour_weights, random)};
    event.country = draw(demo_countries(), random);
    event.device = draw(demo_devices(), random);
    event.operating_system = draw(demo_operating_systems(event.device), random);
    event.browser = draw(demo_browsers(), random);
    return event;
}

// Viewers are told apart by address and program, so those of one number in two countries are two.
std::uint32_t draw_viewer(const DemoEvent& event, DemoRandom& random) {
    constexpr std::uint32_t viewers_of_a_kind = 3;
    std::size_t viewer = event.country;
    viewer = viewer * demo_device_count + event.device;
    viewer = viewer * demo_operating_system_count + event.operating_system;
    viewer = viewer * demo_browser_count + event.browser;
    return static_cast<std::uint32_t>(viewer) * viewers_of_a_kind + random.below(viewers_of_a_kind);
}

void draw_watching(DemoEvent& event, std::uint16_t duration, DemoRandom& random) {
    const std::uint32_t percent = random.below(100);
    event.started = percent >= 6;
    event.ended = percent >= 70;
    if (!event.started) return;
    const std::uint32_t most = percent < 25 ? 30 : duration - 1U;
    event.watched = event.ended ? duration : static_cast<std::uint16_t>(1 + random.below(most));
}

// Drawn from numbers of their own, so that they change nothing about which plays there are.
void draw_details(DemoEvent& event, std::uint16_t duration, DemoRandom& random) {
    constexpr std::array<std::uint32_t, 3> impression_weights{60, 30, 10};
    event.time += std::chrono::seconds{random.below(3600)};
    const std::string_view system = demo_operating_systems()[event.operating_system].value;
    const std::uint8_t referrer = draw(demo_referrers(), random);
    event.referrer = system == "android" || system == "ios" ? std::uint8_t{0} : referrer;
    event.impressions = static_cast<std::uint8_t>(1 + draw(impression_weights, random));
    event.impression_ms = static_cast<std::uint16_t>(120 + random.below(1800));
    event.viewer = draw_viewer(event, random);
    draw_watching(event, duration, random);
}

void add_plays(std::vector<DemoEvent>& events, const Item& item, date::sys_days day, std::uint32_t plays,
               DemoRandom& random, DemoRandom& details) {
    for (std::uint32_t play = 0; play < plays; ++play) {
        events.push_back(make_play(item, day, random));
        draw_details(events.back(), item.duration, details);
    }
}

std::vector<DemoEvent> make_day(const std::vector<Item>& items, date::sys_days day, DemoRandom random) {
    DemoRandom details = random.branch(1);
    const std::uint32_t percent = 70 + random.below(61);
    std::vector<DemoEvent> events;
    for (const Item& item : items) {
        // At least one play a day: every id is on the list of every period.
        const auto most = 1 + 300 * percent / 100 / (static_cast<std::uint32_t>(item.index) + 3);
        add_plays(events, item, day, 1 + random.below(most), random, details);
    }
    return events;
}

}  // namespace

DemoEvents::DemoEvents(std::uint64_t seed, date::sys_days today)
    : first_{today - kept},
      videos_{make_archive(DemoMedia::videos, seed, first_)},
      live_streams_{make_archive(DemoMedia::live_streams, seed, first_)} {}

DemoEvents::Archive DemoEvents::make_archive(DemoMedia media, std::uint64_t seed, date::sys_days first) {
    Archive made{demo_ids(media, seed), {}};
    const DemoRandom random = DemoRandom{seed}.branch(media == DemoMedia::videos ? 3 : 4);
    const DemoRandom durations = DemoRandom{seed}.branch(media == DemoMedia::videos ? 5 : 6);
    std::vector<Item> items;
    for (std::size_t index = 0; index < made.ids.size(); ++index)
        items.push_back({media, index, draw_duration(media, durations.branch(index))});
    for (date::sys_days day = first; day <= first + kept; day += date::days{1}) {
        const auto day_number = static_cast<std::uint64_t>(day.time_since_epoch().count());
        made.days.push_back(make_day(items, day, random.branch(day_number)));
    }
    return made;
}

const DemoEvents::Archive& DemoEvents::archive(DemoMedia media) const noexcept {
    return media == DemoMedia::videos ? videos_ : live_streams_;
}

const std::vector<std::string>& DemoEvents::ids(DemoMedia media) const noexcept { return archive(media).ids; }

std::optional<std::size_t> DemoEvents::find(DemoMedia media, std::string_view id) const noexcept {
    const std::vector<std::string>& all = ids(media);
    const auto found = std::find(all.begin(), all.end(), id);
    if (found == all.end()) return std::nullopt;
    return static_cast<std::size_t>(found - all.begin());
}

}  // namespace apivideo::detail
