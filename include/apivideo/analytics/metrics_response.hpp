// SPDX-License-Identifier: MIT
/// @file
/// @brief The responses of the /data calls.
#pragma once

#include <apivideo/analytics/pagination.hpp>
#include <apivideo/detail/equality.hpp>
#include <apivideo/export.hpp>
#include <apivideo/http/http_transport.hpp>
#include <apivideo/rate_limit.hpp>

#include <date/date.h>

#include <chrono>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace apivideo {

/// A period as the service wrote it, which is not always a well-formed time.
struct MetricsTimeframe {
    std::optional<std::string> from{};  ///< `from`: its begin.
    std::optional<std::string> to{};    ///< `to`: its end.

    friend auto members(const MetricsTimeframe& self) { return std::tie(self.from, self.to); }
};

/// What the service says it measured. Not compared with the request: its names are other ones, such as `view-10` for
/// `view` with 10 seconds. A member that the response lacks, or has as another type, is unset.
struct MetricsContext {
    std::optional<std::string> metric{};       ///< `metric`.
    std::optional<std::string> aggregation{};  ///< `aggregation`, of get_aggregated_metrics().
    std::optional<std::string> breakdown{};    ///< `breakdown`, of get_metrics_breakdown().
    std::optional<std::string> interval{};     ///< `interval`, of get_metrics_over_time().
    MetricsTimeframe timeframe{};              ///< `timeframe`: the period.

    friend auto members(const MetricsContext& self) {
        return std::tie(self.metric, self.aggregation, self.breakdown, self.interval, self.timeframe);
    }
};

/// One number. The service's `AnalyticsAggregatedMetricsResponse`.
struct APIVIDEO_EXPORT AggregatedMetricsResponse {
    MetricsContext context{};      ///< `context`: what was measured.
    std::optional<double> data{};  ///< `data`: the number, which is finite. Unset: there is no value, which is not 0.
    RateLimit rate_limit{};        ///< The rate limit headers.
    HttpResponse http{};           ///< The whole response as received: status, headers, body.
};

/// One row of a breakdown.
struct BreakdownData {
    std::string dimension_value{};  ///< `dimensionValue`: an id, a country, ...; empty for no referrer.
    std::optional<double>
        metric_value{};  ///< `metricValue`, which is finite. Unset: there is no value, which is not 0.

    friend auto members(const BreakdownData& self) { return std::tie(self.dimension_value, self.metric_value); }
};

/// One page of a breakdown. The service's `AnalyticsMetricsBreakdownResponse`.
// Exported, because the visibility of its PageWalk depends on it.
struct APIVIDEO_EXPORT MetricsBreakdownResponse {
    MetricsContext context{};           ///< `context`: what was measured.
    std::vector<BreakdownData> data{};  ///< `data`: the rows of this page.
    Pagination pagination{};            ///< `pagination`: where this page is among the others.
    RateLimit rate_limit{};             ///< The rate limit headers.
    HttpResponse http{};                ///< The whole response as received: status, headers, body.
};

/// One row over time.
struct OverTimeData {
    std::string emitted_at{};  ///< `emittedAt` as the service wrote it; the function emitted_at() reads it.
    std::optional<double>
        metric_value{};  ///< `metricValue`, which is finite. Unset: there is no value, which is not 0.

    friend auto members(const OverTimeData& self) { return std::tie(self.emitted_at, self.metric_value); }
};

/// The time of a row, in UTC; it may lie within its interval, not at the beginning.
/// @param row a row whose `emitted_at` is like `2024-05-29T07:00:00+00:00`; fractions finer than a millisecond are cut
/// off.
/// @return unset if that is no time.
[[nodiscard]] APIVIDEO_EXPORT std::optional<date::sys_time<std::chrono::milliseconds>> emitted_at(
    const OverTimeData& row);

/// One page over time. The service's `AnalyticsMetricsOverTimeResponse`.
struct APIVIDEO_EXPORT MetricsOverTimeResponse {
    MetricsContext context{};          ///< `context`: what was measured.
    std::vector<OverTimeData> data{};  ///< `data`: the rows of this page.
    Pagination pagination{};           ///< `pagination`: where this page is among the others.
    RateLimit rate_limit{};            ///< The rate limit headers.
    HttpResponse http{};               ///< The whole response as received: status, headers, body.
};

}  // namespace apivideo
