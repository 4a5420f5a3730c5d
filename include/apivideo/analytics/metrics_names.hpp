// SPDX-License-Identifier: MIT
/// @file
/// @brief The metrics, breakdowns and options of the /data calls: for each call those that it takes.
///
/// Each is one of its known names, such as `AggregatedMetric::watch_time`, or another:
/// `AggregatedMetric::from_name("new-metric")`. Which metric goes with which aggregation is for the service to judge.
#pragma once

#include <apivideo/detail/equality.hpp>

#include <ostream>
#include <string>
#include <string_view>
#include <tuple>

namespace apivideo {

/// A name that this library knows, such as `AggregatedMetric::watch_time`. It becomes a ServiceName by itself.
template <class Names>
struct KnownName {
    std::string_view name{};  ///< As it is sent, such as `watch-time`.

    friend auto members(const KnownName& self) { return std::tie(self.name); }
    /// The name as it is sent.
    friend std::string_view to_string(KnownName known) noexcept { return known.name; }
    /// Writes the name as it is sent.
    friend std::ostream& operator<<(std::ostream& stream, KnownName known) { return stream << known.name; }
};

/// One of the names in Names, which is a base so that they are in scope, or another that the service has. A name of
/// another kind does not compile.
template <class Names>
class ServiceName : public Names {
  public:
    /// No name, which no request can be sent with.
    ServiceName() = default;
    /// A name that this library knows.
    ServiceName(KnownName<Names> known) : name_{known.name} {}
    /// Any name, such as one that the service added after this library was made. A request that has an empty one, `.`,
    /// `..`, or one with control characters is refused before it is sent.
    [[nodiscard]] static ServiceName from_name(std::string_view name) {
        ServiceName made;
        made.name_ = name;
        return made;
    }

    /// The name as it is sent, such as `watch-time`; empty if there is none.
    [[nodiscard]] const std::string& name() const noexcept { return name_; }

    /// The same as name().
    friend const std::string& to_string(const ServiceName& self) noexcept { return self.name_; }
    /// Writes name().
    friend std::ostream& operator<<(std::ostream& stream, const ServiceName& self) { return stream << self.name_; }
    /// Whether both are the same name.
    friend bool operator==(const ServiceName& a, const ServiceName& b) noexcept { return a.name_ == b.name_; }
    /// Whether they are different names.
    friend bool operator!=(const ServiceName& a, const ServiceName& b) noexcept { return !(a == b); }

  private:
    std::string name_{};
};

/// The names of AggregatedMetric.
struct AggregatedMetricNames {
    using Known = KnownName<AggregatedMetricNames>;             ///< The type of the names.
    static constexpr Known play{"play"};                        ///< Plays. Goes with `count`, `rate`, `total`.
    static constexpr Known start{"start"};                      ///< Starts of playback. Goes with `count`.
    static constexpr Known end{"end"};                          ///< Views to the very end. Goes with `count`.
    static constexpr Known impression{"impression"};            ///< Players ready to play. Goes with `count`.
    static constexpr Known impression_time{"impression-time"};  ///< Milliseconds to the first frame: `average`, `sum`.
    static constexpr Known watch_time{"watch-time"};            ///< Seconds watched. Goes with `average`, `sum`.
    static constexpr Known ccv{"ccv"};                          ///< Concurrent viewers. Goes with `peak`, `live`.
    static constexpr Known view{"view"};                        ///< Viewers that watched for the view duration.
};
/// What AnalyticsApi::get_aggregated_metrics() measures.
using AggregatedMetric = ServiceName<AggregatedMetricNames>;
/// The names of Aggregation.
struct AggregationNames {
    using Known = KnownName<AggregationNames>;  ///< The type of the names.
    static constexpr Known count{"count"};      ///< The number of events.
    static constexpr Known rate{"rate"};        ///< Plays divided by impressions.
    static constexpr Known total{"total"};      ///< Plays of all time: the period is ignored.
    static constexpr Known average{"average"};  ///< The mean.
    static constexpr Known sum{"sum"};          ///< The sum.
    static constexpr Known peak{"peak"};        ///< The highest value in the period.
    static constexpr Known live{"live"};        ///< The highest value of the last 20 seconds.
};
/// How AnalyticsApi::get_aggregated_metrics() makes one number of a metric.
using Aggregation = ServiceName<AggregationNames>;
/// The names of BreakdownMetric.
struct BreakdownMetricNames {
    using Known = KnownName<BreakdownMetricNames>;      ///< The type of the names.
    static constexpr Known play{"play"};                ///< Plays.
    static constexpr Known play_rate{"play-rate"};      ///< Plays divided by impressions.
    static constexpr Known play_total{"play-total"};    ///< Plays of all time. Goes with Breakdown::media_id only.
    static constexpr Known start{"start"};              ///< Starts of playback.
    static constexpr Known end{"end"};                  ///< Views to the very end.
    static constexpr Known impression{"impression"};    ///< Players ready to play.
    static constexpr Known ccv_peak{"ccv-peak"};        ///< The most concurrent viewers.
    static constexpr Known ccv_average{"ccv-average"};  ///< Concurrent viewers on average.
    static constexpr Known view{"view"};                ///< Viewers that watched for the view duration.
};
/// What AnalyticsApi::get_metrics_breakdown() measures.
using BreakdownMetric = ServiceName<BreakdownMetricNames>;
/// The names of Breakdown.
struct BreakdownNames {
    using Known = KnownName<BreakdownNames>;                      ///< The type of the names.
    static constexpr Known media_id{"media-id"};                  ///< By video or live stream.
    static constexpr Known media_type{"media-type"};              ///< Videos and live streams.
    static constexpr Known continent{"continent"};                ///< By code, such as `EU`.
    static constexpr Known country{"country"};                    ///< By code, such as `FR`.
    static constexpr Known device_type{"device-type"};            ///< Such as `computer`.
    static constexpr Known operating_system{"operating-system"};  ///< Such as `mac osx`.
    static constexpr Known browser{"browser"};                    ///< Such as `chrome`.
    static constexpr Known referrer{"referrer"};                  ///< By URL; empty for no referrer.
};
/// What AnalyticsApi::get_metrics_breakdown() breaks a metric down by.
using Breakdown = ServiceName<BreakdownNames>;
/// The names of OverTimeMetric.
struct OverTimeMetricNames {
    using Known = KnownName<OverTimeMetricNames>;       ///< The type of the names.
    static constexpr Known play{"play"};                ///< Plays.
    static constexpr Known play_rate{"play-rate"};      ///< Plays divided by impressions.
    static constexpr Known start{"start"};              ///< Starts of playback.
    static constexpr Known end{"end"};                  ///< Views to the very end.
    static constexpr Known impression{"impression"};    ///< Players ready to play.
    static constexpr Known ccv_peak{"ccv-peak"};        ///< The most concurrent viewers.
    static constexpr Known ccv_average{"ccv-average"};  ///< Concurrent viewers on average.
    static constexpr Known view{"view"};                ///< Viewers that watched for the view duration.
};
/// What AnalyticsApi::get_metrics_over_time() measures.
using OverTimeMetric = ServiceName<OverTimeMetricNames>;
/// The names of Interval.
struct IntervalNames {
    using Known = KnownName<IntervalNames>;   ///< The type of the names.
    static constexpr Known minute{"minute"};  ///< Only for a period of up to an hour.
    static constexpr Known hour{"hour"};      ///< Hours.
    static constexpr Known day{"day"};        ///< Days in UTC.
};
/// How long the time of one row of AnalyticsApi::get_metrics_over_time() is.
using Interval = ServiceName<IntervalNames>;
/// The names of BreakdownSortBy.
struct BreakdownSortByNames {
    using Known = KnownName<BreakdownSortByNames>;             ///< The type of the names.
    static constexpr Known metric_value{"metricValue"};        ///< By what was measured.
    static constexpr Known dimension_value{"dimensionValue"};  ///< By what the metric is broken down by.
};
/// What the rows of AnalyticsApi::get_metrics_breakdown() are sorted by.
using BreakdownSortBy = ServiceName<BreakdownSortByNames>;
/// The names of OverTimeSortBy.
struct OverTimeSortByNames {
    using Known = KnownName<OverTimeSortByNames>;        ///< The type of the names.
    static constexpr Known metric_value{"metricValue"};  ///< By what was measured.
    static constexpr Known emitted_at{"emittedAt"};      ///< By time.
};
/// What the rows of AnalyticsApi::get_metrics_over_time() are sorted by.
using OverTimeSortBy = ServiceName<OverTimeSortByNames>;
/// The names of SortOrder.
struct SortOrderNames {
    using Known = KnownName<SortOrderNames>;  ///< The type of the names.
    static constexpr Known asc{"asc"};        ///< A to Z, 0 to 9.
    static constexpr Known desc{"desc"};      ///< Z to A, 9 to 0.
};
/// In which order rows are sorted.
using SortOrder = ServiceName<SortOrderNames>;
/// The names of ViewDuration.
struct ViewDurationNames {
    using Known = KnownName<ViewDurationNames>;  ///< The type of the names.
    static constexpr Known seconds_3{"3s"};      ///< 3 seconds.
    static constexpr Known seconds_5{"5s"};      ///< 5 seconds.
    static constexpr Known seconds_10{"10s"};    ///< 10 seconds.
    static constexpr Known seconds_30{"30s"};    ///< 30 seconds.
};
/// How long somebody must have watched to count as a view.
using ViewDuration = ServiceName<ViewDurationNames>;
/// The names of MediaType.
struct MediaTypeNames {
    using Known = KnownName<MediaTypeNames>;            ///< The type of the names.
    static constexpr Known video{"video"};              ///< Videos.
    static constexpr Known live_stream{"live-stream"};  ///< Live streams.
};
/// Videos or live streams.
using MediaType = ServiceName<MediaTypeNames>;

}  // namespace apivideo
