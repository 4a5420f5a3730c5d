// SPDX-License-Identifier: MIT
// Where the lines of a chart's axes are, and what they say: arithmetic only.
#include "chart_axes.hpp"

#include <algorithm>
#include <chrono>
#include <limits>

namespace analytics_report {
namespace {

using std::chrono::hours;

constexpr hours one_day{24};
constexpr hours max_extent_with_days{300 * one_day};

std::uint64_t round_step(std::uint64_t most, std::uint64_t steps) {
    constexpr std::uint64_t largest_power = 1'000'000'000'000'000'000;
    for (std::uint64_t power = 1;; power *= 10)
        for (const std::uint64_t factor : {1U, 2U, 5U})
            if (const std::uint64_t step = factor * power;
                most <= step * steps || (power == largest_power && factor == 5))
                return step;
}

hours step_between(date::sys_seconds first, date::sys_seconds last, int most) {
    const auto fits = [&](hours step) { return (last - first) / step < most; };
    for (const int step : {1, 2, 3, 6, 12, 24, 48, 120, 168, 336, 720})
        if (fits(hours{step})) return hours{step};
    hours step{30 * one_day};
    while (!fits(step)) step *= 2;
    return step;
}

std::string short_day(date::sys_days at) {
    const date::year_month_day ymd{at};
    return std::to_string(static_cast<unsigned>(ymd.day())) + ' ' + date::format("%b", at);
}

std::string label_of(date::sys_seconds at, hours step, date::sys_seconds::duration extent) {
    const auto midnight = date::floor<date::days>(at);
    if (step < one_day && at != midnight) return date::format("%R", date::floor<std::chrono::minutes>(at));
    return extent > max_extent_with_days ? date::format("%b %Y", midnight) : short_day(midnight);
}

}  // namespace

ValueAxis value_axis(std::int64_t most, int steps) {
    const auto highest = static_cast<std::uint64_t>(std::max<std::int64_t>(most, 1));
    const std::uint64_t step = round_step(highest, static_cast<std::uint64_t>(steps));
    constexpr auto largest = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    ValueAxis axis;
    for (std::uint64_t tick = 0; tick <= largest; tick += step) {
        axis.ticks.push_back(static_cast<std::int64_t>(tick));
        if (tick >= highest) break;
    }
    axis.top = std::max(static_cast<double>(axis.ticks.back()), static_cast<double>(highest));
    return axis;
}

std::vector<TimeTick> time_ticks(date::sys_seconds first, date::sys_seconds last, int most) {
    const hours step = step_between(first, last, most);
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
