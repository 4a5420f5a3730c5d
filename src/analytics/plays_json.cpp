// SPDX-License-Identifier: MIT
// The body of a plays response, from JSON to structs in one pass.
#include "analytics/plays_json.hpp"

#include "analytics/decoding.hpp"
#include "analytics/plays_fields.hpp"

namespace apivideo::detail {

AnalyticsPlaysResponse decode_plays(HttpResponse&& response) { return decode(std::move(response), plays_fields); }

}  // namespace apivideo::detail
