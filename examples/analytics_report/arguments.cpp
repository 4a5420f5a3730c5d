// SPDX-License-Identifier: MIT
// Text that was typed, read as numbers, days, times and words.
#include "arguments.hpp"

#include <apivideo/apivideo.hpp>

#include <charconv>
#include <cmath>
#include <optional>
#include <system_error>

namespace analytics_report {
namespace {

/// All of @p text as a number.
template <class Number, class... Format>
std::optional<Number> number_in(std::string_view text, Format... format) {
    Number number{};
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number, format...);
    if (error != std::errc{} || stop != end) return std::nullopt;
    return number;
}

struct Unit {
    char sign;
    std::chrono::seconds length;
};

constexpr Unit units[] = {{'d', date::days{1}}, {'h', std::chrono::hours{1}}, {'m', std::chrono::minutes{1}}};

}  // namespace

void refuse(std::string_view option, const std::string& text, const std::string& expected) {
    throw Refused{std::string{option} + " is '" + text + "', expected " + expected};
}

std::int64_t whole_number(std::string_view option, const std::string& text, const std::string& expected) {
    const std::optional<std::int64_t> number = number_in<std::int64_t>(text);
    if (!number) refuse(option, text, expected);
    return *number;
}

date::sys_days day(std::string_view option, const std::string& text) {
    const std::optional<date::year_month_day> day = apivideo::day_from_string(text);
    if (!day) refuse(option, text, "a day like 2023-06-01");
    return *day;
}

date::sys_seconds time(std::string_view option, const std::string& text) {
    // What the library reads of the service is what may be typed.
    const auto time = apivideo::emitted_at(apivideo::OverTimeData{text, std::nullopt});
    if (!time) refuse(option, text, "a day like 2023-06-01 or a time like 2023-06-01T10:00:00Z");
    return date::floor<std::chrono::seconds>(*time);
}

std::chrono::seconds span(std::string_view option, const std::string& text) {
    constexpr date::days longest{36'500};
    for (const Unit& unit : units) {
        if (text.empty() || text.back() != unit.sign) continue;
        const std::optional<std::int64_t> count = number_in<std::int64_t>(text.substr(0, text.size() - 1));
        if (count && *count > 0 && *count <= longest / unit.length) return *count * unit.length;
    }
    refuse(option, text, "days, hours or minutes such as 7d, 12h or 30m, up to 36500d");
}

std::chrono::milliseconds seconds(std::string_view option, const std::string& text) {
    constexpr double longest = 1e9;
    const std::optional<double> number = number_in<double>(text, std::chars_format::fixed);
    if (!number || !(*number > 0) || *number > longest)
        refuse(option, text, "seconds above 0, such as 2 or 0.5, up to 1000000000");
    return std::chrono::milliseconds{static_cast<std::int64_t>(std::ceil(*number * 1000))};
}

}  // namespace analytics_report
