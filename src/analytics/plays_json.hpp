// SPDX-License-Identifier: MIT
// A plays response: the members of its body, and its decoder.
#pragma once

#include <apivideo/analytics/plays_response.hpp>

#include "analytics/decoding.hpp"
#include "analytics/page_fields.hpp"
#include "json/fields.hpp"

#include <utility>

namespace apivideo::detail {

inline constexpr auto plays_row_fields =
    json::table(json::required<&AnalyticsData::value>("value"), json::required<&AnalyticsData::plays>("plays"));

inline constexpr auto plays_fields =
    json::table(json::required<&AnalyticsPlaysResponse::data>("data", plays_row_fields),
                json::optional<&AnalyticsPlaysResponse::pagination>("pagination", pagination_fields));

/// Decodes a response of status 200, which becomes the result's `http`.
/// @throws UnexpectedResponseException if the body is not what the service documents.
[[nodiscard]] inline AnalyticsPlaysResponse decode_plays(HttpResponse&& response) {
    return decode(std::move(response), plays_fields);
}

}  // namespace apivideo::detail
