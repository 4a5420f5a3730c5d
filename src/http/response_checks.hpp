// SPDX-License-Identifier: MIT
// Refuses responses with ambiguous framing, which HTTP libraries accept.
#pragma once

#include <apivideo/http/http_transport.hpp>

#include "http/url.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace apivideo::detail {

/// Parses @p values of Content-Length, which must all be the same number.
/// @throws TransportException of failure protocol.
[[nodiscard]] std::optional<std::uint64_t> content_length(const Url& url, const std::vector<std::string>& values);

/// Whether a response of this status to this method has no body, whatever its headers say.
[[nodiscard]] bool is_bodiless(const std::string& method, int status) noexcept;

/// Whether only the end of the connection marks the end of the body.
[[nodiscard]] bool is_delimited_by_close(const std::string& method, const HttpResponse& head) noexcept;

/// The length of the body, if the head states it.
/// @throws TransportException of failure protocol if status, length or transfer coding is invalid.
[[nodiscard]] std::optional<std::uint64_t> checked_body_length(const Url& url, const std::string& method,
                                                               const HttpResponse& head);

/// Checks status, framing and length of a complete response.
/// @throws TransportException of failure protocol.
void check_response(const Url& url, const std::string& method, const HttpResponse& response);

/// For messages about a body that cannot be read: names a coding that no request asked for, or is empty.
[[nodiscard]] std::string note_on_coding(const HttpResponse& response);

}  // namespace apivideo::detail
