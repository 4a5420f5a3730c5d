// SPDX-License-Identifier: MIT
// A line over time: only its path is stretched to the width there is, so type and strokes keep their size.
#include "charts.hpp"

#include "chart_axes.hpp"
#include "html_text.hpp"
#include "numbers.hpp"

#include <algorithm>
#include <iterator>

namespace analytics_report {
namespace {

constexpr int plot_height = 220;
constexpr int chart_height = 250;
constexpr int path_width = 1000;
constexpr int value_steps = 5;
constexpr int max_time_ticks = 7;
constexpr std::size_t max_phone_ticks = 4;
constexpr std::size_t max_dots = 31;

/// Where a chart of these points has what.
struct Plot {
    date::sys_seconds first;
    date::sys_seconds last;
    ValueAxis axis;

    [[nodiscard]] double x(date::sys_seconds at) const {
        return position(static_cast<double>((at - first).count()), 0, static_cast<double>((last - first).count()));
    }
    [[nodiscard]] double y(double number) const { return plot_height * (1 - position(number, 0, axis.top)); }
};

std::string attribute(const char* name, const std::string& value) {
    return std::string{" "} + name + "=\"" + value + '"';
}

std::string grid(const Plot& plot) {
    std::string svg;
    for (const double tick : plot.axis.ticks) {
        const std::string y = length(plot.y(tick));
        svg += std::string{"<line class=\""} + (tick == 0 ? "axis" : "grid") + "\" x2=\"100%\"";
        svg += attribute("y1", y) + attribute("y2", y) + "/>";
        svg += element("text", abbreviated(tick), " class=\"tick value\" x=\"-8\" dy=\"4\"" + attribute("y", y)) + '\n';
    }
    const std::vector<TimeTick> ticks = time_ticks(plot.first, plot.last, max_time_ticks);
    for (std::size_t i = 0; i < ticks.size(); ++i) {
        const std::string x = percent_length(plot.x(ticks[i].at));
        svg += "<line class=\"axis\"" + attribute("x1", x) + attribute("x2", x) +
               attribute("y1", std::to_string(plot_height)) + attribute("y2", std::to_string(plot_height + 5)) + "/>";
        svg += element("text", ticks[i].label,
                       std::string{" class=\"tick time"} +
                           (i % 2 == 1 && ticks.size() > max_phone_ticks ? " spare\"" : "\"") + attribute("x", x) +
                           attribute("y", std::to_string(plot_height + 22))) +
               '\n';
    }
    return svg;
}

/// Of one run of points, without gaps among them.
struct Run {
    std::string line{};
    std::string area{};
};

template <class Points>
Run run_through(const Plot& plot, Points begin, Points end) {
    Run run;
    for (Points point = begin; point != end; ++point)
        run.line += (point == begin ? "M" : "L") + length(plot.x(point->at) * path_width) + ' ' +
                    length(plot.y(*point->row.number));
    const std::string bottom = ' ' + std::to_string(plot_height);
    run.area = run.line + 'L' + length(plot.x(std::prev(end)->at) * path_width) + bottom + 'L' +
               length(plot.x(begin->at) * path_width) + bottom + 'Z';
    if (std::next(begin) == end) run.line += "h0";  // a dot
    return run;
}

std::string paths(const Plot& plot, const std::vector<Point>& points, TimeStep step) {
    Run all;
    for (auto begin = points.begin(); begin != points.end();) {
        const auto gap = std::adjacent_find(
            begin, points.end(), [&](const auto& a, const auto& b) { return b.at - a.at > length_of(step); });
        const auto end = gap == points.end() ? gap : std::next(gap);
        const Run run = run_through(plot, begin, end);
        all.line += run.line;
        all.area += run.area;
        begin = end;
    }
    std::string svg{"<svg width=\"100%\" preserveAspectRatio=\"none\""};
    svg += attribute("height", std::to_string(plot_height)) +
           attribute("viewBox", "0 0 " + std::to_string(path_width) + ' ' + std::to_string(plot_height)) + '>';
    svg += "<path class=\"area\"" + attribute("d", all.area) + "/>";
    return svg + "<path class=\"line\"" + attribute("d", all.line) + "/></svg>\n";
}

/// Each has a strip of the whole height around it that tells what it is.
std::string dots(const Plot& plot, const std::vector<Point>& points, const Measure& measure, TimeStep step) {
    std::string svg;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const double x = plot.x(points[i].at);
        const double left = i == 0 ? 0 : (x + plot.x(points[i - 1].at)) / 2;
        const double right = i + 1 == points.size() ? 1 : (x + plot.x(points[i + 1].at)) / 2;
        svg += "<g class=\"point\">";
        svg += element("title", time_text(points[i].at, step) + ": " + counted(points[i].row, measure));
        svg += "<rect" + attribute("x", percent_length(left)) + attribute("width", percent_length(right - left)) +
               attribute("height", std::to_string(plot_height)) + "/>";
        svg += "<circle" + attribute("cx", percent_length(x)) + attribute("cy", length(plot.y(*points[i].row.number))) +
               " r=\"3.5\"/></g>\n";
    }
    return svg;
}

std::string description_of(const std::vector<Point>& points, const Point& most, const Measure& measure, TimeStep step) {
    std::string text = measure.title + " for each " + name_of(step) + " from ";
    text += time_text(points.front().at, step) + " to " + time_text(points.back().at, step);
    return text + ". The most: " + grouped(shown_number(most.row)) + " on " + time_text(most.at, step) + '.';
}

}  // namespace

std::string line_chart(const std::vector<Point>& points, const Measure& measure, const std::string& title,
                       TimeStep step) {
    const Point& most = *std::max_element(points.begin(), points.end(),
                                          [](const auto& a, const auto& b) { return *a.row.number < *b.row.number; });
    const bool whole = std::all_of(points.begin(), points.end(), [](const Point& point) {
        return point.row.text.find_first_of(".e") == std::string::npos;
    });
    const Plot plot{points.front().at, points.back().at, value_axis(*most.row.number, value_steps, whole)};
    std::string svg = std::string{"<svg class=\"line"} + (points.size() > max_dots ? " dense" : "") + "\" role=\"img\"";
    svg += " aria-labelledby=\"chart-title chart-desc\"" + attribute("height", std::to_string(chart_height)) + ">\n";
    svg += element("title", title, " id=\"chart-title\"") + '\n';
    svg += element("desc", description_of(points, most, measure, step), " id=\"chart-desc\"") + '\n';
    return svg + grid(plot) + paths(plot, points, step) + dots(plot, points, measure, step) + "</svg>\n";
}

}  // namespace analytics_report
