// SPDX-License-Identifier: MIT
// Text from elsewhere, made fit to be shown on one line.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace analytics_report {

/// @p text with a space for each character that ends a line, steers a terminal, or reorders, reshapes or hides text,
/// and U+FFFD for each byte that is not UTF-8.
[[nodiscard]] std::string printable(std::string_view text);

/// @p json, laid out in lines, with an escape for whatever printable() puts a space for: JSON need not escape the
/// characters beyond U+001F, but terminals obey some of them.
[[nodiscard]] std::string json_fit_to_show(std::string_view json);

/// @p text with a `?` for each character beyond ASCII: to a terminal that does not know UTF-8, its bytes may be orders.
[[nodiscard]] std::string ascii_only(std::string_view text);

/// How many characters there are in printable text.
[[nodiscard]] std::size_t width(std::string_view text) noexcept;

/// Printable text of at most @p limit characters: a longer one ends in `...`.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t limit);

}  // namespace analytics_report
