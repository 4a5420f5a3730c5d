// SPDX-License-Identifier: MIT
// The report as comma-separated values.
#include "text.hpp"
#include "writers.hpp"

namespace analytics_report {
namespace {

std::string quoted_where_needed(const std::string& value) {
    if (value.find_first_of(",\"\r\n") == std::string::npos) return value;
    std::string quoted{'"'};
    for (const char c : value) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted += '"';
}

}  // namespace

std::string as_csv(const Report& report, const Screen& screen) {
    const Question& question = report.question;
    if (question.shape == Shape::one_number) return report.rows.front().text + '\n';
    std::string csv = question.value_name + ',' + question.number_name + '\n';
    for (const Row& row : report.rows)
        csv += quoted_where_needed(screen.terminal ? printable(row.value) : row.value) + ',' + row.text + '\n';
    return csv;
}

}  // namespace analytics_report
