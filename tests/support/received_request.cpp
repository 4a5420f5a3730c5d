// SPDX-License-Identifier: MIT
// A request as a server saw it: the bytes, and what they say.
#include "support/received_request.hpp"

#include "text/ascii.hpp"

#include <algorithm>
#include <string>

namespace apivideo::tests {
namespace {

/// Takes off the front of @p text up to @p end, which goes too.
std::string_view take_until(std::string_view& text, std::string_view end) {
    const std::size_t found = text.find(end);
    const std::string_view taken = text.substr(0, found);
    text.remove_prefix(std::min(text.size(), found == std::string_view::npos ? text.size() : found + end.size()));
    return taken;
}

}  // namespace

ReceivedRequest parse_request_head(std::string_view head) {
    ReceivedRequest request;
    request.raw = std::string{head};
    std::string_view line = take_until(head, "\r\n");
    request.method = std::string{take_until(line, " ")};
    request.target = std::string{take_until(line, " ")};
    request.version = std::string{line};
    while (!head.empty()) {
        std::string_view header = take_until(head, "\r\n");
        if (header.empty()) break;
        const std::string_view name = take_until(header, ":");
        request.headers.add(std::string{name}, std::string{detail::trimmed(header)});
    }
    return request;
}

}  // namespace apivideo::tests
