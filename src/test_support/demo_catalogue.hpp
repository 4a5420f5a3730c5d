// SPDX-License-Identifier: MIT
// What there is at the demo server: its videos, its live streams, and the values of its dimensions.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace apivideo::detail {

enum class DemoMedia { videos, live_streams };

enum class DemoDimension { media_id, emitted_at, country, device_type, operating_system, browser };

/// How the service words one of its two plays calls.
struct DemoMediaNames {
    std::string_view path;       ///< `/analytics/videos/plays`.
    std::string_view id_name;    ///< `videoId`: the dimension and the filter's prefix.
    std::string_view id_prefix;  ///< `vi`: how ids begin.
    std::string_view prose;      ///< `video`.
    std::string_view type;       ///< `live-stream`: the mediaType of the /data calls.
};

[[nodiscard]] DemoMediaNames names_of(DemoMedia media) noexcept;

/// A value of a dimension and its share of the plays.
struct DemoShare {
    std::string_view value;
    std::uint32_t weight;
};

/// A country by its name, as the plays calls have it, and by its codes, as the /data calls do.
struct DemoCountry {
    std::string_view value;
    std::uint32_t weight;
    std::string_view code;       ///< ISO 3166 alpha-2.
    std::string_view continent;  ///< As GeoNames has it: Oceania is `OC`.
};

inline constexpr std::size_t demo_country_count = 60;
inline constexpr std::size_t demo_device_count = 7;
inline constexpr std::size_t demo_operating_system_count = 5;
inline constexpr std::size_t demo_browser_count = 4;
inline constexpr std::size_t demo_referrer_count = 5;

using DemoCountries = std::array<DemoCountry, demo_country_count>;
using DemoDevices = std::array<DemoShare, demo_device_count>;
using DemoOperatingSystems = std::array<DemoShare, demo_operating_system_count>;
using DemoBrowsers = std::array<DemoShare, demo_browser_count>;
using DemoReferrers = std::array<DemoShare, demo_referrer_count>;

[[nodiscard]] const DemoCountries& demo_countries() noexcept;
[[nodiscard]] const DemoDevices& demo_devices() noexcept;
/// The names, and the shares among plays on the device of that index.
[[nodiscard]] const DemoOperatingSystems& demo_operating_systems(std::size_t device = 0) noexcept;
[[nodiscard]] const DemoBrowsers& demo_browsers() noexcept;
/// The first is none at all.
[[nodiscard]] const DemoReferrers& demo_referrers() noexcept;

/// Whether the media item of that index has the tag. Live streams have none.
[[nodiscard]] bool has_demo_tag(DemoMedia media, std::size_t index, std::string_view tag) noexcept;

/// 60 videos or 40 live streams, the most popular first. The first one is the id that the service's documentation has
/// in its examples, so that they work.
[[nodiscard]] std::vector<std::string> demo_ids(DemoMedia media, std::uint64_t seed);

}  // namespace apivideo::detail
