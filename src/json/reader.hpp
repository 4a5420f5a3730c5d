// SPDX-License-Identifier: MIT
// Reads JSON into a struct in one pass, as the table of the struct says.
#pragma once

#include "json/fields.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace apivideo::detail::json {

/// Why a text does not fit a table.
struct Fault {
    std::string where;    ///< JSON Pointer of the value, as far as the table knows the path.
    std::string message;  ///< What was expected and what was found.
};

[[nodiscard]] std::optional<Fault> read(std::string_view text, Fields fields, void* object);

/// Fills @p object from @p text, and skips the members that @p table does not name.
/// @return the first fault; @p object is then not to be used.
template <class Object, std::size_t N>
[[nodiscard]] std::optional<Fault> read(std::string_view text, const Table<Object, N>& table, Object& object) {
    return read(text, table.fields(), &object);
}

}  // namespace apivideo::detail::json
