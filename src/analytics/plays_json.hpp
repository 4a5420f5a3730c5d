// SPDX-License-Identifier: MIT
// The body of a plays response, from JSON to structs in one pass.
#pragma once

#include <apivideo/analytics/plays_response.hpp>
#include <apivideo/http/http_transport.hpp>

namespace apivideo::detail {

/// Decodes a response of status 200, which becomes the result's `http`.
/// @throws UnexpectedResponseException if the body is not what the service documents.
[[nodiscard]] AnalyticsPlaysResponse decode_plays(HttpResponse&& response);

}  // namespace apivideo::detail
