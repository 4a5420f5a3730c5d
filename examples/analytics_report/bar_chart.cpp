// SPDX-License-Identifier: MIT
// Bars for the values of a dimension: name and plays above each bar, so that long names have room on a phone.
#include "charts.hpp"

#include "html_text.hpp"
#include "numbers.hpp"
#include "text.hpp"

#include <algorithm>

namespace analytics_report {
namespace {

constexpr std::size_t max_name_width = 28;
constexpr std::size_t max_line_width = 38;  // name and plays, on a phone
constexpr int row_height = 42;
constexpr int baseline = 15;
constexpr int bar_top = 23;
constexpr int bar_height = 8;

std::string rectangle(const char* kind, int top, const std::string& width) {
    return std::string{"<rect class=\""} + kind + "\" y=\"" + std::to_string(top) + "\" width=\"" + width +
           "\" height=\"" + std::to_string(bar_height) + "\" rx=\"4\"/>";
}

std::string bar_row(const apivideo::AnalyticsData& row, std::size_t index, std::int64_t most) {
    const int top = static_cast<int>(index) * row_height;
    const std::string text_at = " y=\"" + std::to_string(top + baseline) + '"';
    const double share_of_most = most > 0 ? static_cast<double>(row.plays) / static_cast<double>(most) : 0;
    const std::string plays = grouped(row.plays);
    std::string svg{"<g>"};
    const std::string name = printable(name_of(row));
    svg += element("title", name + ": " + counted(row.plays, "play", "plays"));
    svg += element("text", shortened(name, std::min(max_name_width, max_line_width - plays.size())), text_at);
    svg += element("text", plays, " class=\"number\" x=\"100%\"" + text_at);
    svg += rectangle("track", top + bar_top, "100%");
    if (row.plays > 0) svg += rectangle("bar", top + bar_top, percent_length(share_of_most));
    return svg + "</g>\n";
}

}  // namespace

std::string name_of(const apivideo::AnalyticsData& row) { return row.value.empty() ? "(empty)" : row.value; }

std::string bar_chart(std::vector<apivideo::AnalyticsData> rows, const std::string& title, const std::string& what) {
    std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.plays > b.plays; });
    rows.resize(std::min(rows.size(), max_bars));
    const std::int64_t most = rows.empty() ? 0 : rows.front().plays;
    const int height = static_cast<int>(rows.size()) * row_height;

    std::string svg{"<svg class=\"bars\" role=\"img\" aria-labelledby=\"chart-title chart-desc\" width=\"100%\" "};
    svg += "height=\"" + std::to_string(height) + "\">\n";
    svg += element("title", title, " id=\"chart-title\"") + '\n';
    std::string description = "A bar for each " + what + ", " + std::to_string(rows.size()) + " in all.";
    if (!rows.empty())
        description += " The longest: " + name_of(rows.front()) + ", " + counted(most, "play", "plays") + '.';
    svg += element("desc", description, " id=\"chart-desc\"") + '\n';
    for (std::size_t i = 0; i < rows.size(); ++i) svg += bar_row(rows[i], i, most);
    return svg + "</svg>\n";
}

}  // namespace analytics_report
