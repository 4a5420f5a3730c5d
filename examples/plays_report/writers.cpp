// SPDX-License-Identifier: MIT
// The forms that a report can be written in.
#include "writers.hpp"

#include <stdexcept>

namespace plays_report {

std::string written(const Report& report, Format format, const Screen& screen) {
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

}  // namespace plays_report
