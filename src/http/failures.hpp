// SPDX-License-Identifier: MIT
// The failures of transports, worded alike whatever HTTP library reports them.
#pragma once

#include <apivideo/errors.hpp>
#include <apivideo/http/http_transport.hpp>

#include "http/url.hpp"

#include <chrono>
#include <cstddef>
#include <string>

namespace apivideo::detail {

/// Why there is no complete response.
namespace reason {
inline constexpr const char* host_not_resolved = "could not resolve host";
inline constexpr const char* proxy_not_resolved = "could not resolve the proxy's host";
inline constexpr const char* not_connected = "could not connect";
inline constexpr const char* proxy_not_connected = "could not connect to the proxy";
inline constexpr const char* proxy_requires_credentials = "the proxy requires a valid user name and password";
inline constexpr const char* tunnel_refused = "the proxy refused to open a tunnel";
inline constexpr const char* closed_by_proxy = "the proxy closed the connection";
inline constexpr const char* closed = "the connection was closed before the response began";
inline constexpr const char* closed_in_handshake = "the connection was closed during the TLS handshake";
inline constexpr const char* truncated = "the connection was closed in the middle of the response body";
inline constexpr const char* malformed_status_line = "the response has a malformed status line";
inline constexpr const char* malformed_header = "the response has a malformed header";
inline constexpr const char* malformed_chunk = "the response body has a malformed chunk";
inline constexpr const char* unsupported_coding = "the response has an unsupported transfer coding, expected chunked";
}  // namespace reason

inline constexpr int proxy_authentication_required = 407;

/// The one form of these messages: `https://ws.api.video:443: why`.
[[nodiscard]] inline TransportException transport_failure(TransportFailure failure, const Url& url,
                                                          const std::string& why) {
    return TransportException{failure, url.origin() + ": " + why};
}

[[nodiscard]] inline TransportException not_connected_within(const Url& url, std::chrono::milliseconds time,
                                                             bool to_proxy) {
    const char* why = to_proxy ? reason::proxy_not_connected : reason::not_connected;
    return transport_failure(TransportFailure::connect, url, why + (" within " + std::to_string(time.count()) + " ms"));
}

[[nodiscard]] inline TransportException body_too_large(const Url& url, std::size_t limit) {
    return transport_failure(TransportFailure::too_large, url,
                             "the response body exceeds the limit of " + std::to_string(limit) + " bytes");
}

/// @param certificate_requested whether the server asked for a client certificate before.
[[nodiscard]] inline TransportException closed_before_response(const Url& url, bool certificate_requested) {
    const char* after = certificate_requested ? ", after the server requested a client certificate" : "";
    return transport_failure(TransportFailure::connection_closed, url, std::string{reason::closed} + after);
}

/// @param status of the proxy's own response.
[[nodiscard]] inline TransportException refused_by_proxy(const Url& url, long status) {
    const char* why =
        status == proxy_authentication_required ? reason::proxy_requires_credentials : reason::tunnel_refused;
    return transport_failure(TransportFailure::proxy, url, std::string{why} + " (" + std::to_string(status) + ')');
}

/// A response of status 407 comes from the proxy. @throws TransportException of failure proxy.
inline void check_not_from_proxy(const Url& url, const HttpResponse& response, bool has_proxy) {
    if (has_proxy && response.status == proxy_authentication_required) throw refused_by_proxy(url, response.status);
}

}  // namespace apivideo::detail
