// SPDX-License-Identifier: MIT
// Refuses malformed methods, URLs and headers, and headers that the transport sets itself.
#include "http/request_checks.hpp"

#include "http/failures.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>

namespace apivideo::detail {
namespace {

bool is_set_by_transport(std::string_view name) noexcept {
    constexpr std::array<std::string_view, 9> names{"Host",   "Connection", "Content-Length",  "Transfer-Encoding",
                                                    "TE",     "Trailer",    "Accept-Encoding", "Expect",
                                                    "Upgrade"};
    return begins_with_ignoring_case(name, "Proxy-") ||
           std::any_of(names.begin(), names.end(), [&](auto other) { return equal_ignoring_case(name, other); });
}

std::string header_fault(const HttpHeader& header) {
    if (!is_token(header.name)) return "a header has a malformed name, expected an RFC 9110 token";
    if (is_set_by_transport(header.name)) return "the header " + header.name + " is set by the transport itself";
    const bool unsendable =
        std::any_of(header.value.begin(), header.value.end(), [](char c) { return c != '\t' && is_control(c); });
    if (unsendable) return "the value of the header " + header.name + " contains a control character";
    return {};
}

}  // namespace

Url checked_url(const HttpRequest& request) {
    Url url = [&] {
        try {
            return parse_url(request.url);
        } catch (const std::invalid_argument& e) {
            throw TransportException{TransportFailure::invalid_request, std::string{"the request's URL "} + e.what()};
        }
    }();
    if (!is_token(request.method))
        throw transport_failure(TransportFailure::invalid_request, url, "the method is not an HTTP token");
    for (const HttpHeader& header : request.headers) {
        const std::string fault = header_fault(header);
        if (!fault.empty()) throw transport_failure(TransportFailure::invalid_request, url, fault);
    }
    return url;
}

bool is_safe_method(std::string_view method) noexcept {
    return method == "GET" || method == "HEAD" || method == "OPTIONS";
}

}  // namespace apivideo::detail
