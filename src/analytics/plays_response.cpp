// SPDX-License-Identifier: MIT
// The time of a row.
#include <apivideo/analytics/plays_response.hpp>

#include <apivideo/analytics/plays_request.hpp>

#include "text/ascii.hpp"

#include <algorithm>
#include <string_view>

namespace apivideo {
namespace {

using std::chrono::milliseconds;

/// Of `Z`, or of a point and digits before it, of which three count.
std::optional<milliseconds> fraction_of(std::string_view text) {
    if (text == "Z") return milliseconds{0};
    if (text.size() < 3 || text.front() != '.' || text.back() != 'Z') return std::nullopt;
    const std::string_view digits = text.substr(1, text.size() - 2);
    if (!std::all_of(digits.begin(), digits.end(), detail::is_digit)) return std::nullopt;
    const auto digit = [&](std::size_t i) { return i < digits.size() ? digits[i] - '0' : 0; };
    return milliseconds{digit(0) * 100 + digit(1) * 10 + digit(2)};
}

}  // namespace

std::optional<date::sys_time<milliseconds>> emitted_at(const AnalyticsData& row) {
    const std::string_view value{row.value};
    const std::optional<date::year_month_day> day = day_from_string(value.substr(0, 10));
    if (!day) return std::nullopt;
    const auto time = detail::numbers_in<3>(value.substr(10, 9), "T##:##:##");
    if (!time) return std::nullopt;
    const auto& [hour, minute, second] = *time;
    const std::optional<milliseconds> fraction = fraction_of(value.substr(19));
    if (!fraction || hour > 23 || minute > 59 || second > 59) return std::nullopt;
    return date::sys_days{*day} + std::chrono::hours{hour} + std::chrono::minutes{minute} +
           std::chrono::seconds{second} + *fraction;
}

}  // namespace apivideo
