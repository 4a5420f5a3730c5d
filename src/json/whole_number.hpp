// SPDX-License-Identifier: MIT
// Integers that a server writes with a fraction or an exponent.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace apivideo::detail::json {

/// The integer that a JSON number such as `7.0` or `1.0E+2` equals exactly; unset if it equals none up to 2^53, the
/// range in which a writer of doubles is exact.
[[nodiscard]] std::optional<std::int64_t> whole_number(std::string_view number);

}  // namespace apivideo::detail::json
