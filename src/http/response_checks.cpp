// SPDX-License-Identifier: MIT
// Answers that HTTP libraries let pass although nobody can say where their bodies end.
#include "http/response_checks.hpp"

#include "http/failures.hpp"
#include "text/ascii.hpp"

#include <string>
#include <string_view>

namespace apivideo::detail {
namespace {

TransportException broken(const Url& url, const std::string& why) {
    return transport_failure(TransportFailure::protocol, url, why);
}

/// True where all transfer codings together are one `chunked`; any other was not asked for and is not decoded.
bool is_only_chunked(const std::vector<std::string>& codings) {
    return codings.size() == 1 && equal_ignoring_case(trimmed(codings.front()), "chunked");
}

}  // namespace

std::optional<std::uint64_t> announced_length(const Url& url, const std::vector<std::string>& values) {
    std::optional<std::int64_t> length;
    for (const std::string& line : values) {
        for_each_listed(line, [&](std::string_view value) {
            const std::optional<std::int64_t> one = parse_number(value);
            if (!one) throw broken(url, "the answer has a malformed Content-Length");
            if (length && *length != *one) throw broken(url, "the answer has conflicting Content-Lengths");
            length = one;
        });
    }
    return length ? std::optional{static_cast<std::uint64_t>(*length)} : std::nullopt;
}

bool is_bodiless(const std::string& method, int status) noexcept {
    return method == "HEAD" || status == 204 || status == 304;
}

bool ends_with_connection(const std::string& method, const HttpResponse& head) noexcept {
    return !is_bodiless(method, head.status) && !head.headers.find("Content-Length") &&
           !head.headers.find("Transfer-Encoding");
}

std::optional<std::uint64_t> checked_length(const Url& url, const std::string& method, const HttpResponse& head) {
    if (head.status < 200 || head.status > 599)
        throw broken(url, "the answer has status " + std::to_string(head.status) + ", expected 200 to 599");
    const std::optional<std::uint64_t> length = announced_length(url, head.headers.all("Content-Length"));
    if (is_bodiless(method, head.status)) return 0;
    const std::vector<std::string> codings = head.headers.all("Transfer-Encoding");
    if (codings.empty()) return length;
    if (!is_only_chunked(codings)) throw broken(url, "the answer has a transfer coding other than chunked");
    return std::nullopt;
}

void check_response(const Url& url, const std::string& method, const HttpResponse& response) {
    const std::optional<std::uint64_t> length = checked_length(url, method, response);
    if (is_bodiless(method, response.status) || !length || *length == response.body.size()) return;
    throw broken(url, "the answer announces " + std::to_string(*length) + " bytes and has " +
                          std::to_string(response.body.size()));
}

}  // namespace apivideo::detail
