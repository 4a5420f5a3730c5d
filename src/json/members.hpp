// SPDX-License-Identifier: MIT
// Reads the flat JSON of errors and logins: the members of one object, without building a tree.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <variant>

namespace apivideo::detail {

/// A string or integer member.
struct JsonMember {
    std::size_t item;  ///< 0: of the object itself; n: of the n-th object in its list.
    std::string_view name;
    std::variant<std::string, std::int64_t> value;
};

/// Calls @p on_member for each string or 64-bit integer member of the object that @p json holds, and of the objects in
/// its array member @p list. All else is skipped.
/// @return whether @p json is one valid JSON object, nested no deeper than 64 levels; if not, what was reported is not
/// to be used.
bool read_json_members(std::string_view json, std::string_view list,
                       const std::function<void(JsonMember&&)>& on_member);

}  // namespace apivideo::detail
