// SPDX-License-Identifier: MIT
// Date-times as the /data calls write them.
#include "test_support/demo_times.hpp"

#include "text/ascii.hpp"

#include <chrono>

namespace apivideo::detail {

namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

std::optional<minutes> parse_offset(std::string_view text) {
    if (text == "Z") return minutes{0};
    if (text.empty() || (text.front() != '+' && text.front() != '-')) return std::nullopt;
    const auto numbers = numbers_in<2>(text.substr(1), "##:##");
    if (!numbers || (*numbers)[0] > 23 || (*numbers)[1] > 59) return std::nullopt;
    const minutes offset = hours{(*numbers)[0]} + minutes{(*numbers)[1]};
    return text.front() == '-' ? -offset : offset;
}

}  // namespace

std::optional<date::sys_seconds> parse_demo_time(std::string_view text) {
    constexpr std::string_view pattern = "####-##-##T##:##:##";
    const auto numbers = numbers_in<6>(text.substr(0, pattern.size()), pattern);
    if (!numbers) return std::nullopt;
    const auto [year, month, day, hour, minute, second] = *numbers;
    const date::year_month_day named{date::year{year}, date::month{static_cast<unsigned>(month)},
                                     date::day{static_cast<unsigned>(day)}};
    const std::optional<minutes> offset = parse_offset(text.substr(pattern.size()));
    if (!offset || !named.ok() || hour > 23 || minute > 59 || second > 59) return std::nullopt;
    return date::sys_days{named} + hours{hour} + minutes{minute} + seconds{second} - *offset;
}

std::string demo_time_text(date::sys_seconds time) { return date::format("%FT%T+00:00", time); }

}  // namespace apivideo::detail
