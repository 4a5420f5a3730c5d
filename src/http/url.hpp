// SPDX-License-Identifier: MIT
// Parses and checks absolute http and https URLs.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace apivideo::detail {

struct Url {
    std::string scheme;  ///< `http` or `https`; of a proxy also `socks5h`.
    std::string host;    ///< Lower case; an IPv6 address without its brackets, in the spelling of RFC 5952.
    std::uint16_t port;  ///< The scheme's default if the URL names none.
    std::string target;  ///< Path and query; begins with a slash.

    [[nodiscard]] bool has_ipv6_host() const noexcept { return host.find(':') != std::string::npos; }
    /// Whether the host is `localhost` or an address of this machine only.
    [[nodiscard]] bool has_loopback_host() const noexcept;
    /// Scheme, host and port, spelled alike for all URLs of one origin.
    [[nodiscard]] std::string origin() const;
    /// The same without the port if it is the default: the form of a request to a proxy.
    [[nodiscard]] std::string origin_without_default_port() const;
    /// The host as certificates and SNI have it: without the dot at the end of a rooted name.
    [[nodiscard]] std::string_view server_name() const noexcept;
};

/// @param scheme `http`, `https` or `socks5h`.
[[nodiscard]] std::uint16_t default_port(std::string_view scheme) noexcept;

/// Whether @p host, of a Url, is an IPv4 or IPv6 address.
[[nodiscard]] bool is_ip_address(const std::string& host) noexcept;

/// @throws std::invalid_argument saying what is wrong, without repeating any of @p text: it may contain a password.
[[nodiscard]] Url parse_url(std::string_view text);

/// The URL of a proxy: of scheme `http`, `https` or `socks5h`. @throws std::invalid_argument like parse_url().
[[nodiscard]] Url parse_proxy_url(std::string_view text);

/// Checks that paths can be appended to @p text, and removes slashes at its end.
/// @throws InvalidRequestException of field `base_url`.
[[nodiscard]] std::string normalized_base_url(std::string_view text);

}  // namespace apivideo::detail
