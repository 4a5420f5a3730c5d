// SPDX-License-Identifier: MIT
// Dates in headers, in the three formats of HTTP.
#include "http/http_date.hpp"

#include "text/ascii.hpp"

#include <date/date.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

namespace apivideo::detail {
namespace {

constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::array<std::string_view, 7> weekdays{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                   "Thursday", "Friday", "Saturday"};

constexpr date::year_month_day max_date{date::year{2200}, date::December, date::day{31}};

std::vector<std::string_view> words(std::string_view text) {
    std::vector<std::string_view> found;
    while (!(text = trimmed(text)).empty()) {
        found.push_back(text.substr(0, text.find(' ')));
        text.remove_prefix(found.back().size());
    }
    return found;
}

bool is_weekday(std::string_view text, bool in_full) {
    for (const std::string_view weekday : weekdays)
        if (text == (in_full ? weekday : weekday.substr(0, 3))) return true;
    return false;
}

std::optional<int> number(std::string_view text, std::size_t digits) {
    const std::optional<std::int64_t> read = parse_number(text);
    if (!read || text.size() != digits) return std::nullopt;
    return static_cast<int>(*read);
}

std::optional<std::chrono::seconds> time_of_day(std::string_view text) {
    if (text.size() != 8 || text[2] != ':' || text[5] != ':') return std::nullopt;
    const std::optional<int> hour = number(text.substr(0, 2), 2);
    const std::optional<int> minute = number(text.substr(3, 2), 2);
    const std::optional<int> second = number(text.substr(6, 2), 2);
    if (!hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 60) return std::nullopt;
    return std::chrono::hours{*hour} + std::chrono::minutes{*minute} + std::chrono::seconds{*second};
}

std::optional<date::month> month(std::string_view text) {
    for (std::size_t i = 0; i < months.size(); ++i)
        if (text == months[i]) return date::month{static_cast<unsigned>(i + 1)};
    return std::nullopt;
}

std::optional<std::chrono::system_clock::time_point> time_point_of(std::optional<int> year, std::string_view month_name,
                                                                   std::optional<int> day, std::string_view time) {
    const std::optional<date::month> named = month(month_name);
    const std::optional<std::chrono::seconds> seconds = time_of_day(time);
    if (!year || !named || !day || !seconds) return std::nullopt;
    const date::year_month_day date{date::year{*year}, *named, date::day{static_cast<unsigned>(*day)}};
    if (!date.ok() || *year < 1900) return std::nullopt;
    // The clock's nanoseconds end in 2262, and `9999` means never.
    return date::sys_days{std::min(date, max_date)} + *seconds;
}

std::optional<int> full_year(std::optional<int> two_digits, std::chrono::system_clock::time_point now) {
    if (!two_digits) return std::nullopt;
    const int this_year = static_cast<int>(date::year_month_day{date::floor<date::days>(now)}.year());
    const int year = this_year / 100 * 100 + *two_digits;
    return year > this_year + 50 ? year - 100 : year;
}

}  // namespace

std::optional<std::chrono::system_clock::time_point> parse_http_date(std::string_view text,
                                                                     std::chrono::system_clock::time_point now) {
    const std::vector<std::string_view> word = words(text);
    const auto before_comma = [&] { return word[0].substr(0, word[0].size() - 1); };
    const bool comma = !word.empty() && word[0].back() == ',';
    if (word.size() == 6 && comma && is_weekday(before_comma(), false) && word[5] == "GMT")
        return time_point_of(number(word[3], 4), word[2], number(word[1], 2), word[4]);
    if (word.size() == 4 && comma && is_weekday(before_comma(), true) && word[3] == "GMT") {
        const std::string_view day = word[1];
        if (day.size() != 9 || day[2] != '-' || day[6] != '-') return std::nullopt;
        return time_point_of(full_year(number(day.substr(7), 2), now), day.substr(3, 3), number(day.substr(0, 2), 2),
                             word[2]);
    }
    if (word.size() == 5 && is_weekday(word[0], false))
        return time_point_of(number(word[4], 4), word[1], number(word[2], word[2].size() == 1 ? 1 : 2), word[3]);
    return std::nullopt;
}

}  // namespace apivideo::detail
