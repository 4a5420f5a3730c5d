// SPDX-License-Identifier: MIT
// The calls: request, exchange, answer.
#include <apivideo/analytics/analytics_api.hpp>

#include <apivideo/authenticated_api_client.hpp>
#include <apivideo/errors.hpp>

#include "analytics/page_walk.hpp"
#include "analytics/parameters.hpp"
#include "analytics/plays_json.hpp"
#include "analytics/plays_query.hpp"
#include "call/call_context.hpp"
#include "errors/error_mapping.hpp"
#include "errors/not_null.hpp"
#include "http/url.hpp"

#include <chrono>
#include <system_error>
#include <utility>

namespace apivideo {
namespace {

/// The response of status 200 to a GET of @p url.
HttpResponse exchange(HttpTransport& transport, std::string url, const CallContext& context) {
    HttpRequest request;
    request.url = std::move(url);
    detail::check_still_wanted(context, std::chrono::steady_clock::now(), "before sending the request");
    HttpResponse response = transport.send(request, context);
    if (response.status != 200) detail::throw_error(std::move(response));
    return response;
}

// One for each request, before Response, which looks them up.
AnalyticsPlaysResponse fetch(HttpTransport& transport, const std::string& base_url, const VideosPlaysRequest& request,
                             const CallContext& context) {
    return detail::decode_plays(exchange(transport, base_url + detail::plays_target(request), context));
}
AnalyticsPlaysResponse fetch(HttpTransport& transport, const std::string& base_url,
                             const LiveStreamsPlaysRequest& request, const CallContext& context) {
    return detail::decode_plays(exchange(transport, base_url + detail::plays_target(request), context));
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

/// @p request has been checked.
template <class Request>
RowRange<Response<Request>> list(std::shared_ptr<HttpTransport> transport, std::string base_url, Request request,
                                 const ListOptions& options, std::chrono::milliseconds client_timeout) {
    detail::check_list_options(options);
    if (!request.page_size) request.page_size = detail::max_page_size;
    const std::int64_t first_page = request.current_page.value_or(1);
    const std::int64_t page_size = *request.page_size;
    const std::chrono::milliseconds timeout = options.call.timeout.value_or(client_timeout);
    auto fetch_page = [transport = std::move(transport), base_url = std::move(base_url), request = std::move(request),
                       timeout](std::int64_t number, const CancellationToken& cancellation) {
        Request page_request = request;
        page_request.current_page = number;
        return fetch(*transport, base_url, page_request, detail::call_context(CallOptions{{}, cancellation}, timeout));
    };
    return RowRange<Response<Request>>{
        std::make_shared<detail::PageWalk<Response<Request>>>(std::move(fetch_page), first_page, page_size, options)};
}

}  // namespace

template class detail::PageWalk<AnalyticsPlaysResponse>;

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
    (void)detail::plays_target(request);
    return list(transport_, base_url_, std::move(request), options, timeout_);
}

RowRange<AnalyticsPlaysResponse> AnalyticsApi::list_live_streams_plays(LiveStreamsPlaysRequest request,
                                                                       const ListOptions& options) const {
    (void)detail::plays_target(request);
    return list(transport_, base_url_, std::move(request), options, timeout_);
}

}  // namespace apivideo
