// SPDX-License-Identifier: MIT
// The names of enumerators.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>

namespace apivideo::detail {

/// Of an enumeration whose enumerators count from 1.
template <class Enumeration, std::size_t N>
struct EnumeratorNames {
    std::string_view type;
    std::array<std::string_view, N> names;

    /// Empty for a value that is not an enumerator.
    [[nodiscard]] constexpr std::string_view of(Enumeration value) const noexcept {
        const std::size_t index = static_cast<std::size_t>(value) - 1;
        return index < N ? names[index] : std::string_view{};
    }
    [[nodiscard]] constexpr std::optional<Enumeration> find(std::string_view name) const noexcept {
        for (std::size_t i = 0; i < N; ++i)
            if (names[i] == name) return static_cast<Enumeration>(i + 1);
        return std::nullopt;
    }
    /// Writes the name, or the type and the number, such as `VideosDimension(17)`.
    std::ostream& write(std::ostream& stream, Enumeration value) const {
        if (!of(value).empty()) return stream << of(value);
        return stream << std::string{type} + '(' + std::to_string(static_cast<int>(value)) + ')';
    }
};

}  // namespace apivideo::detail
