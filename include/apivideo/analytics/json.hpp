// SPDX-License-Identifier: MIT
/// @file
/// @brief Responses and errors as JSON, for programs that use nlohmann_json: `nlohmann::json(response)` and
/// `json.get<apivideo::Pagination>()`.
///
/// The JSON is the service's own: its names, such as `itemsTotal`, and its nesting. Unset members are left out, and so
/// are `rate_limit` and `http` of a response.
///
/// Reading follows the rules of the calls of AnalyticsApi: unknown members are ignored, a missing or null member
/// becomes unset, an empty array may stand for an object. `value` and `plays` of a row and `data` of a page are
/// required. A member of another type is refused in rows, paginations and responses; in errors and contexts it becomes
/// unset, and malformed `links` become none.
///
/// Not part of `apivideo/apivideo.hpp`: only programs that include this header need nlohmann_json, version 3.11 or
/// newer.
#pragma once

#include <apivideo/analytics/metrics_response.hpp>
#include <apivideo/analytics/plays_response.hpp>
#include <apivideo/detail/json_field.hpp>
#include <apivideo/error_models.hpp>
#include <apivideo/export.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace apivideo {

namespace detail::json {

APIVIDEO_EXPORT Fields fields_of(const AnalyticsData&) noexcept;
APIVIDEO_EXPORT Fields fields_of(const PaginationLink&) noexcept;
APIVIDEO_EXPORT Fields fields_of(const Pagination&) noexcept;
APIVIDEO_EXPORT Fields fields_of(const AnalyticsPlaysResponse&) noexcept;
APIVIDEO_EXPORT Fields fields_of(const MetricsTimeframe&) noexcept;
APIVIDEO_EXPORT Fields fields_of(const MetricsContext&) noexcept;
APIVIDEO_EXPORT Fields fields_of(const AggregatedMetricsResponse&) noexcept;
APIVIDEO_EXPORT Fields fields_of(const BreakdownData&) noexcept;
APIVIDEO_EXPORT Fields fields_of(const MetricsBreakdownResponse&) noexcept;
APIVIDEO_EXPORT Fields fields_of(const OverTimeData&) noexcept;
APIVIDEO_EXPORT Fields fields_of(const MetricsOverTimeResponse&) noexcept;
APIVIDEO_EXPORT Fields fields_of(const AnalyticsPlays400Error&) noexcept;
APIVIDEO_EXPORT Fields fields_of(const Model403ErrorSchema&) noexcept;
APIVIDEO_EXPORT Fields fields_of(const NotFound&) noexcept;
APIVIDEO_EXPORT Fields fields_of(const TooManyRequests&) noexcept;
APIVIDEO_EXPORT Fields fields_of(const Problem&) noexcept;

/// How deep objects and arrays may be nested.
APIVIDEO_EXPORT int depth_limit() noexcept;
/// Text is the form of JSON that all versions of nlohmann_json share. @return the fault; empty if there is none.
APIVIDEO_EXPORT std::string read_text(std::string_view text, Fields fields, void* object);

inline nlohmann::json tree_of(Fields fields, const void* object) {
    nlohmann::json tree = nlohmann::json::object();
    for (const Field& field : fields) {
        const void* const value = field.value(object);
        if (!value) continue;
        nlohmann::json& member = tree[std::string{field.name}];
        if (field.type == Type::string) member = *static_cast<const std::string*>(value);
        if (field.type == Type::integer) member = *static_cast<const std::int64_t*>(value);
        if (field.type == Type::number) member = *static_cast<const double*>(value);
        if (field.type == Type::object) member = tree_of(field.fields, value);
        if (field.type != Type::list) continue;
        member = nlohmann::json::array();
        for (std::size_t i = 0; i < field.size(value); ++i)
            member.push_back(tree_of(field.fields, field.item(value, i)));
    }
    return tree;
}

inline bool is_nested_deeper(const nlohmann::json& tree, int levels) {
    if (!tree.is_structured()) return false;
    return levels == 0 || std::any_of(tree.begin(), tree.end(), [levels](const nlohmann::json& inner) {
               return is_nested_deeper(inner, levels - 1);
           });
}

}  // namespace detail::json

/// Writes a row, link, pagination, response, or error as JSON.
template <class T, class = decltype(detail::json::fields_of(std::declval<const T&>()))>
void to_json(nlohmann::json& tree, const T& value) {
    tree = detail::json::tree_of(detail::json::fields_of(value), &value);
}

/// Reads a row, link, pagination, response, or error from JSON.
/// @throws nlohmann::json::exception if @p tree is not one; @p value is then as it was.
template <class T, class = decltype(detail::json::fields_of(std::declval<const T&>()))>
void from_json(const nlohmann::json& tree, T& value) {
    const int limit = detail::json::depth_limit();
    if (detail::json::is_nested_deeper(tree, limit))  // dump() recurses
        throw nlohmann::json::type_error::create(302, "expected JSON of at most " + std::to_string(limit) + " levels",
                                                 &tree);
    T read{};
    const std::string text = tree.is_array() && tree.empty() ? "{}" : tree.dump();
    const std::string fault = detail::json::read_text(text, detail::json::fields_of(read), &read);
    if (!fault.empty()) throw nlohmann::json::type_error::create(302, fault, &tree);
    value = std::move(read);
}

}  // namespace apivideo
