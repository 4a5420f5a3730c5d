// SPDX-License-Identifier: MIT
// Percent-encoding of parts of a URL, as RFC 3986 has it.
#pragma once

#include <string>
#include <string_view>

namespace apivideo::detail {

/// Appends @p value to @p out: letters, digits and `-._~` as they are, every other byte as %XX.
void append_percent_encoded(std::string& out, std::string_view value);

}  // namespace apivideo::detail
