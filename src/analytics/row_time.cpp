// SPDX-License-Identifier: MIT
// The times of rows, in every form in which the service writes them.
#include <apivideo/analytics/metrics_response.hpp>
#include <apivideo/analytics/plays_request.hpp>
#include <apivideo/analytics/plays_response.hpp>

#include "text/ascii.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace apivideo {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

bool is_sign(char c) { return c == '+' || c == '-'; }

/// `Z`, or such as `+02:00`, `+0200` or `+02`.
std::optional<minutes> offset_from(std::string_view text) {
    if (text == "Z") return minutes{0};
    if (text.empty() || !is_sign(text.front())) return std::nullopt;
    const std::string_view digits = text.substr(1);
    auto numbers = detail::numbers_in<2>(digits, "##:##");
    if (!numbers) numbers = detail::numbers_in<2>(digits, "##");
    if (const auto four = detail::numbers_in<1>(digits, "####")) numbers = {four->front() / 100, four->front() % 100};
    if (!numbers || numbers->front() > 23 || numbers->back() > 59) return std::nullopt;
    const minutes offset = hours{numbers->front()} + minutes{numbers->back()};
    return text.front() == '-' ? -offset : offset;
}

/// Nothing, or a point and digits, of which three count.
std::optional<milliseconds> fraction_from(std::string_view text) {
    if (text.empty()) return milliseconds{0};
    const std::string_view digits = text.substr(1);
    if (text.front() != '.' || digits.empty() || !std::all_of(digits.begin(), digits.end(), detail::is_digit))
        return std::nullopt;
    const auto digit = [&](std::size_t i) { return i < digits.size() ? digits[i] - '0' : 0; };
    return milliseconds{digit(0) * 100 + digit(1) * 10 + digit(2)};
}

/// Such as `T10:00:00`.
std::optional<seconds> clock_time_from(std::string_view text) {
    const auto time = detail::numbers_in<3>(text, "T##:##:##");
    if (!time) return std::nullopt;
    const auto& [hour, minute, second] = *time;
    if (hour > 23 || minute > 59 || second > 59) return std::nullopt;
    return hours{hour} + minutes{minute} + seconds{second};
}

/// A day, or a day and time with `Z` or an offset.
std::optional<date::sys_time<milliseconds>> time_from(std::string_view text) {
    constexpr std::size_t day_size = 10;
    constexpr std::size_t time_size = 9;
    const std::optional<date::year_month_day> day = day_from_string(text.substr(0, day_size));
    if (!day) return std::nullopt;
    std::string_view rest = text.substr(day_size);
    if (rest.empty()) return date::sys_days{*day};

    // The service's documentation has the offset behind the hour: T07+00:00:00:00.
    std::string reordered;
    if (rest.size() == std::string_view{"T07+00:00:00:00"}.size() && is_sign(rest[3]) && rest[9] == ':')
        rest = reordered.append(rest, 0, 3).append(rest, 9).append(rest, 3, 6);

    const std::optional<seconds> time = clock_time_from(rest.substr(0, time_size));
    if (!time) return std::nullopt;
    rest.remove_prefix(time_size);
    const std::size_t zone = std::min(rest.find_first_of("Z+-"), rest.size());
    const std::optional<milliseconds> fraction = fraction_from(rest.substr(0, zone));
    const std::optional<minutes> offset = offset_from(rest.substr(zone));
    if (!fraction || !offset) return std::nullopt;
    return date::sys_days{*day} + *time + *fraction - *offset;
}

}  // namespace

std::optional<date::sys_time<milliseconds>> emitted_at(const AnalyticsData& row) { return time_from(row.value); }
std::optional<date::sys_time<milliseconds>> emitted_at(const OverTimeData& row) { return time_from(row.emitted_at); }

}  // namespace apivideo
