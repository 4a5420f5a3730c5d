// SPDX-License-Identifier: MIT
/// @file
/// @brief The requests of the plays calls, their dimensions and ids.
#pragma once

#include <apivideo/detail/equality.hpp>
#include <apivideo/export.hpp>

#include <date/date.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>

namespace apivideo {

/// How plays of videos are broken down: the service's `dimension`.
enum class VideosDimension {
    video_id = 1,      ///< `videoId`: by video.
    emitted_at,        ///< `emittedAt`: by hour if the period is two days or less, else by day.
    country,           ///< `country`: by the viewers' country, in lower case, as GeoNames has it.
    device_type,       ///< `deviceType`: `computer`, `phone`, `tablet`, `tv`, `console`, `wearable`, `unknown`.
    operating_system,  ///< `operatingSystem`: such as `windows`, `mac osx`, `android`, `ios`, `linux`.
    browser,           ///< `browser`: such as `chrome`, `firefox`, `edge`, `opera`.
};

/// How plays of live streams are broken down: the service's `dimension`.
enum class LiveStreamsDimension {
    live_stream_id = 1,  ///< `liveStreamId`: by live stream.
    emitted_at,          ///< `emittedAt`: by hour if the period is two days or less, else by day.
    country,             ///< `country`: by the viewers' country, in lower case, as GeoNames has it.
    device_type,         ///< `deviceType`: `computer`, `phone`, `tablet`, `tv`, `console`, `wearable`, `unknown`.
    operating_system,    ///< `operatingSystem`: such as `windows`, `mac osx`, `android`, `ios`, `linux`.
    browser,             ///< `browser`: such as `chrome`, `firefox`, `edge`, `opera`.
};

/// The service's name of the dimension, such as `deviceType`.
/// @throws InvalidRequestException for a value out of range.
[[nodiscard]] APIVIDEO_EXPORT std::string_view to_string(VideosDimension dimension);
/// The service's name of the dimension, such as `deviceType`.
/// @throws InvalidRequestException for a value out of range.
[[nodiscard]] APIVIDEO_EXPORT std::string_view to_string(LiveStreamsDimension dimension);

/// Writes the service's name of the dimension, or `VideosDimension(17)` for a value out of range.
APIVIDEO_EXPORT std::ostream& operator<<(std::ostream& stream, VideosDimension dimension);
/// Writes the service's name of the dimension, or `LiveStreamsDimension(17)` for a value out of range.
APIVIDEO_EXPORT std::ostream& operator<<(std::ostream& stream, LiveStreamsDimension dimension);

/// The dimension of that name, exactly as the service spells it; unset if there is none.
[[nodiscard]] APIVIDEO_EXPORT std::optional<VideosDimension> videos_dimension_from_string(
    std::string_view name) noexcept;
/// The dimension of that name, exactly as the service spells it; unset if there is none.
[[nodiscard]] APIVIDEO_EXPORT std::optional<LiveStreamsDimension> live_streams_dimension_from_string(
    std::string_view name) noexcept;

/// The day that @p text names in the form `2023-06-01`; unset if the form is another or the calendar has no such day.
[[nodiscard]] APIVIDEO_EXPORT std::optional<date::year_month_day> day_from_string(std::string_view text) noexcept;

/// The id of a video, such as `vi3q7HxhApxRF1c8F8r6VeaI`, without the service's prefix `videoId:`.
struct VideoId {
    std::string value{};  ///< Not empty, without control characters, not beginning with `videoId:`.

    friend auto members(const VideoId& self) { return std::tie(self.value); }
};

/// The id of a live stream, such as `li3q7HxhApxRF1c8F8r6VeaI`, without the service's prefix `liveStreamId:`.
struct LiveStreamId {
    std::string value{};  ///< Not empty, without control characters, not beginning with `liveStreamId:`.

    friend auto members(const LiveStreamId& self) { return std::tie(self.value); }
};

/// Asks how often videos were played. `from` and `dimension` are required; unset members are not sent.
struct VideosPlaysRequest {
    /// First day, in UTC. The service refuses days before its retention, which is 30 days unless the project has more.
    date::year_month_day from{};
    /// What to break the plays down by.
    VideosDimension dimension{};
    /// End of the period (exclusive), in UTC. Not before `from`. Unset: today, which is excluded.
    std::optional<date::year_month_day> to{};
    /// Only the plays of this video. The service's `filter=videoId:...`.
    std::optional<VideoId> filter{};
    /// The page to get, from 1. The service's `currentPage`. Unset: 1.
    std::optional<std::int64_t> current_page{};
    /// Rows in a page, 1 to 100. The service's `pageSize`. Unset: 25.
    std::optional<std::int64_t> page_size{};

    friend auto members(const VideosPlaysRequest& self) {
        return std::tie(self.from, self.dimension, self.to, self.filter, self.current_page, self.page_size);
    }
};

/// Asks how often live streams were played. `from` and `dimension` are required; unset members are not sent.
struct LiveStreamsPlaysRequest {
    /// First day, in UTC. The service refuses days before its retention, which is 30 days unless the project has more.
    date::year_month_day from{};
    /// What to break the plays down by.
    LiveStreamsDimension dimension{};
    /// End of the period (exclusive), in UTC. Not before `from`. Unset: today, which is excluded.
    std::optional<date::year_month_day> to{};
    /// Only the plays of this live stream. The service's `filter=liveStreamId:...`.
    std::optional<LiveStreamId> filter{};
    /// The page to get, from 1. The service's `currentPage`. Unset: 1.
    std::optional<std::int64_t> current_page{};
    /// Rows in a page, 1 to 100. The service's `pageSize`. Unset: 25.
    std::optional<std::int64_t> page_size{};

    friend auto members(const LiveStreamsPlaysRequest& self) {
        return std::tie(self.from, self.dimension, self.to, self.filter, self.current_page, self.page_size);
    }
};

}  // namespace apivideo

namespace std {

/// So that ids of videos can be kept in `std::unordered_map` and `std::unordered_set`.
template <>
struct hash<apivideo::VideoId> {
    /// The hash of the id's text.
    size_t operator()(const apivideo::VideoId& id) const noexcept { return hash<string>{}(id.value); }
};

/// So that ids of live streams can be kept in `std::unordered_map` and `std::unordered_set`.
template <>
struct hash<apivideo::LiveStreamId> {
    /// The hash of the id's text.
    size_t operator()(const apivideo::LiveStreamId& id) const noexcept { return hash<string>{}(id.value); }
};

}  // namespace std
