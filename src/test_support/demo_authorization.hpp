// SPDX-License-Identifier: MIT
// What an `Authorization` header holds.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace apivideo::detail {

enum class DemoScheme { basic, bearer };

struct DemoCredentials {
    DemoScheme scheme;
    std::string text;  ///< `user:password` of Basic, decoded; the token of Bearer.
};

/// Unset where it is neither Basic nor Bearer or holds nothing that can be read. The scheme's case does not matter.
[[nodiscard]] std::optional<DemoCredentials> parse_demo_authorization(std::string_view header);

}  // namespace apivideo::detail
