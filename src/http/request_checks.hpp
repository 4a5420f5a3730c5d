// SPDX-License-Identifier: MIT
// Refuses malformed methods, URLs and headers, and headers that the transport sets itself.
#pragma once

#include <apivideo/http/http_transport.hpp>

#include "http/url.hpp"

#include <string_view>

namespace apivideo::detail {

/// Checks @p request and parses its URL.
/// @throws TransportException of failure invalid_request, whose message contains no header value and no URL.
[[nodiscard]] Url checked_url(const HttpRequest& request);

/// Whether a request of this method changes nothing on the server, so that it can be sent again.
[[nodiscard]] bool is_safe_method(std::string_view method) noexcept;

}  // namespace apivideo::detail
