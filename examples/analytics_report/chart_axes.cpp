// SPDX-License-Identifier: MIT
// Where the lines of a chart's axes are, and what they say: arithmetic only.
#include "chart_axes.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace analytics_report {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

constexpr hours one_day{24};
constexpr hours max_extent_with_days{300 * one_day};

/// A power of ten times a factor. A negative power divides, so that a tick is the number that it says.
struct Step {
    int power;
    double factor;

    [[nodiscard]] double times(double count) const {
        return power < 0 ? count * factor / std::pow(10.0, -power) : count * factor * std::pow(10.0, power);
    }
};

Step round_step(double most, int steps, bool whole) {
    constexpr double smallest_power = -300;  // so that smaller ones do not become 0 on the way
    int power = whole ? 0 : static_cast<int>(std::max(std::floor(std::log10(most / steps)), smallest_power));
    for (;; ++power)
        for (const double factor : {1.0, 2.0, 5.0})
            if (const Step step{power, factor}; most <= step.times(steps)) return step;
}

minutes step_between(date::sys_seconds first, date::sys_seconds last, int most) {
    const auto fits = [&](minutes step) { return (last - first) / step < most; };
    if (last - first < hours{2})
        for (const int step : {1, 5, 10, 20})
            if (fits(minutes{step})) return minutes{step};
    for (const int step : {1, 2, 3, 6, 12, 24, 48, 120, 168, 336, 720})
        if (fits(hours{step})) return hours{step};
    minutes step{30 * one_day};
    while (!fits(step)) step *= 2;
    return step;
}

std::string short_day(date::sys_days at) {
    const date::year_month_day ymd{at};
    return std::to_string(static_cast<unsigned>(ymd.day())) + ' ' + date::format("%b", at);
}

std::string label_of(date::sys_seconds at, minutes step, date::sys_seconds::duration extent) {
    const auto midnight = date::floor<date::days>(at);
    if (step < one_day && at != midnight) return date::format("%R", date::floor<std::chrono::minutes>(at));
    return extent > max_extent_with_days ? date::format("%b %Y", midnight) : short_day(midnight);
}

}  // namespace

ValueAxis value_axis(double most, int steps, bool whole) {
    const double highest = whole ? std::max(most, 1.0) : most > 0 ? most : 1.0;
    const Step step = round_step(highest, steps, whole);
    ValueAxis axis;
    for (double count = 0; std::isfinite(step.times(count)); ++count) {
        axis.ticks.push_back(step.times(count));
        if (axis.ticks.back() >= highest) break;
    }
    axis.top = std::max(axis.ticks.back(), highest);
    return axis;
}

std::vector<TimeTick> time_ticks(date::sys_seconds first, date::sys_seconds last, int most) {
    const minutes step = step_between(first, last, most);
    std::vector<TimeTick> ticks;
    for (date::sys_seconds at = date::floor<date::days>(first); at <= last; at += step)
        if (at >= first) ticks.push_back({at, label_of(at, step, last - first)});
    return ticks;
}

double position(double value, double low, double high) {
    return high > low ? std::clamp((value - low) / (high - low), 0.0, 1.0) : 0.5;
}

std::string day_text(date::sys_days day) { return short_day(day) + ' ' + date::format("%Y", day); }

std::string hour_text(date::sys_seconds time) {
    return day_text(date::floor<date::days>(time)) + ", " + date::format("%R", date::floor<std::chrono::minutes>(time));
}

}  // namespace analytics_report
