// SPDX-License-Identifier: MIT
// Answers that HTTP libraries let pass although nobody can say where their bodies end.
#pragma once

#include <apivideo/http/http_transport.hpp>

#include "http/url.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace apivideo::detail {

/// The length that these values of Content-Length announce: all must be one and the same number.
/// @throws TransportException of failure protocol.
[[nodiscard]] std::optional<std::uint64_t> announced_length(const Url& url, const std::vector<std::string>& values);

/// Whether an answer of this status to this method has no body, whatever its headers say.
[[nodiscard]] bool is_bodiless(const std::string& method, int status) noexcept;

/// Whether nothing but the end of the connection tells where the body ends.
[[nodiscard]] bool ends_with_connection(const std::string& method, const HttpResponse& head) noexcept;

/// The length of the body, where the head of an answer tells it.
/// @throws TransportException of failure protocol where status, length or transfer coding cannot be believed.
[[nodiscard]] std::optional<std::uint64_t> checked_length(const Url& url, const std::string& method,
                                                          const HttpResponse& head);

/// Checks status, framing and length of a complete answer.
/// @throws TransportException of failure protocol.
void check_response(const Url& url, const std::string& method, const HttpResponse& response);

}  // namespace apivideo::detail
