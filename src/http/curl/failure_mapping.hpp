// SPDX-License-Identifier: MIT
// Maps error codes of libcurl to TransportFailure and messages.
#pragma once

#include <apivideo/errors.hpp>

#include "http/tls/tls_report.hpp"
#include "http/url.hpp"

#include <curl/curl.h>

#include <string_view>

namespace apivideo::detail::curl {

/// What is known about a failed exchange.
struct FailureContext {
    const Url& url;
    const TlsReport& tls;
    std::string_view error_text{};  ///< libcurl's error message: its code alone is often too coarse.
    long tunnel_status{0};          ///< Of the proxy's response to CONNECT; 0 if there is none.
    bool has_proxy{false};
    bool opens_tunnel{false};       ///< A CONNECT was sent, and the TLS handshake had not begun.
    bool response_received{false};  ///< At least one byte of it.
    bool response_begun{false};     ///< At least one line was received.
};

/// @throws std::bad_alloc if @p code says so.
[[nodiscard]] TransportException to_transport_exception(CURLcode code, const FailureContext& context);

}  // namespace apivideo::detail::curl
