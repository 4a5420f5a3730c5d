// SPDX-License-Identifier: MIT
// What no transport sends: malformed methods, URLs and headers, and headers that belong to the transport.
#include "http/request_checks.hpp"

#include "http/failures.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>

namespace apivideo::detail {
namespace {

bool belongs_to_transport(std::string_view name) noexcept {
    constexpr std::array<std::string_view, 9> names{"Host",   "Connection", "Content-Length",  "Transfer-Encoding",
                                                    "TE",     "Trailer",    "Accept-Encoding", "Expect",
                                                    "Upgrade"};
    constexpr std::string_view proxy = "Proxy-";
    return equal_ignoring_case(name.substr(0, proxy.size()), proxy) ||
           std::any_of(names.begin(), names.end(), [&](auto other) { return equal_ignoring_case(name, other); });
}

std::string fault_of(const HttpHeader& header) {
    if (!is_token(header.name)) return "a header has a malformed name: expected a token as RFC 9110 has it";
    if (belongs_to_transport(header.name)) return "the header " + header.name + " is the transport's own to set";
    const bool unsendable =
        std::any_of(header.value.begin(), header.value.end(), [](char c) { return c != '\t' && is_control(c); });
    if (unsendable) return "the value of the header " + header.name + " has a control character in it";
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
        const std::string fault = fault_of(header);
        if (!fault.empty()) throw transport_failure(TransportFailure::invalid_request, url, fault);
    }
    return url;
}

bool is_safe_method(std::string_view method) noexcept {
    return method == "GET" || method == "HEAD" || method == "OPTIONS";
}

}  // namespace apivideo::detail
