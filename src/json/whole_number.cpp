// SPDX-License-Identifier: MIT
// Integers that a server writes with a fraction or an exponent.
#include "json/whole_number.hpp"

#include "text/ascii.hpp"

#include <algorithm>
#include <cstddef>
#include <string>

namespace apivideo::detail::json {
namespace {

constexpr std::int64_t max_exact = std::int64_t{1} << 53;
constexpr std::int64_t max_digits = 16;

/// Beyond any number of digits that a body can have, a larger exponent changes nothing.
std::int64_t exponent_of(std::string_view text) {
    const bool negative = !text.empty() && text.front() == '-';
    if (!text.empty() && !is_digit(text.front())) text.remove_prefix(1);
    constexpr std::int64_t max = INT32_MAX;
    const std::int64_t exponent = std::min(parse_number(text).value_or(max), max);
    return negative ? -exponent : exponent;
}

}  // namespace

std::optional<std::int64_t> whole_number(std::string_view number) {
    const bool negative = !number.empty() && number.front() == '-';
    if (negative) number.remove_prefix(1);
    const std::size_t end = std::min(number.find_first_of("eE"), number.size());
    const std::size_t point = std::min(number.find('.'), end);
    const std::string_view fraction = number.substr(std::min(point + 1, end), end - std::min(point + 1, end));
    std::int64_t exponent = end < number.size() ? exponent_of(number.substr(end + 1)) : 0;

    std::string digits{number.substr(0, point)};
    digits += fraction;
    exponent -= static_cast<std::int64_t>(fraction.size());
    digits.erase(0, digits.find_first_not_of('0'));
    if (digits.empty()) return 0;
    for (; digits.back() == '0'; digits.pop_back()) ++exponent;
    if (exponent < 0 || static_cast<std::int64_t>(digits.size()) + exponent > max_digits) return std::nullopt;
    digits.append(static_cast<std::size_t>(exponent), '0');
    const std::optional<std::int64_t> whole = parse_number(digits);
    if (!whole || *whole > max_exact) return std::nullopt;
    return negative ? -*whole : *whole;
}

}  // namespace apivideo::detail::json
