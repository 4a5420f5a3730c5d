// SPDX-License-Identifier: MIT
// The rate limit headers, from text to numbers.
#pragma once

#include <apivideo/http/http_transport.hpp>
#include <apivideo/rate_limit.hpp>

#include <chrono>
#include <optional>
#include <string_view>

namespace apivideo::detail {

/// Longer waits are clamped to this, so that no sum of a time and a wait overflows.
inline constexpr std::chrono::seconds max_wait{10LL * 365 * 24 * 3600};

/// A number of seconds, with or without a fraction, with blanks around it at most; rounded up, at most max_wait.
[[nodiscard]] std::optional<std::chrono::milliseconds> parse_wait(std::string_view text) noexcept;

/// A number is unset if its header is not a plain number or is repeated with a different value. Of repeated waits the
/// longest counts, rounded up to seconds.
[[nodiscard]] RateLimit parse_rate_limit(const HttpHeaders& headers) noexcept;

}  // namespace apivideo::detail
