// SPDX-License-Identifier: MIT
// A plays request, checked and written as path and query.
#pragma once

#include <apivideo/analytics/plays_request.hpp>

#include <string>

namespace apivideo::detail {

/// Path and query of the call, such as `/analytics/videos/plays?from=2023-06-01&dimension=country`.
/// @throws InvalidRequestException if the request cannot be sent; its field() names the member.
[[nodiscard]] std::string plays_target(const VideosPlaysRequest& request);
/// Path and query of the call, such as `/analytics/live-streams/plays?from=2023-06-01&dimension=country`.
/// @throws InvalidRequestException if the request cannot be sent; its field() names the member.
[[nodiscard]] std::string plays_target(const LiveStreamsPlaysRequest& request);

}  // namespace apivideo::detail
