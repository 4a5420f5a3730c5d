// SPDX-License-Identifier: MIT
// The entry point: checks key and options, and makes the pipeline.
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

}  // namespace

AuthenticatedApiClient::AuthenticatedApiClient(const std::string& api_key, const ClientOptions& options)
    : base_url_{checked_base_url(options)}, timeout_{options.timeout} {
    check_api_key(api_key, options.authentication);
    detail::check_timeout(timeout_);
    transport_ = detail::make_pipeline(options.transport ? options.transport : make_default_transport(), api_key,
                                       base_url_, options, detail::machine_clock(), detail::machine_random());
}

AuthenticatedApiClient::AuthenticatedApiClient(const char* api_key, const ClientOptions& options)
    : AuthenticatedApiClient{detail::not_null("api_key", api_key), options} {}

}  // namespace apivideo
