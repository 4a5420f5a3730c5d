// SPDX-License-Identifier: MIT
// The report as a table to read.
#include "text.hpp"
#include "writers.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

namespace analytics_report {
namespace {

constexpr std::size_t max_value_width = 48;
constexpr std::size_t min_value_width = 8;
/// Elsewhere nothing is shortened; but the other lines do not keep room for what is longer than this.
constexpr std::size_t widest_column = 100;
constexpr std::size_t widest_bar = 40;
constexpr std::size_t narrowest_bar = 5;
constexpr std::string_view gap{"  "};

struct Line {
    std::string value;
    std::string number;
};

struct Widths {
    std::size_t value;
    std::size_t number;
    std::size_t bar;  ///< 0: no bars.
};

std::string repeated(std::string_view text, std::size_t times) {
    std::string out;
    out.reserve(text.size() * times);
    for (std::size_t i = 0; i < times; ++i) out += text;
    return out;
}

std::string bar_of(double share, std::size_t full, bool utf8) {
    if (!(share > 0)) return {};
    const double length = share * static_cast<double>(full);
    if (!utf8) return std::string(std::max<std::size_t>(1, static_cast<std::size_t>(std::lround(length))), '#');
    constexpr std::string_view eighths[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    const auto count = std::max<std::size_t>(1, static_cast<std::size_t>(std::lround(length * 8)));
    return repeated("█", count / 8).append(eighths[count % 8]);
}

void shorten_values(std::vector<Line>& lines, std::size_t number_width, std::size_t columns) {
    const std::size_t room = columns - std::min(columns, number_width + gap.size());
    const std::size_t longest = std::clamp(room, min_value_width, max_value_width);
    for (Line& line : lines) line.value = shortened(line.value, longest);
}

std::size_t shown_rows(const Report& report, std::optional<std::int64_t> most) {
    const auto rows = static_cast<std::int64_t>(report.rows.size());
    return static_cast<std::size_t>(std::min(rows, most.value_or(rows)));
}

std::vector<Line> lines_of(const Report& report, std::size_t count) {
    std::vector<Line> lines;
    lines.reserve(count);
    for (std::size_t i = 0; i < count; ++i)
        lines.push_back({printable(shown_value(report.question, report.rows[i])), shown_number(report.rows[i])});
    return lines;
}

/// Empty if the numbers do not add up to anything.
Line total_line(const Report& report) {
    if (!report.question.measure.adds_up) return {};
    const char* const of_what = report.pages ? "total of these pages" : "total of this page";
    return {is_part(report) ? of_what : "total", total_text(report)};
}

/// @param lines are shortened so that each stays a line, where a terminal has room for one.
Widths fit(const Line& header, std::vector<Line>& lines, const Line& total, const Screen& screen) {
    Widths widths{std::max(width(header.value), width(total.value)),
                  std::max(width(header.number), width(total.number)), 0};
    for (const Line& line : lines) widths.number = std::max(widths.number, width(line.number));
    if (screen.terminal) shorten_values(lines, widths.number, screen.columns);
    for (const Line& line : lines) widths.value = std::max(widths.value, std::min(width(line.value), widest_column));
    const std::size_t taken = widths.value + widths.number + 2 * gap.size();
    if (screen.terminal && screen.columns >= taken + narrowest_bar)
        widths.bar = std::min(widest_bar, screen.columns - taken);
    return widths;
}

void append_line(std::string& out, const Line& line, const Widths& widths, const std::string& bar = {}) {
    out += line.value;
    out.append(widths.value - std::min(width(line.value), widths.value), ' ').append(gap);
    out.append(widths.number - width(line.number), ' ').append(line.number);
    if (!bar.empty()) out.append(gap).append(bar);
    out += '\n';
}

void append_rule(std::string& out, const Widths& widths) {
    append_line(out, {std::string(widths.value, '-'), std::string(widths.number, '-')}, widths);
}

/// Such as `page 1 of 3, 499 of 500 requests left`.
std::string foot_of(const Report& report) {
    const auto number = [](const std::optional<std::int64_t>& n) { return std::to_string(*n); };
    std::string foot = pages_of(report);
    if (report.rate_limit.remaining) {
        foot += (foot.empty() ? "" : ", ") + number(report.rate_limit.remaining);
        if (report.rate_limit.limit) foot += " of " + number(report.rate_limit.limit);
        foot += " requests left";
    }
    return foot;
}

/// One number is what scripts take: all of it.
std::string shown_exactly(const Row& row) { return row.number ? row.text : "-"; }

}  // namespace

std::string as_table(const Report& report, const Screen& screen, std::optional<std::int64_t> most_rows) {
    if (report.question.shape == Shape::one_number) return shown_exactly(report.rows.front()) + '\n';
    const Line header{printable(report.question.dimension), printable(report.question.measure.name)};
    const std::size_t shown = shown_rows(report, most_rows);
    std::vector<Line> lines = lines_of(report, shown);
    const Line total = total_line(report);
    const Widths widths = fit(header, lines, total, screen);
    double most = 0;
    for (const Row& row : report.rows) most = std::max(most, row.number.value_or(0));

    std::string table = printable(report.question.subject) + "\n\n";
    append_line(table, header, widths);
    append_rule(table, widths);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const double share = most > 0 ? report.rows[i].number.value_or(0) / most : 0;
        append_line(table, lines[i], widths, widths.bar > 0 ? bar_of(share, widths.bar, screen.utf8) : std::string{});
    }
    if (shown < report.rows.size()) table += "... " + std::to_string(report.rows.size() - shown) + " more\n";
    if (!total.value.empty()) {
        append_rule(table, widths);
        append_line(table, total, widths);
    }
    const std::string foot = foot_of(report);
    if (!foot.empty()) table += '\n' + foot + '\n';
    return table;
}

}  // namespace analytics_report
