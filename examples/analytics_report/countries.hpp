// SPDX-License-Identifier: MIT
// The countries by their ISO 3166 codes.
#pragma once

#include <string_view>

namespace analytics_report {

/// The English name of the country with that code of two capitals; empty if there is none.
[[nodiscard]] std::string_view country_name(std::string_view code) noexcept;

}  // namespace analytics_report
