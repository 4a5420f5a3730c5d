// SPDX-License-Identifier: MIT
// How the members of JSON objects and of structs correspond, for apivideo/analytics/json.hpp. Not API.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace apivideo::detail::json {

/// The JSON type that a field takes.
enum class Type : std::uint8_t { string, integer, number, object, list, nothing };

/// What the reader does if a member is missing, null, or of another type.
enum class Rule : std::uint8_t {
    required,       ///< Each of these is an error, and so is a second member of that name.
    defaulted,      ///< A missing member keeps its default value; null or another type is an error.
    optional,       ///< A missing or null member is unset; another type or a second object is an error. `[]` is `{}`.
    lenient,        ///< The member is unset.
    whole_list,     ///< The list is empty if any item does not fit or there are too many.
    fitting_items,  ///< The list has the items of which a member fits, up to the limit.
};

struct Field;

/// The fields of one struct, whose type only the fields know.
struct Fields {
    const Field* first = nullptr;
    std::size_t count = 0;
    std::uint32_t required = 0;  ///< A bit for each required field, the lowest for the first.

    [[nodiscard]] constexpr const Field* begin() const noexcept { return first; }
    [[nodiscard]] constexpr const Field* end() const noexcept;
};

/// One member of a JSON object and of a struct.
struct Field {
    std::string_view name;
    Type type;
    Rule rule;
    Fields fields{};  ///< Of the object, or of each object in the list.
    std::size_t max_items = SIZE_MAX;

    void* (*fill)(void* object) = nullptr;               ///< The place for the value; an optional is set.
    void (*reset)(void* object) = nullptr;               ///< Gives the member the value that it had at first.
    const void* (*value)(const void* object) = nullptr;  ///< The value; null if it is not to be written.

    void* (*append)(void* list) = nullptr;  ///< The place for one more item.
    void (*remove_last)(void* list) = nullptr;
    std::size_t (*size)(const void* list) = nullptr;
    const void* (*item)(const void* list, std::size_t index) = nullptr;
};

constexpr const Field* Fields::end() const noexcept { return first + count; }

}  // namespace apivideo::detail::json
