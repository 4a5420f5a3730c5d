// SPDX-License-Identifier: MIT
// What apivideo/analytics/json.hpp needs of the library.
#include <apivideo/analytics/json.hpp>

#include "analytics/metrics_json.hpp"
#include "analytics/plays_json.hpp"
#include "errors/problem_json.hpp"
#include "json/parser.hpp"
#include "json/reader.hpp"

#include <optional>

namespace apivideo::detail::json {

Fields fields_of(const AnalyticsData&) noexcept { return plays_row_fields.fields(); }
Fields fields_of(const PaginationLink&) noexcept { return link_fields.fields(); }
Fields fields_of(const Pagination&) noexcept { return pagination_fields.fields(); }
Fields fields_of(const AnalyticsPlaysResponse&) noexcept { return plays_fields.fields(); }
Fields fields_of(const MetricsTimeframe&) noexcept { return timeframe_fields.fields(); }
Fields fields_of(const MetricsContext&) noexcept { return context_fields.fields(); }
Fields fields_of(const AggregatedMetricsResponse&) noexcept { return aggregated_metrics_fields.fields(); }
Fields fields_of(const BreakdownData&) noexcept { return breakdown_row_fields.fields(); }
Fields fields_of(const MetricsBreakdownResponse&) noexcept { return breakdown_fields.fields(); }
Fields fields_of(const OverTimeData&) noexcept { return over_time_row_fields.fields(); }
Fields fields_of(const MetricsOverTimeResponse&) noexcept { return over_time_fields.fields(); }
Fields fields_of(const AnalyticsPlays400Error&) noexcept { return bad_request_fields.fields(); }
Fields fields_of(const Model403ErrorSchema&) noexcept { return forbidden_fields.fields(); }
Fields fields_of(const NotFound&) noexcept { return not_found_fields.fields(); }
Fields fields_of(const TooManyRequests&) noexcept { return too_many_requests_fields.fields(); }
Fields fields_of(const Problem&) noexcept { return problem_fields.fields(); }

int depth_limit() noexcept { return max_depth; }

std::string read_text(std::string_view text, Fields fields, void* object) {
    const std::optional<Fault> fault = read(text, fields, object);
    return fault ? fault->where + ": " + fault->message : std::string{};
}

}  // namespace apivideo::detail::json
