// SPDX-License-Identifier: MIT
// Where the lines of a chart's axes are, and what they say: arithmetic only.
#pragma once

#include <date/date.h>

#include <string>
#include <vector>

namespace analytics_report {

/// From 0 up, in steps of 1, 2 or 5 times a power of ten.
struct ValueAxis {
    std::vector<double> ticks{};
    double top{1};  ///< Not below the last tick nor what was to be shown.
};

/// For values from 0 to @p most, in at most @p steps steps (1 or more).
/// @param whole whether they are whole numbers, and so the steps.
[[nodiscard]] ValueAxis value_axis(double most, int steps, bool whole = true);

struct TimeTick {
    date::sys_seconds at{};
    std::string label{};  ///< Such as `06:00`, `12 Jun` or `Jun 2023`.
};

/// Whole minutes, hours or days between @p first and @p last, both included, at most @p most of them (2 or more).
[[nodiscard]] std::vector<TimeTick> time_ticks(date::sys_seconds first, date::sys_seconds last, int most);

/// Where @p value is between @p low and @p high, from 0 to 1; half way where they are the same.
[[nodiscard]] double position(double value, double low, double high);

/// Such as `12 Jun 2023`.
[[nodiscard]] std::string day_text(date::sys_days day);

/// Such as `12 Jun 2023, 06:00`.
[[nodiscard]] std::string hour_text(date::sys_seconds time);

}  // namespace analytics_report
