// SPDX-License-Identifier: MIT
// Numbers as people read them.
#include "numbers.hpp"

#include <cstdio>

namespace analytics_report {
namespace {

struct Unit {
    std::int64_t size;
    char sign;
};

constexpr Unit units[] = {{1'000'000'000'000, 'T'}, {1'000'000'000, 'B'}, {1'000'000, 'M'}, {1'000, 'k'}};
constexpr std::int64_t max_written_in_full = 9'999;

}  // namespace

std::string grouped(std::int64_t number) {
    std::string digits = std::to_string(number);
    const std::size_t first = number < 0 ? 1 : 0;
    for (std::size_t at = digits.size(); at > first + 3;) digits.insert(at -= 3, 1, ',');
    return digits;
}

std::string abbreviated(std::int64_t number) {
    if (number <= max_written_in_full) return grouped(number);
    for (const auto& [size, sign] : units) {
        if (number < size) continue;
        const std::int64_t tenths = number % size / (size / 10);
        return grouped(number / size) + (tenths > 0 ? '.' + std::to_string(tenths) : "") + sign;
    }
    return grouped(number);
}

std::string share(std::int64_t part, std::int64_t whole) {
    if (whole <= 0 || part < 0) return {};
    const double percent = 100.0 * static_cast<double>(part) / static_cast<double>(whole);
    if (part > 0 && percent < 0.05) return "<0.1%";
    char text[32];
    std::snprintf(text, sizeof text, "%.1f%%", percent);
    return text;
}

std::string counted(std::int64_t number, const std::string& one, const std::string& many) {
    return grouped(number) + ' ' + (number == 1 ? one : many);
}

}  // namespace analytics_report
