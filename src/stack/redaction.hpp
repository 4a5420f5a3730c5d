// SPDX-License-Identifier: MIT
// Takes credentials out of answers that repeat them.
#pragma once

#include <apivideo/http/http_transport.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace apivideo::detail {

/// @p text with `[redacted]` for each of @p secrets, as it is or with any of its characters escaped as JSON strings
/// have it. One of less than 8 characters is found where it is a word of its own.
[[nodiscard]] std::string redacted(std::string_view text, const std::vector<std::string>& secrets);

/// Takes @p secrets out of reason, headers and body.
void redact(HttpResponse& response, const std::vector<std::string>& secrets);

}  // namespace apivideo::detail
