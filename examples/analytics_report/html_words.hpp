// SPDX-License-Identifier: MIT
// What the page calls things.
#pragma once

#include "charts.hpp"
#include "report.hpp"

#include <string>

namespace analytics_report {

struct Words {
    std::string heading{};  ///< Such as `Plays of videos by country`.
    std::string by{};       ///< Such as `by country`; empty for one number.
    std::string column{};   ///< Such as `Country`.
    std::string one{};      ///< Such as `country`.
    std::string many{};     ///< Such as `Countries`.
};

/// @param step of a report over time.
[[nodiscard]] Words words_of(const Question& question, TimeStep step);

/// The first and the last day, such as `1 Jun 2023 to 9 Jun 2023`, the times if they are not those of days, or that
/// there is none.
[[nodiscard]] std::string period_text(const Report& report);

}  // namespace analytics_report
