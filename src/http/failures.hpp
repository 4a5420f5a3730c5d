// SPDX-License-Identifier: MIT
// What transports say when there is no answer, in the same words whatever library is below.
#pragma once

#include <apivideo/errors.hpp>

#include "http/url.hpp"

#include <cstddef>
#include <string>

namespace apivideo::detail {

/// Why there is no answer, as far as every transport can tell.
namespace reason {
inline constexpr const char* no_address = "the name of the host has no address";
inline constexpr const char* no_proxy_address = "the name of the proxy has no address";
inline constexpr const char* no_connection = "no connection could be opened";
inline constexpr const char* no_proxy_connection = "no connection to the proxy could be opened";
inline constexpr const char* proxy_wants_user_name = "the proxy asks for a user name and password that it accepts";
inline constexpr const char* no_tunnel = "the proxy refused to open a tunnel";
inline constexpr const char* closed_by_proxy = "the proxy closed the connection";
inline constexpr const char* closed = "the connection was closed before an answer began";
inline constexpr const char* after_certificate_request = ", after the server had asked for a client certificate";
inline constexpr const char* cut_off = "the connection ended within the body of the answer";
inline constexpr const char* bad_status_line = "the answer has a malformed status line";
inline constexpr const char* bad_chunk = "the body of the answer has a malformed chunk";
}  // namespace reason

/// The one form of these messages: `https://ws.api.video:443: why`.
[[nodiscard]] inline TransportException transport_failure(TransportFailure failure, const Url& url,
                                                          const std::string& why) {
    return TransportException{failure, url.origin() + ": " + why};
}

[[nodiscard]] inline TransportException deadline_passed(const Url& url) {
    return transport_failure(TransportFailure::timeout, url, "no answer within the deadline");
}

[[nodiscard]] inline TransportException cancelled_by_caller(const Url& url) {
    return transport_failure(TransportFailure::cancelled, url, "cancelled by the caller");
}

[[nodiscard]] inline TransportException body_too_large(const Url& url, std::size_t limit) {
    return transport_failure(TransportFailure::too_large, url,
                             "the body of the answer is larger than the limit of " + std::to_string(limit) + " bytes");
}

/// An answer of 407 is the proxy's own. @throws TransportException of failure proxy.
inline void check_not_from_proxy(const Url& url, const HttpResponse& response, bool has_proxy) {
    if (has_proxy && response.status == 407)
        throw transport_failure(TransportFailure::proxy, url, std::string{reason::proxy_wants_user_name} + " (407)");
}

/// @throws TransportException where there is no time or no wish left for the call.
inline void check_still_wanted(const Url& url, const CallContext& context) {
    if (context.cancellation.cancelled()) throw cancelled_by_caller(url);
    if (context.deadline <= std::chrono::steady_clock::now()) throw deadline_passed(url);
}

}  // namespace apivideo::detail
