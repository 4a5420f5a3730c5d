// SPDX-License-Identifier: MIT
// Numbers as people read them.
#pragma once

#include <cstdint>
#include <string>

namespace analytics_report {

/// Such as `-1,234,567`.
[[nodiscard]] std::string grouped(std::int64_t number);

/// For an axis: `9,999`, but `10k`, `1.5M`, `2B`, `3T`.
[[nodiscard]] std::string abbreviated(std::int64_t number);

/// How much @p part is of @p whole: `12.3%`, `<0.1%` for what is more than nothing but rounds to it; empty where the
/// whole is nothing or either is below it.
[[nodiscard]] std::string share(std::int64_t part, std::int64_t whole);

/// Such as `1 row` or `1,234 rows`.
[[nodiscard]] std::string counted(std::int64_t number, const std::string& one, const std::string& many);

}  // namespace analytics_report
