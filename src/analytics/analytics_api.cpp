// SPDX-License-Identifier: MIT
// The calls: request, exchange, answer.
#include <apivideo/analytics/analytics_api.hpp>

#include <apivideo/authenticated_api_client.hpp>
#include <apivideo/errors.hpp>

#include "analytics/decoding.hpp"
#include "analytics/metrics_json.hpp"
#include "analytics/metrics_query.hpp"
#include "analytics/page_walk.hpp"
#include "analytics/parameters.hpp"
#include "analytics/plays_json.hpp"
#include "analytics/plays_query.hpp"
#include "call/call_context.hpp"
#include "errors/error_mapping.hpp"
#include "errors/not_null.hpp"
#include "http/url.hpp"

#include <algorithm>
#include <chrono>
#include <system_error>
#include <type_traits>
#include <utility>

namespace apivideo {
namespace {

/// The response of status 200 to a GET of @p url.
HttpResponse exchange(HttpTransport& transport, std::string url, const CallContext& context, const char* removed_call) {
    HttpRequest request;
    request.url = std::move(url);
    detail::check_still_wanted(context, std::chrono::steady_clock::now(), "before sending the request");
    HttpResponse response = transport.send(request, context);
    if (response.status != 200) detail::throw_error(std::move(response), removed_call);
    return response;
}

// The members of the response to each request.
constexpr const auto& response_fields(const VideosPlaysRequest&) { return detail::plays_fields; }
constexpr const auto& response_fields(const LiveStreamsPlaysRequest&) { return detail::plays_fields; }
constexpr const auto& response_fields(const AggregatedMetricsRequest&) { return detail::aggregated_metrics_fields; }
constexpr const auto& response_fields(const MetricsBreakdownRequest&) { return detail::breakdown_fields; }
constexpr const auto& response_fields(const MetricsOverTimeRequest&) { return detail::over_time_fields; }

/// What a request went to if the service does not know the URL.
template <class Plays, class Dimension = decltype(Plays::dimension)>
const char* removed_call(const Plays* request) {
    return request->dimension == Dimension::emitted_at
               ? "a call that the service has removed, use get_metrics_over_time() instead"
               : "a call that the service has removed, use get_metrics_breakdown() instead";
}
const char* removed_call(const void*) { return ""; }

template <class Request>
auto fetch(HttpTransport& transport, const std::string& base_url, const Request& request, const CallContext& context) {
    return detail::decode(exchange(transport, base_url + detail::target(request), context, removed_call(&request)),
                          response_fields(request));
}

template <class Request>
using Response = decltype(fetch(std::declval<HttpTransport&>(), std::string{}, std::declval<Request>(), CallContext{}));

template <class Request>
std::future<Response<Request>> fetch_async(std::shared_ptr<HttpTransport> transport, std::string base_url,
                                           std::chrono::milliseconds timeout, Request request, CallOptions options) {
    // Every exception comes through the future, but the time counts from here.
    auto call = [transport = std::move(transport), base_url = std::move(base_url), timeout,
                 request = std::move(request), options = std::move(options), begin = std::chrono::steady_clock::now()] {
        return fetch(*transport, base_url, request, detail::call_context(options, timeout, begin));
    };
    try {
        return std::async(std::launch::async, std::move(call));
    } catch (const std::system_error& e) {
        throw TransportException{TransportFailure::other, std::string{"no thread could be started: "} + e.what()};
    }
}

/// Ends a period that has no end now, rounded down to what the service certainly takes for the past.
template <class Request>
void fix_end(Request& request) {
    if constexpr (std::is_same_v<decltype(request.to), std::optional<date::sys_seconds>>) {
        const auto now = date::floor<std::chrono::seconds>(std::chrono::system_clock::now());
        if (!request.to) request.to = std::max(now, request.from.value_or(now));
    }
}

template <class Request>
RowRange<Response<Request>> list(std::shared_ptr<HttpTransport> transport, std::string base_url, Request request,
                                 const ListOptions& options, std::chrono::milliseconds client_timeout) {
    (void)detail::target(request);  // a bad request throws before the range is made
    detail::check_list_options(options);
    if (!request.page_size) request.page_size = detail::max_page_size;
    const std::int64_t first_page = request.current_page.value_or(1);
    const std::int64_t page_size = *request.page_size;
    const std::chrono::milliseconds timeout = options.call.timeout.value_or(client_timeout);
    auto fetch_page = [transport = std::move(transport), base_url = std::move(base_url), request = std::move(request),
                       timeout](std::int64_t number, const CancellationToken& cancellation) mutable {
        fix_end(request);  // changes it for the first page only, which no other is fetched at the same time as
        Request page_request = request;
        page_request.current_page = number;
        return fetch(*transport, base_url, page_request, detail::call_context(CallOptions{{}, cancellation}, timeout));
    };
    return RowRange<Response<Request>>{
        std::make_shared<detail::PageWalk<Response<Request>>>(std::move(fetch_page), first_page, page_size, options)};
}

}  // namespace

template class detail::PageWalk<AnalyticsPlaysResponse>;
template class detail::PageWalk<MetricsBreakdownResponse>;
template class detail::PageWalk<MetricsOverTimeResponse>;

AnalyticsApi::AnalyticsApi(const AuthenticatedApiClient& client)
    : transport_{client.transport()}, base_url_{client.base_url()}, timeout_{client.timeout()} {}

AnalyticsApi::AnalyticsApi(std::shared_ptr<HttpTransport> transport, const std::string& base_url,
                           std::chrono::milliseconds timeout)
    : transport_{std::move(transport)}, base_url_{detail::normalized_base_url(base_url)}, timeout_{timeout} {
    if (!transport_) throw InvalidRequestException{"transport", "is null"};
    detail::check_timeout(timeout);
}

AnalyticsApi::AnalyticsApi(std::shared_ptr<HttpTransport> transport, const char* base_url,
                           std::chrono::milliseconds timeout)
    : AnalyticsApi{std::move(transport), detail::not_null("base_url", base_url), timeout} {}

AnalyticsPlaysResponse AnalyticsApi::get_videos_plays(const VideosPlaysRequest& request,
                                                      const CallOptions& options) const {
    return fetch(*transport_, base_url_, request, detail::call_context(options, timeout_));
}

AnalyticsPlaysResponse AnalyticsApi::get_live_streams_plays(const LiveStreamsPlaysRequest& request,
                                                            const CallOptions& options) const {
    return fetch(*transport_, base_url_, request, detail::call_context(options, timeout_));
}

std::future<AnalyticsPlaysResponse> AnalyticsApi::get_videos_plays_async(VideosPlaysRequest request,
                                                                         CallOptions options) const {
    return fetch_async(transport_, base_url_, timeout_, std::move(request), std::move(options));
}

std::future<AnalyticsPlaysResponse> AnalyticsApi::get_live_streams_plays_async(LiveStreamsPlaysRequest request,
                                                                               CallOptions options) const {
    return fetch_async(transport_, base_url_, timeout_, std::move(request), std::move(options));
}

RowRange<AnalyticsPlaysResponse> AnalyticsApi::list_videos_plays(VideosPlaysRequest request,
                                                                 const ListOptions& options) const {
    return list(transport_, base_url_, std::move(request), options, timeout_);
}

RowRange<AnalyticsPlaysResponse> AnalyticsApi::list_live_streams_plays(LiveStreamsPlaysRequest request,
                                                                       const ListOptions& options) const {
    return list(transport_, base_url_, std::move(request), options, timeout_);
}

AggregatedMetricsResponse AnalyticsApi::get_aggregated_metrics(const AggregatedMetricsRequest& request,
                                                               const CallOptions& options) const {
    return fetch(*transport_, base_url_, request, detail::call_context(options, timeout_));
}

MetricsBreakdownResponse AnalyticsApi::get_metrics_breakdown(const MetricsBreakdownRequest& request,
                                                             const CallOptions& options) const {
    return fetch(*transport_, base_url_, request, detail::call_context(options, timeout_));
}

MetricsOverTimeResponse AnalyticsApi::get_metrics_over_time(const MetricsOverTimeRequest& request,
                                                            const CallOptions& options) const {
    return fetch(*transport_, base_url_, request, detail::call_context(options, timeout_));
}

std::future<AggregatedMetricsResponse> AnalyticsApi::get_aggregated_metrics_async(AggregatedMetricsRequest request,
                                                                                  CallOptions options) const {
    return fetch_async(transport_, base_url_, timeout_, std::move(request), std::move(options));
}

std::future<MetricsBreakdownResponse> AnalyticsApi::get_metrics_breakdown_async(MetricsBreakdownRequest request,
                                                                                CallOptions options) const {
    return fetch_async(transport_, base_url_, timeout_, std::move(request), std::move(options));
}

std::future<MetricsOverTimeResponse> AnalyticsApi::get_metrics_over_time_async(MetricsOverTimeRequest request,
                                                                               CallOptions options) const {
    return fetch_async(transport_, base_url_, timeout_, std::move(request), std::move(options));
}

RowRange<MetricsBreakdownResponse> AnalyticsApi::list_metrics_breakdown(MetricsBreakdownRequest request,
                                                                        const ListOptions& options) const {
    return list(transport_, base_url_, std::move(request), options, timeout_);
}

RowRange<MetricsOverTimeResponse> AnalyticsApi::list_metrics_over_time(MetricsOverTimeRequest request,
                                                                       const ListOptions& options) const {
    return list(transport_, base_url_, std::move(request), options, timeout_);
}

}  // namespace apivideo
