// SPDX-License-Identifier: MIT
// What the benchmarks' servers answer: pages, and a token.
#include "served_pages.hpp"

#include "plays_page.hpp"

#include <cstdlib>

namespace apivideo::benchmark {
namespace {

std::string answer(const char* status, const std::string& body) {
    return std::string{"HTTP/1.1 "} + status +
           "\r\nServer: nginx\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) +
           "\r\nX-RateLimit-Limit: 1000000\r\nX-RateLimit-Remaining: 999999\r\nX-RateLimit-Retry-After: 60\r\n\r\n" +
           body;
}

/// The number behind @p name, or @p otherwise.
std::int64_t number_after(std::string_view text, std::string_view name, std::int64_t otherwise) {
    const std::size_t found = text.find(name);
    return found == std::string_view::npos ? otherwise : std::strtoll(text.data() + found + name.size(), nullptr, 10);
}

}  // namespace

std::size_t request_size(std::string_view received) {
    const std::size_t head = received.find("\r\n\r\n");
    if (head == std::string_view::npos) return 0;
    const auto size =
        head + 4 + static_cast<std::size_t>(number_after(received.substr(0, head), "Content-Length: ", 0));
    return received.size() < size ? 0 : size;
}

bool is_login(std::string_view request) { return request.substr(0, 5) == "POST "; }

std::string answer_to(std::string_view request, std::int64_t pages) {
    if (is_login(request))
        return answer("201 Created", R"({"token_type":"Bearer","expires_in":3600,"access_token":"a-token"})");
    const std::string_view target = request.substr(0, request.find("\r\n"));
    return answer("200 OK", page_body(number_after(target, "currentPage=", 1), pages));
}

}  // namespace apivideo::benchmark
