// SPDX-License-Identifier: MIT
// Members of requests as parameters: each is checked, then written as text.
#pragma once

#include <date/date.h>

#include "http/query.hpp"

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace apivideo::detail {

/// The most rows that the service puts on a page.
inline constexpr std::int64_t max_page_size = 100;

// Each throws an InvalidRequestException of @p field if the value cannot be sent.

/// A day such as `2023-06-01`.
[[nodiscard]] std::string day(const char* field, const date::year_month_day& value);
[[nodiscard]] std::optional<std::string> day(const char* field, const std::optional<date::year_month_day>& value);

/// A time in UTC such as `2023-06-01T10:00:00Z`.
[[nodiscard]] std::string instant(const char* field, date::sys_seconds value);

/// A name of the service, which is not empty and can be a segment of a path.
[[nodiscard]] const std::string& name(const char* field, const std::string& value);
/// A text that is not empty.
[[nodiscard]] const std::string& text(const char* field, const std::string& value);

/// An id behind its prefix, such as `videoId:vi1`.
[[nodiscard]] std::string prefixed_id(const char* field, std::string_view prefix, const std::string& id);

/// A number from 1 to @p max.
[[nodiscard]] std::optional<std::int64_t> count(const char* field, std::optional<std::int64_t> value,
                                                std::int64_t max = std::numeric_limits<std::int64_t>::max());

// What several calls have in common.

/// Adds `from` and `to`, which is not before it.
void add_period(Query& query, const date::year_month_day& from, const std::optional<date::year_month_day>& to);
void add_period(Query& query, std::optional<date::sys_seconds> from, std::optional<date::sys_seconds> to);
/// Adds `currentPage` and `pageSize`.
void add_page(Query& query, std::optional<std::int64_t> current_page, std::optional<std::int64_t> page_size);

}  // namespace apivideo::detail
