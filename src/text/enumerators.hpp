// SPDX-License-Identifier: MIT
// How the enumerations of the public headers are written to streams.
#pragma once

#include <ostream>
#include <string>
#include <string_view>

namespace apivideo::detail {

/// Writes @p name, or the type and the number, such as `VideosDimension(17)`, if @p name is empty.
template <class Enumeration>
std::ostream& write_enumerator(std::ostream& stream, std::string_view name, std::string_view type, Enumeration value) {
    if (!name.empty()) return stream << name;
    return stream << std::string{type} + '(' + std::to_string(static_cast<int>(value)) + ')';
}

}  // namespace apivideo::detail
