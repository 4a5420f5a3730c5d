// SPDX-License-Identifier: MIT
// The rate limit headers, from text to numbers.
#pragma once

#include <apivideo/http/http_transport.hpp>
#include <apivideo/rate_limit.hpp>

#include <chrono>
#include <optional>
#include <string_view>

namespace apivideo::detail {

/// What a longer wait is held to be, so that nobody who adds it to a time gets beyond the end of all times.
inline constexpr std::chrono::seconds longest_wait{10LL * 365 * 24 * 3600};

/// A plain number of seconds, with blanks around it at most; of the longest wait, where it is longer.
[[nodiscard]] std::optional<std::chrono::seconds> parse_wait(std::string_view text) noexcept;

/// A header that is repeated with another value, or is not a plain number, is unset: it cannot be believed.
[[nodiscard]] RateLimit parse_rate_limit(const HttpHeaders& headers) noexcept;

}  // namespace apivideo::detail
