// SPDX-License-Identifier: MIT
// What libcurl reports, as failures that programs and people can tell apart.
#pragma once

#include <apivideo/errors.hpp>

#include "http/tls/tls_settings.hpp"
#include "http/url.hpp"

#include <curl/curl.h>

#include <string_view>

namespace apivideo::detail::curl {

/// What is known of an exchange that libcurl gave up.
struct FailureContext {
    const Url& url;
    const TlsReport& tls;
    std::string_view error_text{};  ///< libcurl's own, for its code alone is often too coarse.
    long tunnel_status{0};          ///< What the proxy answered to CONNECT; 0 where it was not asked or did not answer.
    bool has_client_certificate{false};
    bool has_proxy{false};
    bool opens_tunnel{false};  ///< The proxy was asked for one, and TLS had not begun.
    bool was_answered{false};  ///< At least a byte came in answer to the request.
    bool answer_begun{false};  ///< At least a line.
};

/// @throws std::bad_alloc where that is what @p code says.
[[nodiscard]] TransportException to_transport_exception(CURLcode code, const FailureContext& context);

}  // namespace apivideo::detail::curl
