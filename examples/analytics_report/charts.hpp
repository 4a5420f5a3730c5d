// SPDX-License-Identifier: MIT
// The charts of a report, as SVG that keeps its type size at any width.
#pragma once

#include "report.hpp"

#include <date/date.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace analytics_report {

inline constexpr std::size_t max_bars = 15;

/// Its value, or a word for none.
[[nodiscard]] std::string name_of(const apivideo::AnalyticsData& row);

/// A bar for each of @p rows, longest first, at most max_bars.
/// @param what one of them is called, such as `country`.
[[nodiscard]] std::string bar_chart(std::vector<apivideo::AnalyticsData> rows, const std::string& title,
                                    const std::string& what);

struct TimedPlays {
    date::sys_seconds at{};
    std::int64_t plays{0};
};

/// The rows whose value is a time, in order of time.
[[nodiscard]] std::vector<TimedPlays> timed(const std::vector<apivideo::AnalyticsData>& rows);

/// @p points, with one of no plays for each hour or day of @p period that has none: what was never played has no row.
/// Points that are none of its hours or days are left as they are, and so is a period of more than 10 000.
[[nodiscard]] std::vector<TimedPlays> without_gaps(std::vector<TimedPlays> points, const Period& period, bool by_hour);

/// Whether some of them can only be of hours, not of days.
[[nodiscard]] bool hourly(const std::vector<TimedPlays>& points);

/// Such as `12 Jun 2023`, with the hour where that is told.
[[nodiscard]] std::string time_text(date::sys_seconds at, bool with_hour);

/// A line through @p points, which are in order of time; at least one. It is broken where hours or days are missing.
[[nodiscard]] std::string line_chart(const std::vector<TimedPlays>& points, const std::string& title, bool by_hour);

}  // namespace analytics_report
