// SPDX-License-Identifier: MIT
// Finds JSON that is not to be parsed, since the parser would hold a part of it many times over.
#pragma once

#include <cstddef>
#include <string_view>

namespace apivideo::detail {

/// The most bytes that one text, number or word in JSON may have. nlohmann's parser holds such a token twice, with room
/// to grow, and several times more in what it says where the token is malformed.
inline constexpr std::size_t longest_json_token = std::size_t{1} << 20;

/// Whether there is a longer one in @p json, which need not be valid.
[[nodiscard]] bool has_longer_token(std::string_view json) noexcept;

}  // namespace apivideo::detail
