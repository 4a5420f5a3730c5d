// SPDX-License-Identifier: MIT
// A plays request, checked and written as path and query.
#include "analytics/plays_query.hpp"

#include <apivideo/errors.hpp>

#include "analytics/parameters.hpp"
#include "http/query.hpp"

#include <string_view>
#include <utility>

namespace apivideo::detail {
namespace {

template <class Request>
std::string target(std::string_view path, std::string_view id_prefix, const Request& request) {
    Query query{path};
    query.add("from", day("from", request.from));
    query.add("to", day("to", request.to));
    if (request.to && request.from > *request.to) throw InvalidRequestException{"from", "is after `to`"};
    query.add("dimension", to_string(request.dimension));
    if (request.filter) query.add("filter", prefixed_id("filter", id_prefix, request.filter->value));
    query.add("currentPage", count("current_page", request.current_page));
    query.add("pageSize", count("page_size", request.page_size, max_page_size));
    return std::move(query).target();
}

}  // namespace

std::string plays_target(const VideosPlaysRequest& request) {
    return target("/analytics/videos/plays", "videoId:", request);
}

std::string plays_target(const LiveStreamsPlaysRequest& request) {
    return target("/analytics/live-streams/plays", "liveStreamId:", request);
}

}  // namespace apivideo::detail
