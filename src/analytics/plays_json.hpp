// SPDX-License-Identifier: MIT
// A plays response: the members of its body.
#pragma once

#include <apivideo/analytics/plays_response.hpp>

#include "analytics/page_fields.hpp"
#include "json/fields.hpp"

namespace apivideo::detail {

inline constexpr auto plays_row_fields =
    json::table(json::required<&AnalyticsData::value>("value"), json::required<&AnalyticsData::plays>("plays"));

inline constexpr auto plays_fields =
    json::table(json::required<&AnalyticsPlaysResponse::data>("data", plays_row_fields),
                json::optional<&AnalyticsPlaysResponse::pagination>("pagination", pagination_fields));

}  // namespace apivideo::detail
