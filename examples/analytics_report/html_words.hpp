// SPDX-License-Identifier: MIT
// What the page calls things.
#pragma once

#include "report.hpp"

#include <string>

namespace analytics_report {

struct Words {
    std::string heading{};  ///< Such as `Plays of videos by country`.
    std::string by{};       ///< Such as `by country`.
    std::string column{};   ///< Such as `Country`.
    std::string one{};      ///< Such as `country`.
    std::string many{};     ///< Such as `Countries`.
};

[[nodiscard]] bool is_over_time(const Question& question);

/// @param by_hour whether a report over time is of hours.
[[nodiscard]] Words words_of(const Question& question, bool by_hour);

/// The first and the last day, such as `1 Jun 2023 to 9 Jun 2023`, or that there is none.
[[nodiscard]] std::string period_text(const Report& report);

}  // namespace analytics_report
