// SPDX-License-Identifier: MIT
/// @file
/// @brief The requests of the /data calls, their filter, and how to make them from the requests of plays calls.
#pragma once

#include <apivideo/analytics/metrics_names.hpp>
#include <apivideo/analytics/plays_request.hpp>
#include <apivideo/detail/equality.hpp>
#include <apivideo/export.hpp>

#include <date/date.h>

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace apivideo {

/// Which views a /data call counts: those that match each member that is set, and any value of its list. Unset members
/// and empty lists are not sent.
///
/// Values are not empty, except for a referrer, and have no control characters. The service may know others than the
/// constants below.
struct FilterBy {
    std::vector<std::string> media_id{};          ///< `mediaId`: ids of videos and live streams.
    std::optional<MediaType> media_type{};        ///< `mediaType`: videos or live streams only.
    std::vector<std::string> continent{};         ///< `continent`: codes; see continents.
    std::vector<std::string> country{};           ///< `country`: ISO 3166 alpha-2 codes in upper case, such as `FR`.
    std::vector<std::string> device_type{};       ///< `deviceType`: see device_types.
    std::vector<std::string> operating_system{};  ///< `operatingSystem`: see operating_systems.
    std::vector<std::string> browser{};           ///< `browser`: see browsers.
    std::optional<std::string> tag{};             ///< `tag`: one tag of videos, case-sensitive.
    /// `referrer`: whole URLs, not encoded, of up to 2048 characters (code points of UTF-8); an empty one stands for
    /// views without a referrer.
    std::vector<std::string> referrer{};

    friend auto members(const FilterBy& self) {
        return std::tie(self.media_id, self.media_type, self.continent, self.country, self.device_type,
                        self.operating_system, self.browser, self.tag, self.referrer);
    }
};

/// Values for FilterBy::continent.
namespace continents {
inline constexpr const char* africa = "AF";         ///< Africa.
inline constexpr const char* antarctica = "AN";     ///< Antarctica.
inline constexpr const char* asia = "AS";           ///< Asia.
inline constexpr const char* europe = "EU";         ///< Europe.
inline constexpr const char* north_america = "NA";  ///< North America.
inline constexpr const char* oceania = "OC";        ///< Oceania, by GeoNames; the service's documentation has `AZ`.
inline constexpr const char* south_america = "SA";  ///< South America.
}  // namespace continents

/// Values for FilterBy::device_type.
namespace device_types {
inline constexpr const char* computer = "computer";  ///< Computers.
inline constexpr const char* phone = "phone";        ///< Phones.
inline constexpr const char* tablet = "tablet";      ///< Tablets.
inline constexpr const char* tv = "tv";              ///< Television sets.
inline constexpr const char* console = "console";    ///< Game consoles.
inline constexpr const char* wearable = "wearable";  ///< Wearables.
inline constexpr const char* unknown = "unknown";    ///< Not recognised.
}  // namespace device_types

/// Values for FilterBy::operating_system.
namespace operating_systems {
inline constexpr const char* windows = "windows";  ///< Windows.
inline constexpr const char* mac_osx = "mac osx";  ///< macOS.
inline constexpr const char* android = "android";  ///< Android.
inline constexpr const char* ios = "ios";          ///< iOS.
inline constexpr const char* linux_ = "linux";     ///< Linux; some compilers define a macro `linux`.
}  // namespace operating_systems

/// Values for FilterBy::browser.
namespace browsers {
inline constexpr const char* chrome = "chrome";    ///< Chrome.
inline constexpr const char* firefox = "firefox";  ///< Firefox.
inline constexpr const char* edge = "edge";        ///< Edge.
inline constexpr const char* opera = "opera";      ///< Opera.
}  // namespace browsers

/// Asks for one number. `metric` and `aggregation` are required; unset members are not sent.
struct AggregatedMetricsRequest {
    AggregatedMetric metric{};                ///< What to measure.
    Aggregation aggregation{};                ///< How to make one number of it.
    std::optional<date::sys_seconds> from{};  ///< Begin; a `date::sys_days` is its midnight. Unset: a day before `to`.
    std::optional<date::sys_seconds> to{};    ///< End (exclusive), not before `from`. Unset: now.
    std::optional<bool> unique{};             ///< Whether each viewer counts once a day. For `ccv` and `view`.
    std::optional<ViewDuration> view_duration{};  ///< How long a view must be to count. For `view`. Unset: 5 seconds.
    FilterBy filter_by{};                         ///< What to count. Unset: the whole project.

    friend auto members(const AggregatedMetricsRequest& self) {
        return std::tie(self.metric, self.aggregation, self.from, self.to, self.unique, self.view_duration,
                        self.filter_by);
    }
};

/// Asks for a metric by country, device, ... `metric` and `breakdown` are required; unset members are not sent.
struct MetricsBreakdownRequest {
    BreakdownMetric metric{};                 ///< What to measure.
    Breakdown breakdown{};                    ///< What to break it down by.
    std::optional<date::sys_seconds> from{};  ///< Begin; a `date::sys_days` is its midnight. Unset: a day before `to`.
    std::optional<date::sys_seconds> to{};    ///< End (exclusive), not before `from`. Unset: now.
    std::optional<bool> unique{};             ///< Whether each viewer counts once a day. For `ccv-...` and `view`.
    std::optional<ViewDuration> view_duration{};  ///< How long a view must be to count. For `view`. Unset: 5 seconds.
    FilterBy filter_by{};                         ///< What to count. Unset: the whole project.
    std::optional<BreakdownSortBy> sort_by{};     ///< What to sort the rows by. Unset: the service decides.
    std::optional<SortOrder> sort_order{};        ///< In which order. Unset: the service decides.
    std::optional<std::int64_t> current_page{};   ///< The page to get, from 1. Unset: 1.
    std::optional<std::int64_t> page_size{};      ///< Rows in a page, 1 to 100. Unset: 25.

    friend auto members(const MetricsBreakdownRequest& self) {
        return std::tie(self.metric, self.breakdown, self.from, self.to, self.unique, self.view_duration,
                        self.filter_by, self.sort_by, self.sort_order, self.current_page, self.page_size);
    }
};

/// Asks for a metric minute by minute, hour by hour or day by day. `metric` is required; unset members are not sent.
struct MetricsOverTimeRequest {
    OverTimeMetric metric{};                  ///< What to measure.
    std::optional<date::sys_seconds> from{};  ///< Begin; a `date::sys_days` is its midnight. Unset: a day before `to`.
    std::optional<date::sys_seconds> to{};    ///< End (exclusive), not before `from`. Unset: now.
    /// The time of one row. Unset: an hour if the period is two days or less, else a day.
    std::optional<Interval> interval{};
    std::optional<bool> unique{};                 ///< Whether each viewer counts once a day. For `ccv-...` and `view`.
    std::optional<ViewDuration> view_duration{};  ///< How long a view must be to count. For `view`. Unset: 5 seconds.
    FilterBy filter_by{};                         ///< What to count. Unset: the whole project.
    std::optional<OverTimeSortBy> sort_by{};      ///< What to sort the rows by. Unset: the service decides.
    std::optional<SortOrder> sort_order{};        ///< In which order. Unset: the service decides.
    std::optional<std::int64_t> current_page{};   ///< The page to get, from 1. Unset: 1.
    std::optional<std::int64_t> page_size{};      ///< Rows in a page, 1 to 100. Unset: 25.

    friend auto members(const MetricsOverTimeRequest& self) {
        return std::tie(self.metric, self.from, self.to, self.interval, self.unique, self.view_duration, self.filter_by,
                        self.sort_by, self.sort_order, self.current_page, self.page_size);
    }
};

/// The request of AnalyticsApi::get_metrics_breakdown() for what @p plays asks.
/// @param plays a request of any dimension but `emitted_at`.
/// @param today the end of the period if @p plays has none; unset: today in UTC.
/// @throws InvalidRequestException if @p plays could not be sent, or its dimension is `emitted_at`.
[[nodiscard]] APIVIDEO_EXPORT MetricsBreakdownRequest breakdown_request(const VideosPlaysRequest& plays,
                                                                        std::optional<date::sys_days> today = {});
/// The same for live streams.
[[nodiscard]] APIVIDEO_EXPORT MetricsBreakdownRequest breakdown_request(const LiveStreamsPlaysRequest& plays,
                                                                        std::optional<date::sys_days> today = {});

/// The request of AnalyticsApi::get_metrics_over_time() for what @p plays asks: by hour if the period is two days or
/// less, else by day.
/// @param plays a request of dimension `emitted_at`.
/// @param today the end of the period if @p plays has none; unset: today in UTC.
/// @throws InvalidRequestException if @p plays could not be sent, or its dimension is another one.
[[nodiscard]] APIVIDEO_EXPORT MetricsOverTimeRequest over_time_request(const VideosPlaysRequest& plays,
                                                                       std::optional<date::sys_days> today = {});
/// The same for live streams.
[[nodiscard]] APIVIDEO_EXPORT MetricsOverTimeRequest over_time_request(const LiveStreamsPlaysRequest& plays,
                                                                       std::optional<date::sys_days> today = {});

}  // namespace apivideo
