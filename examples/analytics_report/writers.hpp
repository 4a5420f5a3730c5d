// SPDX-License-Identifier: MIT
// The forms that a report can be written in.
#pragma once

#include "report.hpp"

#include <cstddef>
#include <string>

namespace analytics_report {

/// What the report will be seen on.
struct Screen {
    bool terminal{false};     ///< Whether it is a terminal: bars are drawn there, and nothing may steer it.
    std::size_t columns{80};  ///< How many characters fit in a line.
    bool utf8{true};          ///< Whether it shows more than ASCII.
};

/// Columns with a header, a total, and where the page stands among the others.
[[nodiscard]] std::string as_table(const Report& report, const Screen& screen);

/// A `value,plays` line for each row, quoted as RFC 4180 has it.
[[nodiscard]] std::string as_csv(const Report& report, const Screen& screen);

/// An object of `data` and `pagination`, named as the service names them, and `rateLimit`. Over many pages,
/// `pagination` has what they have in common.
[[nodiscard]] std::string as_json(const Report& report);

/// A page for a browser that needs nothing but itself: totals, a chart, the table, and what was asked.
[[nodiscard]] std::string as_html(const Report& report);

/// In ASCII alone where the screen shows no more.
[[nodiscard]] std::string written(const Report& report, Format format, const Screen& screen);

}  // namespace analytics_report
