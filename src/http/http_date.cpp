// SPDX-License-Identifier: MIT
// Dates in headers, in the three formats of HTTP.
#include "http/http_date.hpp"

#include "text/ascii.hpp"

#include <date/date.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

namespace apivideo::detail {
namespace {

using std::chrono::system_clock;

constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::array<std::string_view, 7> weekdays{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                   "Thursday", "Friday", "Saturday"};

constexpr date::year_month_day max_date{date::year{2200}, date::December, date::day{31}};

std::string single_spaced(std::string_view text) {
    std::string line;
    while (!(text = trimmed(text)).empty()) {
        const std::string_view word = text.substr(0, text.find(' '));
        line.append(line.empty() ? "" : " ").append(word);
        text.remove_prefix(word.size());
    }
    return line;
}

/// The place in @p names of the first whose first three letters are in @p text, or the number of names.
template <class Names>
std::size_t find_name(const std::string& text, const Names& names) {
    const auto is_in_text = [&](std::string_view name) { return text.find(name.substr(0, 3)) != std::string::npos; };
    return static_cast<std::size_t>(std::find_if(names.begin(), names.end(), is_in_text) - names.begin());
}

int full_year(int two_digits, system_clock::time_point now) {
    const int this_year = static_cast<int>(date::year_month_day{date::floor<date::days>(now)}.year());
    const int year = this_year / 100 * 100 + two_digits;
    return year > this_year + 50 ? year - 100 : year;
}

/// Day, hour, minute, second and year.
std::optional<std::array<int, 5>> numbers_of(const std::string& text, std::string_view weekday,
                                             const std::string& month, system_clock::time_point now) {
    const std::string short_weekday{weekday.substr(0, 3)};
    if (auto n = numbers_in<5>(text, short_weekday + ' ' + month + " ## ##:##:## ####")) return n;
    if (auto n = numbers_in<5>(text, short_weekday + ' ' + month + " # ##:##:## ####")) return n;
    auto n = numbers_in<5>(text, short_weekday + ", ## " + month + " #### ##:##:## GMT");
    if (!n && (n = numbers_in<5>(text, std::string{weekday} + ", ##-" + month + "-## ##:##:## GMT")))
        (*n)[1] = full_year((*n)[1], now);
    if (n) std::rotate(n->begin() + 1, n->begin() + 2, n->end());  // the year, which is second in these two forms
    return n;
}

}  // namespace

std::optional<system_clock::time_point> parse_http_date(std::string_view text, system_clock::time_point now) {
    std::string line = single_spaced(text);
    constexpr std::string_view utc = " UTC";
    if (line.size() > utc.size() && line.compare(line.size() - utc.size(), utc.size(), utc) == 0)
        line.replace(line.size() - utc.size(), utc.size(), " GMT");
    const std::size_t weekday = find_name(line, weekdays);
    const std::size_t month = find_name(line, months);
    if (weekday == weekdays.size() || month == months.size()) return std::nullopt;
    const auto numbers = numbers_of(line, weekdays[weekday], std::string{months[month]}, now);
    if (!numbers) return std::nullopt;
    const auto& [day, hour, minute, second, year] = *numbers;
    const date::year_month_day date{date::year{year} / static_cast<int>(month + 1) / day};
    if (!date.ok() || year < 1900 || hour > 23 || minute > 59 || second > 60) return std::nullopt;
    // The clock's nanoseconds end in 2262, and `9999` means never.
    return date::sys_days{std::min(date, max_date)} + std::chrono::hours{hour} + std::chrono::minutes{minute} +
           std::chrono::seconds{second};
}

}  // namespace apivideo::detail
