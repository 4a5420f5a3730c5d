// SPDX-License-Identifier: MIT
// The forms that a report can be written in.
#pragma once

#include "report.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace analytics_report {

/// What the report will be seen on.
struct Screen {
    bool terminal{false};     ///< Whether it is a terminal: bars are drawn there, and nothing may steer it.
    std::size_t columns{80};  ///< How many characters fit in a line.
    bool utf8{true};          ///< Whether it shows more than ASCII.
};

/// Columns with a header, a total if the numbers add up, and where the page stands among the others; one number alone
/// on a line.
/// @param most_rows how many rows are shown; unset: all.
[[nodiscard]] std::string as_table(const Report& report, const Screen& screen,
                                   std::optional<std::int64_t> most_rows = std::nullopt);

/// A header line, then a line for each row, quoted as RFC 4180 has it; one number alone on a line. A cell without a
/// value is empty.
[[nodiscard]] std::string as_csv(const Report& report, const Screen& screen);

/// An object of `context`, `data` and `pagination`, named as the service names them, and `rateLimit`. Over many pages,
/// `pagination` has what they have in common.
[[nodiscard]] std::string as_json(const Report& report);

/// A line of JSON for each row.
[[nodiscard]] std::string as_json_lines(const Report& report);

/// A page for a browser that needs nothing but itself: totals, a chart, the table, and what was asked.
[[nodiscard]] std::string as_html(const Report& report);

/// In ASCII alone where the screen shows no more.
[[nodiscard]] std::string written(const Report& report, Format format, const Screen& screen,
                                  std::optional<std::int64_t> most_rows = std::nullopt);

}  // namespace analytics_report
