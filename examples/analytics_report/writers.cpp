// SPDX-License-Identifier: MIT
// The forms that a report can be written in.
#include "writers.hpp"

#include "text.hpp"

#include <stdexcept>

namespace analytics_report {
namespace {

std::string in_format(const Report& report, Format format, const Screen& screen,
                      std::optional<std::int64_t> most_rows) {
    switch (format) {
        case Format::table:
            return as_table(report, screen, most_rows);
        case Format::csv:
            return as_csv(report, screen);
        case Format::json:
            return as_json(report);
        case Format::jsonl:
            return as_json_lines(report);
        case Format::html:
            return as_html(report);
    }
    throw std::logic_error{"the format is none of the enumerators"};
}

}  // namespace

std::string written(const Report& report, Format format, const Screen& screen, std::optional<std::int64_t> most_rows) {
    std::string text = in_format(report, format, screen, most_rows);
    return screen.terminal && !screen.utf8 ? ascii_only(text) : text;
}

}  // namespace analytics_report
