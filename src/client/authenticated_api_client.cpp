// SPDX-License-Identifier: MIT
// The entry point: checks key and options, and assembles the pipeline.
#include <apivideo/authenticated_api_client.hpp>

#include <apivideo/errors.hpp>
#include <apivideo/http/default_transport.hpp>

#include "call/call_context.hpp"
#include "errors/not_null.hpp"
#include "http/url.hpp"
#include "pipeline/clock.hpp"
#include "pipeline/wrappers.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <utility>

namespace apivideo {
namespace {

void check_api_key(const std::string& api_key, Authentication authentication) {
    if (api_key.empty()) throw InvalidRequestException{"api_key", "is empty"};
    if (!std::all_of(api_key.begin(), api_key.end(), detail::is_visible))
        throw InvalidRequestException{"api_key", "has a character that is not printable ASCII, or a space"};
    if (authentication == Authentication::basic && api_key.find(':') != std::string::npos)
        throw InvalidRequestException{"api_key", "has a colon, which Basic authentication cannot carry"};
}

std::string checked_base_url(const ClientOptions& options) {
    std::string base_url = detail::normalized_base_url(options.base_url);
    const detail::Url url = detail::parse_url(base_url);
    if (url.scheme != "https" && !url.has_loopback_host() && !options.allow_plain_http)
        throw InvalidRequestException{"base_url", "must use https (http is allowed only for localhost)"};
    return base_url;
}

std::shared_ptr<HttpTransport> stack(const std::string& api_key, const std::string& base_url,
                                     const ClientOptions& options) {
    const detail::Clock clock = detail::machine_clock();
    std::shared_ptr<HttpTransport> transport = options.transport ? options.transport : make_default_transport();
    if (options.observer) transport = detail::make_observing(std::move(transport), options.observer, clock);
    transport = detail::make_identifying(std::move(transport), options.application, options.sdk);
    if (options.authentication == Authentication::bearer)
        transport = detail::make_bearer_authenticating(std::move(transport), base_url, api_key, clock);
    else if (options.authentication == Authentication::basic)
        transport = detail::make_basic_authenticating(std::move(transport), base_url, api_key);
    else
        throw InvalidRequestException{"authentication", "is none of the enumerators"};
    if (options.pace_requests) transport = detail::make_pacing(std::move(transport), clock);
    return detail::make_retrying(std::move(transport), options.retry, clock, detail::machine_random());
}

}  // namespace

AuthenticatedApiClient::AuthenticatedApiClient(const std::string& api_key, const ClientOptions& options)
    : base_url_{checked_base_url(options)}, timeout_{options.timeout} {
    check_api_key(api_key, options.authentication);
    detail::check_timeout(timeout_);
    transport_ = stack(api_key, base_url_, options);
}

AuthenticatedApiClient::AuthenticatedApiClient(const char* api_key, const ClientOptions& options)
    : AuthenticatedApiClient{detail::not_null("api_key", api_key), options} {}

}  // namespace apivideo
