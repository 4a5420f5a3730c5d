// SPDX-License-Identifier: MIT
// The forms that a report can be written in.
#include "writers.hpp"

#include "text.hpp"

#include <stdexcept>

namespace analytics_report {
namespace {

std::string in_format(const Report& report, Format format, const Screen& screen) {
    switch (format) {
        case Format::table:
            return as_table(report, screen);
        case Format::csv:
            return as_csv(report, screen);
        case Format::json:
            return as_json(report);
        case Format::html:
            return as_html(report);
    }
    throw std::logic_error{"the format is none of the enumerators"};
}

}  // namespace

std::string written(const Report& report, Format format, const Screen& screen) {
    std::string text = in_format(report, format, screen);
    return screen.terminal && !screen.utf8 ? ascii_only(text) : text;
}

}  // namespace analytics_report
