// SPDX-License-Identifier: MIT
// The charts of a report, as SVG that keeps its type size at any width.
#pragma once

#include "report.hpp"

#include <date/date.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace plays_report {

inline constexpr std::size_t most_bars = 15;

/// A bar for each of @p rows, longest first, at most most_bars.
/// @param what one of them is called, such as `country`.
[[nodiscard]] std::string bar_chart(std::vector<apivideo::AnalyticsData> rows, const std::string& title,
                                    const std::string& what);

struct TimedPlays {
    date::sys_seconds at{};
    std::int64_t plays{0};
};

/// The rows whose value is a time, in order of time.
[[nodiscard]] std::vector<TimedPlays> timed(const std::vector<apivideo::AnalyticsData>& rows);

/// Whether they are of hours, not of days.
[[nodiscard]] bool hourly(const std::vector<TimedPlays>& points);

/// Such as `12 Jun 2023`, with the hour where that is told.
[[nodiscard]] std::string time_text(date::sys_seconds at, bool with_hour);

/// A line through all @p points, which are in order of time; at least one.
[[nodiscard]] std::string line_chart(const std::vector<TimedPlays>& points, const std::string& title);

}  // namespace plays_report
