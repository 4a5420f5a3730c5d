// SPDX-License-Identifier: MIT
/// @file
/// @brief Answers and errors as JSON, for programs that use nlohmann_json: `nlohmann::json(response)` and
/// `json.get<apivideo::Pagination>()`.
///
/// The JSON is the service's own: its names, such as `itemsTotal`, and its nesting. What is unset is left out, and what
/// is left out or null becomes unset. Members that are not known are ignored.
///
/// The from_json functions throw what nlohmann_json throws: `nlohmann::json::exception`, where a required member is
/// missing or a member is of another type. The calls of AnalyticsApi do not go through here.
///
/// Not part of `apivideo/apivideo.hpp`: only those who include this need nlohmann_json, version 3.11 or newer.
#pragma once

#include <apivideo/analytics/plays_response.hpp>
#include <apivideo/error_models.hpp>

#include <nlohmann/json.hpp>

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace apivideo {

namespace detail {

template <class T>
void set_json_member(nlohmann::json& json, const char* name, const std::optional<T>& member) {
    if (member) json[name] = *member;
}

/// nlohmann_json turns one kind of number into another in silence, and wraps what is too large.
inline void check_json_type(const nlohmann::json& value, const char* name, const std::string*) {
    if (!value.is_string())
        throw nlohmann::json::type_error::create(302, std::string{name} + ": expected a string", &value);
}
inline void check_json_type(const nlohmann::json& value, const char* name, const std::int64_t*) {
    if (!value.is_number_integer())
        throw nlohmann::json::type_error::create(302, std::string{name} + ": expected an integer", &value);
    constexpr auto most = static_cast<std::uint64_t>((std::numeric_limits<std::int64_t>::max)());
    if (value.is_number_unsigned() && value.get<std::uint64_t>() > most)
        throw nlohmann::json::out_of_range::create(406, std::string{name} + ": expected an integer of 64 bits", &value);
}

template <class T>
void get_json_member(const nlohmann::json& json, const char* name, T& member) {
    const nlohmann::json& value = json.at(name);
    check_json_type(value, name, static_cast<const T*>(nullptr));
    value.get_to(member);
}
template <class T>
void get_json_member(const nlohmann::json& json, const char* name, std::optional<T>& member) {
    member.reset();
    const auto found = json.find(name);
    if (found == json.end() || found->is_null()) return;
    get_json_member(json, name, member.emplace());
}

inline void check_json_object(const nlohmann::json& json, const char* what) {
    if (!json.is_object())
        throw nlohmann::json::type_error::create(302, std::string{what} + ": expected an object", &json);
}

}  // namespace detail

/// A row: `value`, `plays`.
inline void to_json(nlohmann::json& json, const AnalyticsData& row) {
    json = nlohmann::json::object();
    json["value"] = row.value;
    json["plays"] = row.plays;
}
/// A row. Both members are required.
inline void from_json(const nlohmann::json& json, AnalyticsData& row) {
    detail::get_json_member(json, "value", row.value);
    detail::get_json_member(json, "plays", row.plays);
}

/// A link: `rel`, `uri`.
inline void to_json(nlohmann::json& json, const PaginationLink& link) { json = {{"rel", link.rel}, {"uri", link.uri}}; }
/// A link. A member that is not there becomes empty.
inline void from_json(const nlohmann::json& json, PaginationLink& link) {
    link = {};
    detail::check_json_object(json, "link");
    if (json.contains("rel")) detail::get_json_member(json, "rel", link.rel);
    if (json.contains("uri")) detail::get_json_member(json, "uri", link.uri);
}

/// `itemsTotal`, `pagesTotal`, `pageSize`, `currentPage`, `currentPageItems`, as far as they are set, and `links`.
inline void to_json(nlohmann::json& json, const Pagination& pagination) {
    json = nlohmann::json::object();
    json["links"] = pagination.links;
    detail::set_json_member(json, "itemsTotal", pagination.items_total);
    detail::set_json_member(json, "pagesTotal", pagination.pages_total);
    detail::set_json_member(json, "pageSize", pagination.page_size);
    detail::set_json_member(json, "currentPage", pagination.current_page);
    detail::set_json_member(json, "currentPageItems", pagination.current_page_items);
}
/// No member is required. Links that are malformed or more than 100 are none, and an empty array is a pagination
/// without anything, as the calls of AnalyticsApi have it.
inline void from_json(const nlohmann::json& json, Pagination& pagination) {
    pagination = {};
    if (json.is_array() && json.empty()) return;
    detail::check_json_object(json, "pagination");
    detail::get_json_member(json, "itemsTotal", pagination.items_total);
    detail::get_json_member(json, "pagesTotal", pagination.pages_total);
    detail::get_json_member(json, "pageSize", pagination.page_size);
    detail::get_json_member(json, "currentPage", pagination.current_page);
    detail::get_json_member(json, "currentPageItems", pagination.current_page_items);
    try {
        const auto links = json.find("links");
        if (links != json.end() && links->is_array() && links->size() <= 100) links->get_to(pagination.links);
    } catch (const nlohmann::json::exception&) {
        pagination.links.clear();
    }
}

/// The body of the answer: `data` and `pagination`. What came beside the body, `rate_limit` and `http`, is not written.
inline void to_json(nlohmann::json& json, const AnalyticsPlaysResponse& response) {
    json = nlohmann::json::object();
    json["data"] = response.data;
    json["pagination"] = response.pagination;
}
/// The body of an answer: `data` is required, `pagination` is not. `rate_limit` and `http` become empty.
inline void from_json(const nlohmann::json& json, AnalyticsPlaysResponse& response) {
    AnalyticsPlaysResponse read;
    json.at("data").get_to(read.data);
    const auto pagination = json.find("pagination");
    if (pagination != json.end() && !pagination->is_null()) pagination->get_to(read.pagination);
    response = std::move(read);
}

/// `type`, `title`, `status`, `detail`, `name`, as far as they are set.
inline void to_json(nlohmann::json& json, const AnalyticsPlays400Error& error) {
    json = nlohmann::json::object();
    detail::set_json_member(json, "type", error.type);
    detail::set_json_member(json, "title", error.title);
    detail::set_json_member(json, "status", error.status);
    detail::set_json_member(json, "detail", error.detail);
    detail::set_json_member(json, "name", error.name);
}
/// No member is required.
inline void from_json(const nlohmann::json& json, AnalyticsPlays400Error& error) {
    detail::check_json_object(json, "the error");
    detail::get_json_member(json, "type", error.type);
    detail::get_json_member(json, "title", error.title);
    detail::get_json_member(json, "status", error.status);
    detail::get_json_member(json, "detail", error.detail);
    detail::get_json_member(json, "name", error.name);
}

/// `type`, `title`, `name`, `status`, as far as they are set.
inline void to_json(nlohmann::json& json, const Model403ErrorSchema& error) {
    json = nlohmann::json::object();
    detail::set_json_member(json, "type", error.type);
    detail::set_json_member(json, "title", error.title);
    detail::set_json_member(json, "name", error.name);
    detail::set_json_member(json, "status", error.status);
}
/// No member is required.
inline void from_json(const nlohmann::json& json, Model403ErrorSchema& error) {
    detail::check_json_object(json, "the error");
    detail::get_json_member(json, "type", error.type);
    detail::get_json_member(json, "title", error.title);
    detail::get_json_member(json, "name", error.name);
    detail::get_json_member(json, "status", error.status);
}

/// `type`, `title`, `name`, `status`, as far as they are set.
inline void to_json(nlohmann::json& json, const NotFound& error) {
    json = nlohmann::json::object();
    detail::set_json_member(json, "type", error.type);
    detail::set_json_member(json, "title", error.title);
    detail::set_json_member(json, "name", error.name);
    detail::set_json_member(json, "status", error.status);
}
/// No member is required.
inline void from_json(const nlohmann::json& json, NotFound& error) {
    detail::check_json_object(json, "the error");
    detail::get_json_member(json, "type", error.type);
    detail::get_json_member(json, "title", error.title);
    detail::get_json_member(json, "name", error.name);
    detail::get_json_member(json, "status", error.status);
}

/// `type`, `title`, `status`, as far as they are set.
inline void to_json(nlohmann::json& json, const TooManyRequests& error) {
    json = nlohmann::json::object();
    detail::set_json_member(json, "type", error.type);
    detail::set_json_member(json, "title", error.title);
    detail::set_json_member(json, "status", error.status);
}
/// No member is required.
inline void from_json(const nlohmann::json& json, TooManyRequests& error) {
    detail::check_json_object(json, "the error");
    detail::get_json_member(json, "type", error.type);
    detail::get_json_member(json, "title", error.title);
    detail::get_json_member(json, "status", error.status);
}

namespace detail {

inline void get_problem(const nlohmann::json& json, Problem& problem, int level) {
    constexpr int most_levels = 32;
    if (level > most_levels)
        throw nlohmann::json::type_error::create(302, "problems: expected at most 32 levels of them", &json);
    check_json_object(json, "the problem");
    get_json_member(json, "type", problem.type);
    get_json_member(json, "title", problem.title);
    get_json_member(json, "status", problem.status);
    get_json_member(json, "detail", problem.detail);
    get_json_member(json, "name", problem.name);
    problem.problems.clear();
    const auto problems = json.find("problems");
    if (problems == json.end() || problems->is_null()) return;
    if (!problems->is_array()) throw nlohmann::json::type_error::create(302, "problems: expected an array", &*problems);
    for (const nlohmann::json& inner : *problems) get_problem(inner, problem.problems.emplace_back(), level + 1);
}

}  // namespace detail

/// `type`, `title`, `status`, `detail`, `name`, as far as they are set, and `problems` where there are some.
inline void to_json(nlohmann::json& json, const Problem& problem) {
    json = nlohmann::json::object();
    detail::set_json_member(json, "type", problem.type);
    detail::set_json_member(json, "title", problem.title);
    detail::set_json_member(json, "status", problem.status);
    detail::set_json_member(json, "detail", problem.detail);
    detail::set_json_member(json, "name", problem.name);
    if (!problem.problems.empty()) json["problems"] = problem.problems;
}
/// No member is required. Further problems may be nested 32 levels deep: a body may come from anywhere.
inline void from_json(const nlohmann::json& json, Problem& problem) { detail::get_problem(json, problem, 1); }

}  // namespace apivideo
