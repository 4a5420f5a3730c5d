// SPDX-License-Identifier: MIT
// Foreign text made fit to stand in a message of one line.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace apivideo::detail {

/// Appends @p text to @p out with a space for every character that ends a line, steers a terminal, or reorders,
/// reshapes or hides text, and U+FFFD for every byte that is not UTF-8: neither is a part of a credential, so that none
/// comes about here. Of a text longer than @p limit bytes only the beginning, then `...`.
void append_one_line(std::string& out, std::string_view text, std::size_t limit = 1000);

[[nodiscard]] inline std::string one_line(std::string_view text) {
    std::string out;
    append_one_line(out, text);
    return out;
}

}  // namespace apivideo::detail
