// SPDX-License-Identifier: MIT
// What there is at the demo server: its videos, its live streams, and the values of its dimensions.
#include "test_support/demo_catalogue.hpp"

#include "test_support/demo_random.hpp"

namespace apivideo::detail {

namespace {

constexpr std::size_t id_length = 24;

constexpr DemoCountries countries{{{"france", 300},
                                   {"united states", 260},
                                   {"germany", 170},
                                   {"united kingdom", 150},
                                   {"spain", 120},
                                   {"italy", 100},
                                   {"brazil", 90},
                                   {"canada", 80},
                                   {"india", 75},
                                   {"the netherlands", 70},
                                   {"belgium", 64},
                                   {"japan", 60},
                                   {"türkiye", 56},
                                   {"poland", 52},
                                   {"switzerland", 48},
                                   {"mexico", 45},
                                   {"australia", 42},
                                   {"sweden", 40},
                                   {"portugal", 38},
                                   {"austria", 36},
                                   {"south korea", 34},
                                   {"indonesia", 33},
                                   {"norway", 32},
                                   {"denmark", 31},
                                   {"finland", 30},
                                   {"ireland", 29},
                                   {"czechia", 28},
                                   {"greece", 27},
                                   {"romania", 26},
                                   {"hungary", 25},
                                   {"argentina", 24},
                                   {"chile", 24},
                                   {"colombia", 23},
                                   {"morocco", 23},
                                   {"tunisia", 22},
                                   {"senegal", 22},
                                   {"ivory coast", 21},
                                   {"nigeria", 21},
                                   {"kenya", 20},
                                   {"egypt", 20},
                                   {"south africa", 19},
                                   {"saudi arabia", 19},
                                   {"united arab emirates", 18},
                                   {"israel", 18},
                                   {"ukraine", 17},
                                   {"bulgaria", 17},
                                   {"croatia", 16},
                                   {"slovakia", 16},
                                   {"slovenia", 15},
                                   {"lithuania", 15},
                                   {"latvia", 14},
                                   {"estonia", 14},
                                   {"luxembourg", 13},
                                   {"iceland", 13},
                                   {"singapore", 12},
                                   {"thailand", 12},
                                   {"vietnam", 11},
                                   {"new zealand", 11},
                                   {"réunion", 10},
                                   {"bosnia and herzegovina", 10}}};

constexpr DemoDevices devices{
    {{"computer", 46}, {"phone", 34}, {"tablet", 8}, {"tv", 6}, {"console", 3}, {"wearable", 1}, {"unknown", 2}}};

constexpr DemoOperatingSystems on_computers{
    {{"windows", 60}, {"mac osx", 30}, {"linux", 10}, {"android", 0}, {"ios", 0}}};
constexpr DemoOperatingSystems on_handhelds{
    {{"windows", 1}, {"mac osx", 0}, {"linux", 0}, {"android", 56}, {"ios", 43}}};
constexpr DemoOperatingSystems elsewhere{{{"windows", 20}, {"mac osx", 0}, {"linux", 35}, {"android", 40}, {"ios", 5}}};

constexpr DemoBrowsers browsers{{{"chrome", 62}, {"firefox", 18}, {"edge", 15}, {"opera", 5}}};

}  // namespace

DemoMediaNames names_of(DemoMedia media) noexcept {
    if (media == DemoMedia::videos) return {"/analytics/videos/plays", "videoId", "vi", "video"};
    return {"/analytics/live-streams/plays", "liveStreamId", "li", "live stream"};
}

const DemoCountries& demo_countries() noexcept { return countries; }

const DemoDevices& demo_devices() noexcept { return devices; }

const DemoOperatingSystems& demo_operating_systems(std::size_t device) noexcept {
    const std::string_view name = devices[device].value;
    if (name == "computer") return on_computers;
    return name == "phone" || name == "tablet" ? on_handhelds : elsewhere;
}

const DemoBrowsers& demo_browsers() noexcept { return browsers; }

std::vector<std::string> demo_ids(DemoMedia media, std::uint64_t seed) {
    const std::string prefix{names_of(media).id_prefix};
    const std::size_t count = media == DemoMedia::videos ? 60 : 40;
    DemoRandom random = DemoRandom{seed}.branch(media == DemoMedia::videos ? 1 : 2);
    std::vector<std::string> ids{prefix + "3q7HxhApxRF1c8F8r6VeaI"};
    while (ids.size() < count) ids.push_back(prefix + random.text(id_length - prefix.size()));
    return ids;
}

}  // namespace apivideo::detail
