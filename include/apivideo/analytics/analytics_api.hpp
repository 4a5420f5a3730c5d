// SPDX-License-Identifier: MIT
/// @file
/// @brief The calls: how often videos and live streams were played and watched.
#pragma once

#include <apivideo/analytics/metrics_request.hpp>
#include <apivideo/analytics/metrics_response.hpp>
#include <apivideo/analytics/page_range.hpp>
#include <apivideo/analytics/plays_request.hpp>
#include <apivideo/analytics/plays_response.hpp>
#include <apivideo/call_options.hpp>
#include <apivideo/export.hpp>
#include <apivideo/http/http_transport.hpp>

#include <chrono>
#include <future>
#include <memory>
#include <string>

namespace apivideo {

class AuthenticatedApiClient;

/// The service's Analytics API.
///
/// Cheap to copy; copies share the client's state. Safe to use from many threads.
///
/// Each call throws InvalidRequestException if the request cannot be sent, TransportException if there is no complete
/// response, ApiException or a class derived from it if the service answers with an error, and
/// UnexpectedResponseException if the response is not what the service documents.
class APIVIDEO_EXPORT AnalyticsApi {
  public:
    /// Calls with the options of @p client, which may be destroyed before this.
    explicit AnalyticsApi(const AuthenticatedApiClient& client);

    /// Calls through @p transport as it is, without authentication or retries of its own.
    /// @param transport sends the requests.
    /// @param base_url where the service is: `http` or `https`; a path prefix is kept.
    /// @param timeout time limit of a call that sets none. Must be positive.
    /// @throws InvalidRequestException if @p transport is null, or @p base_url or @p timeout cannot be used.
    AnalyticsApi(std::shared_ptr<HttpTransport> transport, const std::string& base_url,
                 std::chrono::milliseconds timeout = default_timeout);
    /// The same; a null @p base_url, which `std::getenv` returns for an unset variable, is an InvalidRequestException.
    AnalyticsApi(std::shared_ptr<HttpTransport> transport, const char* base_url,
                 std::chrono::milliseconds timeout = default_timeout);

    /// One page of the plays of videos: `GET /analytics/videos/plays`.
    /// @param request what to ask.
    /// @param options timeout and cancellation of this call.
    /// @throws Exception as described for the class.
    [[nodiscard]] AnalyticsPlaysResponse get_videos_plays(const VideosPlaysRequest& request,
                                                          const CallOptions& options = {}) const;
    /// One page of the plays of live streams: `GET /analytics/live-streams/plays`.
    /// @copydetails get_videos_plays
    [[nodiscard]] AnalyticsPlaysResponse get_live_streams_plays(const LiveStreamsPlaysRequest& request,
                                                                const CallOptions& options = {}) const;

    /// get_videos_plays() in a thread of its own. The future has its result, or throws its exception. Destroying the
    /// future blocks until the call ends: cancel the call first if that matters.
    /// @param request what to ask; the call has a copy.
    /// @param options timeout and cancellation of this call; the time counts from now.
    /// @throws TransportException of TransportFailure::other if no thread can be started.
    [[nodiscard]] std::future<AnalyticsPlaysResponse> get_videos_plays_async(VideosPlaysRequest request,
                                                                             CallOptions options = {}) const;
    /// get_live_streams_plays() in a thread of its own, as get_videos_plays_async().
    /// @copydetails get_videos_plays_async
    [[nodiscard]] std::future<AnalyticsPlaysResponse> get_live_streams_plays_async(LiveStreamsPlaysRequest request,
                                                                                   CallOptions options = {}) const;

    /// Every row of the plays of videos, page after page from the request's `current_page` or the first. Asks for 100
    /// rows a page if the request sets no `page_size`. Nothing is sent before begin().
    /// @param request what to ask; the range has a copy.
    /// @param options pages in parallel and in total; timeout of each page; cancellation.
    /// @return the range; `.pages()` walks page by page.
    /// @throws InvalidRequestException if the request or an option cannot be used.
    [[nodiscard]] RowRange<AnalyticsPlaysResponse> list_videos_plays(VideosPlaysRequest request,
                                                                     const ListOptions& options = {}) const;
    /// Every row of the plays of live streams, as list_videos_plays().
    /// @copydetails list_videos_plays
    [[nodiscard]] RowRange<AnalyticsPlaysResponse> list_live_streams_plays(LiveStreamsPlaysRequest request,
                                                                           const ListOptions& options = {}) const;

    /// One number: `GET /data/metrics/{metric}/{aggregation}`.
    /// @copydetails get_videos_plays
    [[nodiscard]] AggregatedMetricsResponse get_aggregated_metrics(const AggregatedMetricsRequest& request,
                                                                   const CallOptions& options = {}) const;
    /// One page of a metric by country, device, ...: `GET /data/buckets/{metric}/{breakdown}`.
    /// @copydetails get_videos_plays
    [[nodiscard]] MetricsBreakdownResponse get_metrics_breakdown(const MetricsBreakdownRequest& request,
                                                                 const CallOptions& options = {}) const;
    /// One page of a metric over time: `GET /data/timeseries/{metric}`.
    /// @copydetails get_videos_plays
    [[nodiscard]] MetricsOverTimeResponse get_metrics_over_time(const MetricsOverTimeRequest& request,
                                                                const CallOptions& options = {}) const;

    /// get_aggregated_metrics() in a thread of its own, as get_videos_plays_async().
    [[nodiscard]] std::future<AggregatedMetricsResponse> get_aggregated_metrics_async(AggregatedMetricsRequest request,
                                                                                      CallOptions options = {}) const;
    /// get_metrics_breakdown() in a thread of its own, as get_videos_plays_async().
    [[nodiscard]] std::future<MetricsBreakdownResponse> get_metrics_breakdown_async(MetricsBreakdownRequest request,
                                                                                    CallOptions options = {}) const;
    /// get_metrics_over_time() in a thread of its own, as get_videos_plays_async().
    [[nodiscard]] std::future<MetricsOverTimeResponse> get_metrics_over_time_async(MetricsOverTimeRequest request,
                                                                                   CallOptions options = {}) const;

    /// Every row of a breakdown, as list_videos_plays(). If the request sets no `to`, the period of all pages ends when
    /// the first one is fetched, by the clock of this machine.
    /// @copydetails list_videos_plays
    [[nodiscard]] RowRange<MetricsBreakdownResponse> list_metrics_breakdown(MetricsBreakdownRequest request,
                                                                            const ListOptions& options = {}) const;
    /// Every row over time, as list_metrics_breakdown().
    [[nodiscard]] RowRange<MetricsOverTimeResponse> list_metrics_over_time(MetricsOverTimeRequest request,
                                                                           const ListOptions& options = {}) const;

  private:
    std::shared_ptr<HttpTransport> transport_;
    std::string base_url_;
    std::chrono::milliseconds timeout_;
};

}  // namespace apivideo
