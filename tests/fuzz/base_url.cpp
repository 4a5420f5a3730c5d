// SPDX-License-Identifier: MIT
// Whatever a URL is: where it is accepted, all agree on its origin, and no user name or password is in it.
#include "fuzz/invariants.hpp"
#include "fuzz/targets.hpp"
#include "http/url.hpp"

#include <apivideo/errors.hpp>

#include <algorithm>

namespace apivideo::fuzz {
namespace {

std::optional<detail::Url> parsed(std::string_view text) {
    try {
        return detail::parse_url(text);
    } catch (const std::invalid_argument& e) {
        require_one_line(e.what());
        return std::nullopt;
    }
}

bool all_of(std::string_view text, std::string_view allowed) {
    return text.find_first_not_of(allowed) == std::string_view::npos;
}

void check_url(std::string_view text, const detail::Url& url) {
    require(url.scheme == "http" || url.scheme == "https", "a URL is of http or https");
    require(!url.host.empty() && all_of(url.host, "abcdefghijklmnopqrstuvwxyz0123456789-._:"),
            "a host is a name or an address, in lower case");
    require(url.port > 0, "a port is not 0");
    require(
        url.target.front() == '/' && std::all_of(url.target.begin(), url.target.end(),
                                                 [](char c) { return c > ' ' && c < '\x7f' && c != '\\' && c != '#'; }),
        "a target is printable and without a fragment");

    const std::string_view behind_scheme = text.substr(text.find("://") + 3);
    const std::string_view authority = behind_scheme.substr(0, behind_scheme.find_first_of("/?#"));
    require(authority.find('@') == std::string_view::npos, "a URL has no user name or password");

    const std::optional<detail::Url> origin = parsed(url.origin());
    require(origin && origin->scheme == url.scheme && origin->host == url.host && origin->port == url.port &&
                origin->target == "/" && origin->origin() == url.origin(),
            "an origin is the origin of itself");
    const bool on_this_machine = url.host == "localhost" || url.host == "::1" || url.host.compare(0, 4, "127.") == 0;
    require(on_this_machine || !url.has_loopback_host(), "no other machine passes for this one");
    require(!url.has_loopback_host() || url.host.compare(0, 4, "127.") != 0 || all_of(url.host, "0123456789."),
            "a name that begins like a loopback address is none");
}

void check_base_url(const std::string& base_url, const std::optional<detail::Url>& url) {
    require(url.has_value(), "a base URL is a URL");
    require(base_url.find('?') == std::string::npos && base_url.back() != '/', "paths can follow a base URL");
    require(detail::normalized_base_url(base_url) == base_url, "a normalized base URL stays what it is");
    const std::optional<detail::Url> call = parsed(base_url + "/auth/api-key?x=1");
    require(call && call->origin() == url->origin(), "a call goes to the origin of the base URL");
    constexpr std::string_view path = "/auth/api-key?x=1";
    require(call->target.size() >= path.size() &&
                call->target.compare(call->target.size() - path.size(), path.size(), path) == 0,
            "a call's path ends in its own");
}

}  // namespace

void base_url(std::string_view text) {
    const std::optional<detail::Url> url = parsed(text);
    if (url) check_url(text, *url);
    try {
        check_base_url(detail::normalized_base_url(text), url);
    } catch (const InvalidRequestException& e) {
        require(!url || url->target.find('?') != std::string::npos, "a URL without a query is a base URL");
        require(e.field() == "base_url", "what is wrong is the base URL");
        require_one_line(e.what());
    }
}

}  // namespace apivideo::fuzz
