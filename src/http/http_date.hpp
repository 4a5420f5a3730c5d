// SPDX-License-Identifier: MIT
// Dates in headers, in the three formats of HTTP.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace apivideo::detail {

/// Reads `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT` or `Sun Nov  6 08:49:37 1994`. `UTC`, which
/// some servers write, is taken for `GMT`.
/// Later than the year 2200 becomes the end of that year.
/// @param now decides the century of a year of two digits: no more than 50 years ahead.
[[nodiscard]] std::optional<std::chrono::system_clock::time_point> parse_http_date(
    std::string_view text, std::chrono::system_clock::time_point now);

}  // namespace apivideo::detail
