// SPDX-License-Identifier: MIT
// Numbers with a fraction or an exponent: as doubles whatever the locale, and as the integers that they equal.
#pragma once

#include "text/ascii.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <locale>
#include <optional>
#include <sstream>
#include <string>

namespace apivideo::detail::json {

/// As std::strtod in the locale "C"; std::from_chars of doubles is not in every standard library.
[[nodiscard]] inline double number_in(const std::string& text) {
    std::istringstream stream{text};
    stream.imbue(std::locale::classic());
    double number = 0;
    stream >> number;
    return number;
}

/// The integer that a JSON number such as `7.0` or `1.0E+2` equals exactly; unset if it equals none up to 2^53, the
/// range in which a writer of doubles is exact.
[[nodiscard]] inline std::optional<std::int64_t> whole_number(const std::string& number) {
    constexpr std::int64_t max = std::int64_t{1} << 53;
    constexpr long long max_exponent = INT32_MAX;  // is more than the digits of any body can balance
    const std::size_t sign = number.front() == '-' ? 1 : 0;
    const std::size_t end = std::min(number.find_first_of("eE"), number.size());
    const long long told = end < number.size() ? std::strtoll(number.c_str() + end + 1, nullptr, 10) : 0;
    std::int64_t exponent = std::clamp(told, -max_exponent, max_exponent);

    std::string digits = number.substr(sign, end - sign);
    if (const std::size_t point = digits.find('.'); point != std::string::npos) {
        exponent -= static_cast<std::int64_t>(digits.size() - point - 1);
        digits.erase(point, 1);
    }
    digits.erase(0, digits.find_first_not_of('0'));
    if (digits.empty()) return 0;
    for (; digits.back() == '0'; digits.pop_back()) ++exponent;
    constexpr std::int64_t max_digits = 16;
    if (exponent < 0 || static_cast<std::int64_t>(digits.size()) + exponent > max_digits) return std::nullopt;
    digits.append(static_cast<std::size_t>(exponent), '0');
    const std::optional<std::int64_t> whole = parse_number(digits);
    if (!whole || *whole > max) return std::nullopt;
    return sign == 1 ? -*whole : *whole;
}

}  // namespace apivideo::detail::json
