// SPDX-License-Identifier: MIT
// The rate limit headers, from text to numbers.
#pragma once

#include <apivideo/http/http_transport.hpp>
#include <apivideo/rate_limit.hpp>

namespace apivideo::detail {

/// A header that is repeated with another value, or is not a plain number, is unset: it cannot be believed.
[[nodiscard]] RateLimit parse_rate_limit(const HttpHeaders& headers) noexcept;

}  // namespace apivideo::detail
