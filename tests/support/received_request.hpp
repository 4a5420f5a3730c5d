// SPDX-License-Identifier: MIT
// A request as a server saw it: the bytes, and what they say.
#pragma once

#include <apivideo/http/http_transport.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace apivideo::tests {

struct ReceivedRequest {
    std::string raw{};         ///< Every byte, head and body.
    std::string method{};      ///< The first word of the request line.
    std::string target{};      ///< The second.
    std::string version{};     ///< The third.
    HttpHeaders headers{};     ///< In the order of arrival.
    std::string body{};        ///< As long as Content-Length says.
    std::size_t connection{};  ///< Which of the server's connections it came on, from 0.
};

/// @param head everything up to the empty line, which may be included.
[[nodiscard]] ReceivedRequest parse_request_head(std::string_view head);

}  // namespace apivideo::tests
