// SPDX-License-Identifier: MIT
// Numbers as text, for programs and for people.
#pragma once

#include <cstdint>
#include <string>

namespace analytics_report {

/// The shortest text that reads back as @p number: with a point in every locale, and without an exponent from 1e-4 to
/// 1e15.
[[nodiscard]] std::string plain(double number);

/// @p number with at most @p places places, without needless ones.
[[nodiscard]] std::string with_places(double number, int places);
/// The same, but a number that is not 0 and would be written so stays as plain() has it.
[[nodiscard]] std::string rounded(double number, int places);

/// A number as text, with its thousands set apart: `-1,234,567`, `1,234.5678`.
[[nodiscard]] std::string grouped(std::string number);
[[nodiscard]] std::string grouped(std::int64_t number);

/// For an axis: `9,999`, but `10k`, `1.5M`, `2B`, `3T`.
[[nodiscard]] std::string abbreviated(double number);

/// How much @p part is of @p whole: `12.3%`, `<0.1%` for what is more than nothing but rounds to it; empty where the
/// whole is nothing or either is below it.
[[nodiscard]] std::string share(double part, double whole);

/// Such as `1 row` or `1,234 rows`.
[[nodiscard]] std::string counted(std::int64_t number, const std::string& one, const std::string& many);

}  // namespace analytics_report
