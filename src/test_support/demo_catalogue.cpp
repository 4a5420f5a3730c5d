// SPDX-License-Identifier: MIT
// What there is at the demo server: its videos, its live streams, and the values of its dimensions.
#include "test_support/demo_catalogue.hpp"

#include "test_support/demo_random.hpp"

#include <algorithm>
#include <iterator>

namespace apivideo::detail {

namespace {

constexpr std::size_t id_length = 24;

constexpr DemoCountries countries{{{"france", 300, "FR", "EU"},
                                   {"united states", 260, "US", "NA"},
                                   {"germany", 170, "DE", "EU"},
                                   {"united kingdom", 150, "GB", "EU"},
                                   {"spain", 120, "ES", "EU"},
                                   {"italy", 100, "IT", "EU"},
                                   {"brazil", 90, "BR", "SA"},
                                   {"canada", 80, "CA", "NA"},
                                   {"india", 75, "IN", "AS"},
                                   {"the netherlands", 70, "NL", "EU"},
                                   {"belgium", 64, "BE", "EU"},
                                   {"japan", 60, "JP", "AS"},
                                   {"türkiye", 56, "TR", "AS"},
                                   {"poland", 52, "PL", "EU"},
                                   {"switzerland", 48, "CH", "EU"},
                                   {"mexico", 45, "MX", "NA"},
                                   {"australia", 42, "AU", "OC"},
                                   {"sweden", 40, "SE", "EU"},
                                   {"portugal", 38, "PT", "EU"},
                                   {"austria", 36, "AT", "EU"},
                                   {"south korea", 34, "KR", "AS"},
                                   {"indonesia", 33, "ID", "AS"},
                                   {"norway", 32, "NO", "EU"},
                                   {"denmark", 31, "DK", "EU"},
                                   {"finland", 30, "FI", "EU"},
                                   {"ireland", 29, "IE", "EU"},
                                   {"czechia", 28, "CZ", "EU"},
                                   {"greece", 27, "GR", "EU"},
                                   {"romania", 26, "RO", "EU"},
                                   {"hungary", 25, "HU", "EU"},
                                   {"argentina", 24, "AR", "SA"},
                                   {"chile", 24, "CL", "SA"},
                                   {"colombia", 23, "CO", "SA"},
                                   {"morocco", 23, "MA", "AF"},
                                   {"tunisia", 22, "TN", "AF"},
                                   {"senegal", 22, "SN", "AF"},
                                   {"ivory coast", 21, "CI", "AF"},
                                   {"nigeria", 21, "NG", "AF"},
                                   {"kenya", 20, "KE", "AF"},
                                   {"egypt", 20, "EG", "AF"},
                                   {"south africa", 19, "ZA", "AF"},
                                   {"saudi arabia", 19, "SA", "AS"},
                                   {"united arab emirates", 18, "AE", "AS"},
                                   {"israel", 18, "IL", "AS"},
                                   {"ukraine", 17, "UA", "EU"},
                                   {"bulgaria", 17, "BG", "EU"},
                                   {"croatia", 16, "HR", "EU"},
                                   {"slovakia", 16, "SK", "EU"},
                                   {"slovenia", 15, "SI", "EU"},
                                   {"lithuania", 15, "LT", "EU"},
                                   {"latvia", 14, "LV", "EU"},
                                   {"estonia", 14, "EE", "EU"},
                                   {"luxembourg", 13, "LU", "EU"},
                                   {"iceland", 13, "IS", "EU"},
                                   {"singapore", 12, "SG", "AS"},
                                   {"thailand", 12, "TH", "AS"},
                                   {"vietnam", 11, "VN", "AS"},
                                   {"new zealand", 11, "NZ", "OC"},
                                   {"réunion", 10, "RE", "AF"},
                                   {"bosnia and herzegovina", 10, "BA", "EU"}}};

constexpr DemoDevices devices{
    {{"computer", 46}, {"phone", 34}, {"tablet", 8}, {"tv", 6}, {"console", 3}, {"wearable", 1}, {"unknown", 2}}};

constexpr DemoOperatingSystems on_computers{
    {{"windows", 60}, {"mac osx", 30}, {"linux", 10}, {"android", 0}, {"ios", 0}}};
constexpr DemoOperatingSystems on_handhelds{
    {{"windows", 1}, {"mac osx", 0}, {"linux", 0}, {"android", 56}, {"ios", 43}}};
constexpr DemoOperatingSystems elsewhere{{{"windows", 20}, {"mac osx", 0}, {"linux", 35}, {"android", 40}, {"ios", 5}}};

constexpr DemoBrowsers browsers{{{"chrome", 62}, {"firefox", 18}, {"edge", 15}, {"opera", 5}}};

// The comma and the quotes are for those who write CSV, the two that differ in a slash for those who filter.
constexpr DemoReferrers referrers{{{"", 20},
                                   {"https://my-awesome-videos.com/", 40},
                                   {"https://my-awesome-videos.com", 15},
                                   {"https://www.example.com/news?page=1&lang=fr", 15},
                                   {"https://example.org/search?q=\"cats,dogs\"", 10}}};

struct TaggedVideos {
    std::string_view tag;
    std::size_t every;  // The first video, and every one that many after it.
};
constexpr TaggedVideos tagged_videos[] = {{"Cool videos", 2}, {"tutorial", 3}, {"été a+b & c", 5}};

}  // namespace

DemoMediaNames names_of(DemoMedia media) noexcept {
    if (media == DemoMedia::videos) return {"/analytics/videos/plays", "videoId", "vi", "video", "video"};
    return {"/analytics/live-streams/plays", "liveStreamId", "li", "live stream", "live-stream"};
}

const DemoCountries& demo_countries() noexcept { return countries; }

const DemoDevices& demo_devices() noexcept { return devices; }

const DemoOperatingSystems& demo_operating_systems(std::size_t device) noexcept {
    const std::string_view name = devices[device].value;
    if (name == "computer") return on_computers;
    return name == "phone" || name == "tablet" ? on_handhelds : elsewhere;
}

const DemoBrowsers& demo_browsers() noexcept { return browsers; }

const DemoReferrers& demo_referrers() noexcept { return referrers; }

bool has_demo_tag(DemoMedia media, std::size_t index, std::string_view tag) noexcept {
    return media == DemoMedia::videos &&
           std::any_of(std::begin(tagged_videos), std::end(tagged_videos),
                       [&](const TaggedVideos& tagged) { return tagged.tag == tag && index % tagged.every == 0; });
}

std::vector<std::string> demo_ids(DemoMedia media, std::uint64_t seed) {
    const std::string prefix{names_of(media).id_prefix};
    const std::size_t count = media == DemoMedia::videos ? 60 : 40;
    DemoRandom random = DemoRandom{seed}.branch(media == DemoMedia::videos ? 1 : 2);
    std::vector<std::string> ids{prefix + "3q7HxhApxRF1c8F8r6VeaI"};
    while (ids.size() < count) ids.push_back(prefix + random.text(id_length - prefix.size()));
    return ids;
}

}  // namespace apivideo::detail
