// SPDX-License-Identifier: MIT
// What no transport sends: malformed methods, URLs and headers, and headers that belong to the transport.
#pragma once

#include <apivideo/http/http_transport.hpp>

#include "http/url.hpp"

#include <string_view>

namespace apivideo::detail {

/// @return the URL of @p request, taken apart.
/// @throws TransportException of failure invalid_request, which repeats no header value and no URL.
[[nodiscard]] Url checked_url(const HttpRequest& request);

/// Whether sending a request of this method twice does the same as sending it once, and changes nothing.
[[nodiscard]] bool is_safe_method(std::string_view method) noexcept;

}  // namespace apivideo::detail
