// SPDX-License-Identifier: MIT
// The service's error bodies: their members, and the decoder.
#pragma once

#include <apivideo/error_models.hpp>

#include "json/fields.hpp"
#include "json/reader.hpp"

#include <cstddef>
#include <string_view>

namespace apivideo::detail {

/// A problem takes many times the memory of the text `{}`.
inline constexpr std::size_t max_problems = 100;

// Each of these members is in several of the structs.
template <class Model>
inline constexpr auto type_field = json::lenient<&Model::type>("type");
template <class Model>
inline constexpr auto title_field = json::lenient<&Model::title>("title");
template <class Model>
inline constexpr auto status_field = json::lenient<&Model::status>("status");
template <class Model>
inline constexpr auto detail_field = json::lenient<&Model::detail>("detail");
template <class Model>
inline constexpr auto name_field = json::lenient<&Model::name>("name");

inline constexpr auto bad_request_fields = json::table(
    type_field<AnalyticsPlays400Error>, title_field<AnalyticsPlays400Error>, status_field<AnalyticsPlays400Error>,
    detail_field<AnalyticsPlays400Error>, name_field<AnalyticsPlays400Error>);

inline constexpr auto forbidden_fields =
    json::table(type_field<Model403ErrorSchema>, title_field<Model403ErrorSchema>, name_field<Model403ErrorSchema>,
                status_field<Model403ErrorSchema>);

inline constexpr auto not_found_fields =
    json::table(type_field<NotFound>, title_field<NotFound>, name_field<NotFound>, status_field<NotFound>);

inline constexpr auto too_many_requests_fields =
    json::table(type_field<TooManyRequests>, title_field<TooManyRequests>, status_field<TooManyRequests>);

inline constexpr auto further_problem_fields = json::table(
    type_field<Problem>, title_field<Problem>, status_field<Problem>, detail_field<Problem>, name_field<Problem>);

inline constexpr auto problem_fields = json::table(
    type_field<Problem>, title_field<Problem>, status_field<Problem>, detail_field<Problem>, name_field<Problem>,
    json::fitting_items<&Problem::problems>("problems", further_problem_fields, max_problems));

/// Empty if @p body is not one valid JSON object; a member of another type than documented is unset.
[[nodiscard]] inline Problem decode_problem(std::string_view body) {
    Problem problem;
    if (json::read(body, problem_fields, problem)) return {};
    return problem;
}

}  // namespace apivideo::detail
