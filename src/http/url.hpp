// SPDX-License-Identifier: MIT
// Absolute http and https URLs, taken apart and checked.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace apivideo::detail {

struct Url {
    std::string scheme;  ///< `http` or `https`.
    std::string host;    ///< Lower case; an IPv6 address without its brackets, in the spelling of RFC 5952.
    std::uint16_t port;  ///< The scheme's own where the URL names none.
    std::string target;  ///< Path and query, from the first slash on; at least `/`.

    [[nodiscard]] bool has_ipv6_host() const noexcept { return host.find(':') != std::string::npos; }
    /// Whether the host is `localhost` or an address of this machine only.
    [[nodiscard]] bool has_loopback_host() const noexcept;
    /// Scheme, host and port, in one spelling for all URLs of one origin.
    [[nodiscard]] std::string origin() const;
};

/// @throws std::invalid_argument saying what is wrong, without repeating any of @p text: it may hold a password.
[[nodiscard]] Url parse_url(std::string_view text);

/// Checks that @p text can stand before paths, and takes off slashes at its end.
/// @throws InvalidRequestException of field `base_url`.
[[nodiscard]] std::string normalized_base_url(std::string_view text);

}  // namespace apivideo::detail
