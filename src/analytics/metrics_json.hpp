// SPDX-License-Identifier: MIT
// The responses of the /data calls: the members of their bodies.
#pragma once

#include <apivideo/analytics/metrics_response.hpp>

#include "analytics/page_fields.hpp"
#include "json/fields.hpp"

namespace apivideo::detail {

inline constexpr auto timeframe_fields =
    json::table(json::lenient<&MetricsTimeframe::from>("from"), json::lenient<&MetricsTimeframe::to>("to"));

inline constexpr auto context_fields = json::table(
    json::lenient<&MetricsContext::metric>("metric"), json::lenient<&MetricsContext::aggregation>("aggregation"),
    json::lenient<&MetricsContext::breakdown>("breakdown"), json::lenient<&MetricsContext::interval>("interval"),
    json::lenient<&MetricsContext::timeframe>("timeframe", timeframe_fields));

inline constexpr auto aggregated_metrics_fields =
    json::table(json::lenient<&AggregatedMetricsResponse::context>("context", context_fields),
                json::optional<&AggregatedMetricsResponse::data>("data"));

inline constexpr auto breakdown_row_fields =
    json::table(json::optional<&BreakdownData::dimension_value>("dimensionValue"),
                json::optional<&BreakdownData::metric_value>("metricValue"));

inline constexpr auto breakdown_fields =
    json::table(json::lenient<&MetricsBreakdownResponse::context>("context", context_fields),
                json::required<&MetricsBreakdownResponse::data>("data", breakdown_row_fields),
                json::optional<&MetricsBreakdownResponse::pagination>("pagination", pagination_fields));

inline constexpr auto over_time_row_fields = json::table(json::optional<&OverTimeData::emitted_at>("emittedAt"),
                                                         json::optional<&OverTimeData::metric_value>("metricValue"));

inline constexpr auto over_time_fields =
    json::table(json::lenient<&MetricsOverTimeResponse::context>("context", context_fields),
                json::required<&MetricsOverTimeResponse::data>("data", over_time_row_fields),
                json::optional<&MetricsOverTimeResponse::pagination>("pagination", pagination_fields));

}  // namespace apivideo::detail
