// SPDX-License-Identifier: MIT
// Bars for the values of a dimension: name and number above each bar, so that long names have room on a phone.
#include "charts.hpp"

#include "html_text.hpp"
#include "numbers.hpp"
#include "text.hpp"

#include <algorithm>

namespace analytics_report {
namespace {

constexpr std::size_t max_name_width = 28;
constexpr std::size_t max_line_width = 38;  // name and number, on a phone
constexpr int row_height = 42;
constexpr int baseline = 15;
constexpr int bar_top = 23;
constexpr int bar_height = 8;

std::string rectangle(const char* kind, int top, const std::string& width) {
    return std::string{"<rect class=\""} + kind + "\" y=\"" + std::to_string(top) + "\" width=\"" + width +
           "\" height=\"" + std::to_string(bar_height) + "\" rx=\"4\"/>";
}

std::string bar_row(const Report& report, const Row& row, std::size_t index, double most) {
    const int top = static_cast<int>(index) * row_height;
    const std::string text_at = " y=\"" + std::to_string(top + baseline) + '"';
    const std::string number = grouped(shown_number(row));
    const std::string name = printable(shown_value(report.question, row));
    std::string svg{"<g>"};
    svg += element("title", name + ": " + counted(row, report.question.measure));
    svg += element("text", shortened(name, std::min(max_name_width, max_line_width - number.size())), text_at);
    svg += element("text", number, " class=\"number\" x=\"100%\"" + text_at);
    svg += rectangle("track", top + bar_top, "100%");
    if (*row.number > 0) svg += rectangle("bar", top + bar_top, percent_length(*row.number / most));
    return svg + "</g>\n";
}

std::vector<Row> longest(std::vector<Row> rows) {
    rows.erase(std::remove_if(rows.begin(), rows.end(), [](const Row& row) { return !row.number; }), rows.end());
    std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return *a.number > *b.number; });
    rows.resize(std::min(rows.size(), max_bars));
    return rows;
}

}  // namespace

std::string counted(const Row& row, const Measure& measure) {
    if (!row.number) return "no value";
    const std::string number = grouped(shown_number(row));
    if (measure.many.empty()) return number;
    return number + ' ' + (number == "1" ? measure.one : measure.many);
}

std::string bar_chart(const Report& report, const std::string& title, const std::string& what) {
    const std::vector<Row> rows = longest(report.rows);
    const double most = rows.empty() ? 0 : *rows.front().number;
    const int height = static_cast<int>(rows.size()) * row_height;

    std::string svg{"<svg class=\"bars\" role=\"img\" aria-labelledby=\"chart-title chart-desc\" width=\"100%\" "};
    svg += "height=\"" + std::to_string(height) + "\">\n";
    svg += element("title", title, " id=\"chart-title\"") + '\n';
    std::string description = "A bar for each " + what + ", " + std::to_string(rows.size()) + " in all.";
    if (!rows.empty())
        description += " The longest: " + shown_value(report.question, rows.front()) + ", " +
                       counted(rows.front(), report.question.measure) + '.';
    svg += element("desc", description, " id=\"chart-desc\"") + '\n';
    for (std::size_t i = 0; i < rows.size(); ++i) svg += bar_row(report, rows[i], i, most);
    return svg + "</svg>\n";
}

}  // namespace analytics_report
