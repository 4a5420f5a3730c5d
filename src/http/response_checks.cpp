// SPDX-License-Identifier: MIT
// Refuses responses with ambiguous framing, which HTTP libraries accept.
#include "http/response_checks.hpp"

#include "http/failures.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

namespace apivideo::detail {
namespace {

/// Of final responses.
constexpr int min_status = 200;
constexpr int max_status = 599;

TransportException protocol_failure(const Url& url, const std::string& why) {
    return transport_failure(TransportFailure::protocol, url, why);
}

}  // namespace

std::optional<std::uint64_t> content_length(const Url& url, const std::vector<std::string>& values) {
    std::optional<std::int64_t> length;
    for (const std::string& line : values) {
        for_each_listed(line, [&](std::string_view value) {
            const std::optional<std::int64_t> one = parse_number(value);
            if (!one) throw protocol_failure(url, "the response has a malformed Content-Length");
            if (length && *length != *one) throw protocol_failure(url, "the response has conflicting Content-Lengths");
            length = one;
        });
    }
    return length ? std::optional{static_cast<std::uint64_t>(*length)} : std::nullopt;
}

bool is_bodiless(const std::string& method, int status) noexcept {
    return method == "HEAD" || status == 204 || status == 304;
}

bool is_delimited_by_close(const std::string& method, const HttpResponse& head) noexcept {
    return !is_bodiless(method, head.status) && !head.headers.find("Content-Length") &&
           !head.headers.find("Transfer-Encoding");
}

std::optional<std::uint64_t> checked_body_length(const Url& url, const std::string& method, const HttpResponse& head) {
    if (head.status < min_status || head.status > max_status)
        throw protocol_failure(url, "the response has status " + std::to_string(head.status) + ", expected " +
                                        std::to_string(min_status) + " to " + std::to_string(max_status));
    const std::optional<std::uint64_t> length = content_length(url, head.headers.all("Content-Length"));
    if (is_bodiless(method, head.status)) return 0;
    const std::vector<std::string> codings = head.headers.all("Transfer-Encoding");
    if (codings.empty()) return length;
    // No other transfer coding was requested, and none is decoded.
    if (codings.size() != 1 || !equal_ignoring_case(trimmed(codings.front()), "chunked"))
        throw protocol_failure(url, reason::unsupported_coding);
    return std::nullopt;
}

void check_response(const Url& url, const std::string& method, const HttpResponse& response) {
    const std::optional<std::uint64_t> length = checked_body_length(url, method, response);
    if (is_bodiless(method, response.status) || !length || *length == response.body.size()) return;
    throw protocol_failure(url, "the response has a Content-Length of " + std::to_string(*length) + " but a body of " +
                                    std::to_string(response.body.size()) + " bytes");
}

std::string note_on_coding(const HttpResponse& response) {
    // Only these: a server may echo a secret.
    constexpr std::string_view known[] = {"br", "compress", "deflate", "gzip", "zstd"};
    const std::string* coding = response.headers.find("Content-Encoding");
    if (!coding || coding->empty() || equal_ignoring_case(*coding, "identity")) return {};
    const auto named = std::find_if(std::begin(known), std::end(known),
                                    [&](std::string_view one) { return equal_ignoring_case(one, *coding); });
    const std::string name = named == std::end(known) ? "(unknown)" : std::string{*named};
    return "; the body has the content coding " + name + ", expected none";
}

}  // namespace apivideo::detail
