// SPDX-License-Identifier: MIT
// A plays request, checked and written as path and query.
#pragma once

#include <apivideo/analytics/plays_request.hpp>

#include "analytics/parameters.hpp"
#include "http/query.hpp"

#include <string>
#include <string_view>
#include <utility>

namespace apivideo::detail {

template <class Request>
[[nodiscard]] std::string plays_target(std::string_view path, std::string_view id_prefix, const Request& request) {
    Query query{path};
    add_period(query, request.from, request.to);
    query.add("dimension", to_string(request.dimension));
    if (request.filter) query.add("filter", prefixed_id("filter", id_prefix, request.filter->value));
    add_page(query, request.current_page, request.page_size);
    return std::move(query).target();
}

/// Such as `/analytics/videos/plays?from=2023-06-01&dimension=country`.
/// @throws InvalidRequestException if the request cannot be sent; its field() names the member.
[[nodiscard]] inline std::string target(const VideosPlaysRequest& request) {
    return plays_target("/analytics/videos/plays", "videoId:", request);
}
/// The same for live streams.
[[nodiscard]] inline std::string target(const LiveStreamsPlaysRequest& request) {
    return plays_target("/analytics/live-streams/plays", "liveStreamId:", request);
}

}  // namespace apivideo::detail
