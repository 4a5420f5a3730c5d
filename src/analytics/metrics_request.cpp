// SPDX-License-Identifier: MIT
// From a plays request to the /data request that asks the same.
#include <apivideo/analytics/metrics_request.hpp>

#include <apivideo/errors.hpp>

#include "analytics/plays_query.hpp"

#include <chrono>
#include <string>

namespace apivideo {
namespace {

KnownName<MediaTypeNames> media_type(const VideosPlaysRequest&) { return MediaType::video; }
KnownName<MediaTypeNames> media_type(const LiveStreamsPlaysRequest&) { return MediaType::live_stream; }

/// Fills what both requests have. What @p plays asks has been checked.
template <class Request, class Plays>
Request request_of(Request request, const Plays& plays, std::optional<date::sys_days> today) {
    request.from = date::sys_days{plays.from};
    if (!today) today = date::floor<date::days>(std::chrono::system_clock::now());
    request.to = plays.to ? date::sys_days{*plays.to} : *today;
    request.filter_by.media_type = media_type(plays);
    if (plays.filter) request.filter_by.media_id = {plays.filter->value};
    request.current_page = plays.current_page;
    request.page_size = plays.page_size;
    return request;
}

template <class Dimension>
KnownName<BreakdownNames> breakdown_of(Dimension dimension) {
    if (dimension == Dimension::emitted_at)
        throw InvalidRequestException{"dimension", "is emittedAt, for which over_time_request() makes the request"};
    if (dimension == Dimension::country) return Breakdown::country;
    if (dimension == Dimension::device_type) return Breakdown::device_type;
    if (dimension == Dimension::operating_system) return Breakdown::operating_system;
    if (dimension == Dimension::browser) return Breakdown::browser;
    return Breakdown::media_id;
}

template <class Plays>
MetricsBreakdownRequest breakdown_request_of(const Plays& plays, std::optional<date::sys_days> today) {
    (void)detail::target(plays);
    return request_of(MetricsBreakdownRequest{BreakdownMetric::play, breakdown_of(plays.dimension)}, plays, today);
}

template <class Plays>
MetricsOverTimeRequest over_time_request_of(const Plays& plays, std::optional<date::sys_days> today) {
    (void)detail::target(plays);
    if (plays.dimension != decltype(plays.dimension)::emitted_at)
        throw InvalidRequestException{"dimension", "is " + std::string{to_string(plays.dimension)} +
                                                       ", for which breakdown_request() makes the request"};
    MetricsOverTimeRequest request = request_of(MetricsOverTimeRequest{OverTimeMetric::play}, plays, today);
    // As the plays calls chose it.
    request.interval = *request.to - *request.from <= date::days{2} ? Interval::hour : Interval::day;
    return request;
}

}  // namespace

MetricsBreakdownRequest breakdown_request(const VideosPlaysRequest& plays, std::optional<date::sys_days> today) {
    return breakdown_request_of(plays, today);
}
MetricsBreakdownRequest breakdown_request(const LiveStreamsPlaysRequest& plays, std::optional<date::sys_days> today) {
    return breakdown_request_of(plays, today);
}
MetricsOverTimeRequest over_time_request(const VideosPlaysRequest& plays, std::optional<date::sys_days> today) {
    return over_time_request_of(plays, today);
}
MetricsOverTimeRequest over_time_request(const LiveStreamsPlaysRequest& plays, std::optional<date::sys_days> today) {
    return over_time_request_of(plays, today);
}

}  // namespace apivideo
