// SPDX-License-Identifier: MIT
// Text that was typed, read as numbers, days, times and words.
#pragma once

#include <date/date.h>

#include <chrono>
#include <cstdint>
#include <initializer_list>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace analytics_report {

/// The program cannot do what it was asked to; nothing was sent.
class Refused : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// @throws Refused that says what @p option is, and what was expected. So do the functions below.
[[noreturn]] void refuse(std::string_view option, const std::string& text, const std::string& expected);

[[nodiscard]] std::int64_t whole_number(std::string_view option, const std::string& text,
                                        const std::string& expected = "a whole number");

/// Such as `2023-06-01`.
[[nodiscard]] date::sys_days day(std::string_view option, const std::string& text);

/// A day, or an ISO 8601 time such as `2023-06-01T10:00:00+02:00`.
[[nodiscard]] date::sys_seconds time(std::string_view option, const std::string& text);

/// Such as `7d`, `12h` or `30m`.
[[nodiscard]] std::chrono::seconds span(std::string_view option, const std::string& text);

/// Seconds with or without a fraction.
[[nodiscard]] std::chrono::milliseconds seconds(std::string_view option, const std::string& text);

template <class Value>
Value one_of(std::string_view option, const std::string& text,
             std::initializer_list<std::pair<std::string_view, Value>> choices) {
    std::string expected;
    for (const auto& [name, value] : choices) {
        if (name == text) return value;
        expected.append(expected.empty() ? "" : " or ").append(name);
    }
    refuse(option, text, expected);
}

}  // namespace analytics_report
