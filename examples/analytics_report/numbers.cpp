// SPDX-License-Identifier: MIT
// Numbers as text, for programs and for people.
#include "numbers.hpp"

#include <charconv>
#include <cmath>

namespace analytics_report {
namespace {

struct Unit {
    double size;
    char sign;
};

constexpr Unit units[] = {{1e12, 'T'}, {1e9, 'B'}, {1e6, 'M'}, {1e3, 'k'}};
constexpr double max_written_in_full = 9'999;

template <class... How>
std::string as_text(double number, How... how) {
    char text[512];  // the largest double has 309 digits before the point
    const auto [end, error] = std::to_chars(text, text + sizeof text, number, how...);
    return error == std::errc{} ? std::string{text, end} : std::string{};
}

}  // namespace

std::string plain(double number) {
    constexpr double smallest = 1e-4;
    constexpr double largest = 1e16;  // past the whole numbers that a double has exactly
    const double size = std::abs(number);
    if (size == 0) return "0";
    return size >= smallest && size < largest ? as_text(number, std::chars_format::fixed) : as_text(number);
}

std::string with_places(double number, int places) {
    std::string text = as_text(number, std::chars_format::fixed, places);
    if (text.find('.') != std::string::npos) {
        text.erase(text.find_last_not_of('0') + 1);
        if (text.back() == '.') text.pop_back();
    }
    return text == "-0" ? "0" : text;
}

std::string rounded(double number, int places) {
    std::string text = with_places(number, places);
    return text == "0" ? plain(number) : text;
}

std::string grouped(std::string number) {
    if (number.find('e') != std::string::npos) return number;
    const std::size_t first = number.front() == '-' ? 1 : 0;
    const std::size_t point = number.find('.');
    for (std::size_t at = point == std::string::npos ? number.size() : point; at > first + 3;)
        number.insert(at -= 3, 1, ',');
    return number;
}

std::string grouped(std::int64_t number) { return grouped(std::to_string(number)); }

std::string abbreviated(double number) {
    if (number <= max_written_in_full) return grouped(plain(number));
    for (const auto& [size, sign] : units) {
        // Down, as a tick never stands for more than it says.
        if (number >= size) return grouped(rounded(std::floor(number / size * 10) / 10, 1)) + sign;
    }
    return grouped(plain(number));
}

std::string share(double part, double whole) {
    if (!(whole > 0) || !(part >= 0)) return {};
    const double percent = 100 * part / whole;
    if (part > 0 && percent < 0.05) return "<0.1%";
    return as_text(percent, std::chars_format::fixed, 1) + '%';
}

std::string counted(std::int64_t number, const std::string& one, const std::string& many) {
    return grouped(number) + ' ' + (number == 1 ? one : many);
}

}  // namespace analytics_report
