// SPDX-License-Identifier: MIT
/// @file
/// @brief The calls: how often videos and live streams were played.
#pragma once

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
/// Cheap to copy; copies share the client's state, and the client may go first. Safe to use from many threads.
///
/// Every call throws InvalidRequestException where the request cannot be sent, TransportException where there is no
/// complete answer, ApiException or one derived from it where the service answers with an error, and
/// UnexpectedResponseException where the answer is not what the service documents.
class APIVIDEO_EXPORT AnalyticsApi {
  public:
    /// Calls with what @p client has. The client may be destroyed before this.
    explicit AnalyticsApi(const AuthenticatedApiClient& client);

    /// Calls through @p transport as it is: what it does not add, such as authentication or retries, is not there.
    /// @param transport sends the requests.
    /// @param base_url where the service is: `http` or `https`, a path prefix is kept.
    /// @param timeout the time that a call may take unless it sets its own. Must be positive.
    /// @throws InvalidRequestException where @p transport is null, or @p base_url or @p timeout cannot be used.
    AnalyticsApi(std::shared_ptr<HttpTransport> transport, const std::string& base_url,
                 std::chrono::milliseconds timeout = std::chrono::seconds{60});
    /// The same for a URL from `std::getenv`, which gives a null pointer for a variable that is not set.
    /// @param transport sends the requests.
    /// @param base_url where the service is: `http` or `https`, a path prefix is kept.
    /// @param timeout the time that a call may take unless it sets its own. Must be positive.
    /// @throws InvalidRequestException where @p transport or @p base_url is null, or @p base_url or @p timeout cannot
    /// be used.
    AnalyticsApi(std::shared_ptr<HttpTransport> transport, const char* base_url,
                 std::chrono::milliseconds timeout = std::chrono::seconds{60});

    /// One page of the plays of videos: `GET /analytics/videos/plays`.
    /// @param request what to ask.
    /// @param options timeout and cancellation of this call.
    /// @return the page.
    /// @throws Exception as the class says.
    [[nodiscard]] AnalyticsPlaysResponse get_videos_plays(const VideosPlaysRequest& request,
                                                          const CallOptions& options = {}) const;

    /// One page of the plays of live streams: `GET /analytics/live-streams/plays`.
    /// @param request what to ask.
    /// @param options timeout and cancellation of this call.
    /// @return the page.
    /// @throws Exception as the class says.
    [[nodiscard]] AnalyticsPlaysResponse get_live_streams_plays(const LiveStreamsPlaysRequest& request,
                                                                const CallOptions& options = {}) const;

    /// get_videos_plays() in a thread of its own. The future gives its result or throws what it throws; a future that
    /// is dropped waits for the call to end, so cancel it first where that matters.
    /// @param request what to ask; the call has a copy.
    /// @param options timeout and cancellation of this call; the time counts from now.
    /// @return the page, in time.
    /// @throws TransportException of TransportFailure::other where no thread can be started.
    [[nodiscard]] std::future<AnalyticsPlaysResponse> get_videos_plays_async(VideosPlaysRequest request,
                                                                             CallOptions options = {}) const;

    /// get_live_streams_plays() in a thread of its own. The future gives its result or throws what it throws; a future
    /// that is dropped waits for the call to end, so cancel it first where that matters.
    /// @param request what to ask; the call has a copy.
    /// @param options timeout and cancellation of this call; the time counts from now.
    /// @return the page, in time.
    /// @throws TransportException of TransportFailure::other where no thread can be started.
    [[nodiscard]] std::future<AnalyticsPlaysResponse> get_live_streams_plays_async(LiveStreamsPlaysRequest request,
                                                                                   CallOptions options = {}) const;

    /// Every row of the plays of videos, page after page from the request's `current_page` or the first. Asks for 100
    /// rows a page where the request sets no `page_size`. Nothing is sent before begin().
    /// @param request what to ask; the range has a copy.
    /// @param options how many pages at once and at most; timeout of each page; cancellation.
    /// @return the range; `.pages()` walks page by page.
    /// @throws InvalidRequestException where the request or an option cannot be used.
    [[nodiscard]] RowRange<AnalyticsPlaysResponse> list_videos_plays(VideosPlaysRequest request,
                                                                     const ListOptions& options = {}) const;

    /// Every row of the plays of live streams, page after page from the request's `current_page` or the first. Asks for
    /// 100 rows a page where the request sets no `page_size`. Nothing is sent before begin().
    /// @param request what to ask; the range has a copy.
    /// @param options how many pages at once and at most; timeout of each page; cancellation.
    /// @return the range; `.pages()` walks page by page.
    /// @throws InvalidRequestException where the request or an option cannot be used.
    [[nodiscard]] RowRange<AnalyticsPlaysResponse> list_live_streams_plays(LiveStreamsPlaysRequest request,
                                                                           const ListOptions& options = {}) const;

  private:
    std::shared_ptr<HttpTransport> transport_;
    std::string base_url_;
    std::chrono::milliseconds timeout_;
};

}  // namespace apivideo
