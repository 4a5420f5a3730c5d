// SPDX-License-Identifier: MIT
// The header Retry-After, from text to a time.
#pragma once

#include <apivideo/http/http_transport.hpp>

#include <chrono>
#include <optional>

namespace apivideo::detail {

/// What `Retry-After` asks for, in seconds or as a date: the longest if it is repeated, at most max_wait. Unset if it
/// is missing or makes no sense. 0 for a date that has passed.
/// @param now measures a date if the response has no `Date` of its own, which tells the time on the server's clock.
/// Unset: such a date makes no sense.
[[nodiscard]] std::optional<std::chrono::milliseconds> parse_retry_after(
    const HttpHeaders& headers, std::optional<std::chrono::system_clock::time_point> now);

}  // namespace apivideo::detail
