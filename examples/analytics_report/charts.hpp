// SPDX-License-Identifier: MIT
// The charts of a report, as SVG that keeps its type size at any width.
#pragma once

#include "report.hpp"

#include <date/date.h>

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

namespace analytics_report {

inline constexpr std::size_t max_bars = 15;

/// Such as `4,000 plays`, `0.25`, or that there is no value.
[[nodiscard]] std::string counted(const Row& row, const Measure& measure);

/// A bar for each of @p rows with a number, longest first, at most max_bars.
/// @param what one of them is called, such as `country`.
[[nodiscard]] std::string bar_chart(const Report& report, const std::string& title, const std::string& what);

/// How long the time of one row is.
enum class TimeStep { minute = 1, hour, day };
[[nodiscard]] std::chrono::seconds length_of(TimeStep step);
/// Such as `hour`.
[[nodiscard]] const char* name_of(TimeStep step);

struct Point {
    date::sys_seconds at{};
    Row row{};  ///< Its number is set.
};

/// The rows that have a number and whose value is a time, in order of time.
[[nodiscard]] std::vector<Point> timed(const std::vector<Row>& rows);

/// @p points, with one of 0 for each step of @p period that has none: what was never played has no row. Steps are whole
/// days, hours or minutes. If some point is none of them, or they are more than 10 000, @p points are left as they are.
[[nodiscard]] std::vector<Point> without_gaps(std::vector<Point> points, const Period& period, TimeStep step);

/// Whether some of them can only be of hours, not of days.
[[nodiscard]] bool hourly(const std::vector<Point>& points);

/// Such as `12 Jun 2023`, with the time of day where a step is shorter.
[[nodiscard]] std::string time_text(date::sys_seconds at, TimeStep step);

/// A line through @p points, which are in order of time; at least one. It is broken where steps are missing.
[[nodiscard]] std::string line_chart(const std::vector<Point>& points, const Measure& measure, const std::string& title,
                                     TimeStep step);

}  // namespace analytics_report
