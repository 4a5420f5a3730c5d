// SPDX-License-Identifier: MIT
// How a report looks in a browser.
#pragma once

#include <string_view>

namespace analytics_report {

/// CSS: light or dark as the reader has it, on a phone as on a desk.
[[nodiscard]] std::string_view html_style();

}  // namespace analytics_report
