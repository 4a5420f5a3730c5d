// SPDX-License-Identifier: MIT
// Parses and checks absolute http and https URLs.
#include "http/url.hpp"

#include <apivideo/errors.hpp>

#include "text/ascii.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <stdexcept>

namespace apivideo::detail {
namespace {

constexpr std::string_view scheme_separator = "://";
constexpr std::size_t max_host_length = 253;
constexpr std::uint16_t max_port = 65535;

bool is_ipv4(const std::string& host) noexcept {
    in_addr address{};
    return inet_pton(AF_INET, host.c_str(), &address) == 1;
}

/// In the spelling of RFC 5952, so that all spellings of an address are the same host.
std::optional<std::string> canonical_ipv6(const std::string& text) {
    in6_addr address{};
    char canonical[INET6_ADDRSTRLEN];
    if (text.find('\0') != std::string::npos || inet_pton(AF_INET6, text.c_str(), &address) != 1 ||
        inet_ntop(AF_INET6, &address, canonical, sizeof canonical) == nullptr)
        return std::nullopt;
    return canonical;
}

bool is_host_name(std::string_view host) noexcept {
    return !host.empty() && host.size() <= max_host_length && std::all_of(host.begin(), host.end(), [](char c) {
        return is_alphanumeric(c) || c == '-' || c == '.' || c == '_';
    });
}

std::string parse_host(std::string_view text) {
    if (!text.empty() && text.front() == '[') {
        const std::optional<std::string> address = canonical_ipv6(std::string{text.substr(1, text.size() - 2)});
        if (text.back() != ']' || !address) throw std::invalid_argument{"has a malformed IPv6 address"};
        return *address;
    }
    if (text.empty()) throw std::invalid_argument{"has no host"};
    if (!is_host_name(text)) throw std::invalid_argument{"has a malformed host"};
    return to_lower(text);
}

std::uint16_t parse_port(std::string_view text, const std::string& scheme) {
    if (text.empty()) return default_port(scheme);
    const std::optional<std::int64_t> port = parse_number(text.substr(1));
    if (text.front() != ':' || !port || *port < 1 || *port > max_port)
        throw std::invalid_argument{"has a malformed port, expected 1 to " + std::to_string(max_port)};
    return static_cast<std::uint16_t>(*port);
}

void check_target(std::string_view target) {
    constexpr std::string_view allowed = "-._~!$&'()*+,;=:@/?%";
    for (std::size_t i = 0; i < target.size(); ++i) {
        const char c = target[i];
        if (c == '#') throw std::invalid_argument{"has a fragment"};
        if (!is_alphanumeric(c) && allowed.find(c) == std::string_view::npos)
            throw std::invalid_argument{"has a character that must be percent-encoded"};
        if (c == '%' && (i + 2 >= target.size() || hex_value(target[i + 1]) < 0 || hex_value(target[i + 2]) < 0))
            throw std::invalid_argument{"has a % that is not followed by two hexadecimal digits"};
    }
}

template <std::size_t N>
Url parse(std::string_view text, const std::string_view (&schemes)[N], const char* no_scheme,
          const char* other_scheme) {
    const std::size_t scheme_end = text.find(scheme_separator);
    if (scheme_end == std::string_view::npos) throw std::invalid_argument{no_scheme};
    std::string scheme = to_lower(text.substr(0, scheme_end));
    if (std::find(std::begin(schemes), std::end(schemes), scheme) == std::end(schemes))
        throw std::invalid_argument{other_scheme};

    text.remove_prefix(scheme_end + scheme_separator.size());
    const std::string_view authority = text.substr(0, text.find_first_of("/?#\\"));
    const std::string_view target = text.substr(authority.size());
    if (authority.find('@') != std::string_view::npos) throw std::invalid_argument{"contains a user name or password"};

    const std::size_t bracket = authority.rfind(']');
    const std::size_t host_end =
        std::min(authority.find(':', bracket == std::string_view::npos ? 0 : bracket), authority.size());
    std::string host = parse_host(authority.substr(0, host_end));
    const std::uint16_t port = parse_port(authority.substr(host_end), scheme);
    check_target(target);
    const bool rooted = !target.empty() && target.front() == '/';
    return Url{std::move(scheme), std::move(host), port, (rooted ? "" : "/") + std::string{target}};
}

}  // namespace

bool Url::has_loopback_host() const noexcept {
    return host == "localhost" || host == "::1" || (is_ipv4(host) && begins_with(host, "127."));
}

std::string Url::origin() const {
    const std::string shown_host = has_ipv6_host() ? '[' + host + ']' : host;
    return scheme + "://" + shown_host + ':' + std::to_string(port);
}

std::string Url::origin_without_default_port() const {
    std::string text = origin();
    if (port == default_port(scheme)) text.erase(text.rfind(':'));
    return text;
}

std::string_view Url::server_name() const noexcept {
    std::string_view name = host;
    if (name.size() > 1 && name.back() == '.') name.remove_suffix(1);
    return name;
}

std::uint16_t default_port(std::string_view scheme) noexcept {
    if (scheme == "socks5h") return 1080;
    return scheme == "https" ? 443 : 80;
}

bool is_ip_address(const std::string& host) noexcept { return host.find(':') != std::string::npos || is_ipv4(host); }

Url parse_url(std::string_view text) {
    constexpr std::string_view schemes[] = {"http", "https"};
    return parse(text, schemes, "is not an absolute http or https URL", "has a scheme other than http and https");
}

Url parse_proxy_url(std::string_view text) {
    constexpr std::string_view schemes[] = {"http", "https", "socks5h"};
    Url url = parse(text, schemes, "is not an absolute URL", "has a scheme other than http, https and socks5h");
    if (url.target != "/") throw std::invalid_argument{"has a path or query"};
    return url;
}

std::string normalized_base_url(std::string_view text) {
    try {
        const Url url = parse_url(text);
        if (url.target.find('?') != std::string::npos) throw std::invalid_argument{"has a query"};
    } catch (const std::invalid_argument& e) {
        throw InvalidRequestException{"base_url", std::string{e.what()} + ", expected a URL like https://ws.api.video"};
    }
    while (!text.empty() && text.back() == '/') text.remove_suffix(1);
    return std::string{text};
}

}  // namespace apivideo::detail
