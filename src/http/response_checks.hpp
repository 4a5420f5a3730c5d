// SPDX-License-Identifier: MIT
// Answers that HTTP libraries let pass although nobody can say where their bodies end.
#pragma once

#include <apivideo/http/http_transport.hpp>

#include "http/url.hpp"

#include <cstdint>
#include <optional>

namespace apivideo::detail {

/// The length that the headers announce, where they have one that can be believed: repeats must agree.
/// @throws TransportException of failure protocol.
[[nodiscard]] std::optional<std::uint64_t> announced_length(const Url& url, const HttpHeaders& headers);

/// Whether an answer of this status to this method has no body, whatever its headers say.
[[nodiscard]] bool is_bodiless(const std::string& method, int status) noexcept;

/// Checks status, framing and length of a complete answer.
/// @throws TransportException of failure protocol.
void check_response(const Url& url, const std::string& method, const HttpResponse& response);

}  // namespace apivideo::detail
