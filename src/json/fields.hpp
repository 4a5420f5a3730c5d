// SPDX-License-Identifier: MIT
// Tables that map the members of a JSON object to the members of a struct.
#pragma once

#include <apivideo/detail/json_field.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace apivideo::detail::json {

/// A field of the struct Object.
template <class Object>
struct FieldOf {
    Field field;
};

/// The N fields of the struct Object.
template <class Object, std::size_t N>
struct Table {
    static_assert(N <= 32, "Fields::required has 32 bits");
    std::array<Field, N> rows;

    [[nodiscard]] constexpr Fields fields() const noexcept {
        Fields fields{rows.data(), N, 0};
        for (std::size_t i = 0; i < N; ++i)
            if (rows[i].rule == Rule::required) fields.required |= std::uint32_t{1} << i;
        return fields;
    }
};

template <class Object, class... Others>
constexpr Table<Object, 1 + sizeof...(Others)> table(FieldOf<Object> first, Others... others) {
    static_assert((std::is_same_v<Others, FieldOf<Object>> && ...), "all fields of a table belong to one struct");
    return {{first.field, others.field...}};
}

template <class Member>
struct MemberPointer;
template <class O, class V>
struct MemberPointer<V O::*> {
    using Object = O;
    using Value = V;
};
template <auto member>
using ObjectOf = typename MemberPointer<decltype(member)>::Object;
template <auto member>
using ValueOf = typename MemberPointer<decltype(member)>::Value;

/// The JSON type of a C++ type, and the struct that its table describes.
template <class T>
struct Shape {
    static_assert(std::is_class_v<T>, "fields are strings, std::int64_t, double, structs, and lists of structs");
    static constexpr Type type = Type::object;
    using Struct = T;
};
template <>
struct Shape<std::string> {
    static constexpr Type type = Type::string;
};
template <>
struct Shape<std::int64_t> {
    static constexpr Type type = Type::integer;
};
template <>
struct Shape<double> {
    static constexpr Type type = Type::number;
};
template <class T>
struct Shape<std::vector<T>> {
    static constexpr Type type = Type::list;
    using Struct = T;
};
template <class T>
struct Shape<std::optional<T>> : Shape<T> {};

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;

template <auto member>
constexpr FieldOf<ObjectOf<member>> field(std::string_view name, Rule rule, Fields fields = {},
                                          std::size_t max_items = SIZE_MAX) {
    using Object = ObjectOf<member>;
    using Value = ValueOf<member>;
    Field field{name, Shape<Value>::type, rule, fields, max_items};
    field.fill = [](void* object) -> void* {
        Value& value = static_cast<Object*>(object)->*member;
        if constexpr (is_optional<Value>)
            return &value.emplace();
        else
            return &value;
    };
    field.reset = [](void* object) { static_cast<Object*>(object)->*member = Value{}; };
    field.value = [](const void* object) -> const void* {
        const Value& value = static_cast<const Object*>(object)->*member;
        if constexpr (is_optional<Value>)
            return value ? &*value : nullptr;
        else
            return &value;
    };
    if constexpr (Shape<Value>::type == Type::list) {
        field.append = [](void* list) -> void* { return &static_cast<Value*>(list)->emplace_back(); };
        field.remove_last = [](void* list) { static_cast<Value*>(list)->pop_back(); };
        field.size = [](const void* list) { return static_cast<const Value*>(list)->size(); };
        field.item = [](const void* list, std::size_t index) -> const void* {
            return &(*static_cast<const Value*>(list))[index];
        };
    }
    return {field};
}

/// A field that needs no table.
template <auto member>
constexpr auto scalar(std::string_view name, Rule rule) {
    constexpr Type type = Shape<ValueOf<member>>::type;
    static_assert(type != Type::object && type != Type::list, "an object or a list needs the table of its struct");
    return field<member>(name, rule);
}

template <auto member, std::size_t N>
using TableOf = Table<typename Shape<ValueOf<member>>::Struct, N>;

// What tables are written with; see Rule. A member that is an object or a list takes the table of its struct.

template <auto member>
constexpr auto required(std::string_view name) {
    return scalar<member>(name, Rule::required);
}
template <auto member, std::size_t N>
constexpr auto required(std::string_view name, const TableOf<member, N>& table) {
    return field<member>(name, Rule::required, table.fields());
}
template <auto member>
constexpr auto defaulted(std::string_view name) {
    return scalar<member>(name, Rule::defaulted);
}
template <auto member>
constexpr auto optional(std::string_view name) {
    return scalar<member>(name, Rule::optional);
}
template <auto member, std::size_t N>
constexpr auto optional(std::string_view name, const TableOf<member, N>& table) {
    return field<member>(name, Rule::optional, table.fields());
}
template <auto member>
constexpr auto lenient(std::string_view name) {
    return scalar<member>(name, Rule::lenient);
}
template <auto member, std::size_t N>
constexpr auto lenient(std::string_view name, const TableOf<member, N>& table) {
    return field<member>(name, Rule::lenient, table.fields());
}
template <auto member, std::size_t N>
constexpr auto whole_list(std::string_view name, const TableOf<member, N>& item, std::size_t max_items) {
    return field<member>(name, Rule::whole_list, item.fields(), max_items);
}
template <auto member, std::size_t N>
constexpr auto fitting_items(std::string_view name, const TableOf<member, N>& item, std::size_t max_items) {
    FieldOf<ObjectOf<member>> made = field<member>(name, Rule::fitting_items, item.fields(), max_items);
    made.field.value = [](const void* object) -> const void* {
        const auto& list = static_cast<const ObjectOf<member>*>(object)->*member;
        return list.empty() ? nullptr : &list;
    };
    return made;
}

}  // namespace apivideo::detail::json
