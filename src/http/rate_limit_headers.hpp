// SPDX-License-Identifier: MIT
// The rate limit headers, from text to numbers.
#pragma once

#include <apivideo/http/http_transport.hpp>
#include <apivideo/rate_limit.hpp>

#include <chrono>
#include <optional>
#include <string_view>

namespace apivideo::detail {

/// Longer waits are clamped to it, so that adding one to a time cannot overflow.
inline constexpr std::chrono::seconds max_wait{10LL * 365 * 24 * 3600};

/// Reads a number of seconds, clamped to max_wait. Unset if @p text is not a plain number, apart from blanks around it.
[[nodiscard]] std::optional<std::chrono::seconds> parse_wait(std::string_view text) noexcept;

/// A value is unset if its header is not a plain number or is repeated with a different value.
[[nodiscard]] RateLimit parse_rate_limit(const HttpHeaders& headers) noexcept;

}  // namespace apivideo::detail
