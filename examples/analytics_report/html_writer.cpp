// SPDX-License-Identifier: MIT
// The report as a page that needs nothing but itself.
#include "chart_axes.hpp"
#include "charts.hpp"
#include "html_style.hpp"
#include "html_text.hpp"
#include "html_words.hpp"
#include "numbers.hpp"
#include "text.hpp"
#include "writers.hpp"

#include <algorithm>
#include <utility>

namespace analytics_report {
namespace {

/// What the parts of the page are made from.
struct Content {
    const Report& report;
    Words words{};
    std::vector<Point> points{};    ///< Of a report over time.
    std::size_t without_point{0};   ///< How many rows have no point.
    TimeStep step{TimeStep::hour};  ///< Of a report over time.
    std::optional<double> total{};  ///< Set if the numbers add up.
};

/// As it was asked for; else the service tells of hours where the period is two days or less.
TimeStep step_of(const Report& report, const std::vector<Point>& points) {
    const std::string interval = report.question.interval.value_or("");
    for (const TimeStep step : {TimeStep::minute, TimeStep::hour, TimeStep::day})
        if (interval == name_of(step)) return step;
    const Period period = period_of(report);
    const bool short_period = period.end > period.begin && period.end - period.begin <= date::days{2};
    return short_period || (report.question.whole_days && hourly(points)) ? TimeStep::hour : TimeStep::day;
}

/// Whether what has no row has no value: a row without one is something else.
bool is_complete(const Report& report) {
    return !is_part(report) &&
           std::all_of(report.rows.begin(), report.rows.end(), [](const Row& row) { return row.number.has_value(); });
}

Content content_of(const Report& report) {
    Content content{report};
    content.total = total_of(report);
    if (report.question.shape == Shape::over_time) {
        content.points = timed(report.rows);
        content.step = step_of(report, content.points);
        content.without_point = report.rows.size() - content.points.size();
        if (report.question.zero_if_missing && is_complete(report) && !content.points.empty())
            content.points = without_gaps(std::move(content.points), period_of(report), content.step);
    }
    content.words = words_of(report.question, content.step);
    return content;
}

std::string value_of(const Content& content, const Row& row) {
    const auto at = content.report.question.shape == Shape::over_time
                        ? apivideo::emitted_at(apivideo::OverTimeData{row.value, std::nullopt})
                        : std::nullopt;
    if (at) return time_text(date::floor<std::chrono::seconds>(*at), content.step);
    return shown_value(content.report.question, row);
}

std::string share_of_total(const Content& content, const Row& row) {
    return content.total && row.number ? share(*row.number, *content.total) : std::string{};
}

std::string total(const Content& content) {
    const std::string text = total_text(content.report);
    return content.total ? grouped(text) : text;
}

std::string part_text(const Report& report) { return report.pages ? " on these pages" : " on this page"; }

std::string head(const Content& content) {
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
           "<meta http-equiv=\"Content-Security-Policy\" "
           "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n" +
           element("title", content.words.heading + ", " + period_text(content.report)) + "\n<style>\n" +
           std::string{html_style()} + "</style>\n</head>\n";
}

std::string part_note(const Report& report) {
    const std::string pages = pages_of(report);
    if (!report.rows.empty())
        return "This is " + (pages.empty() ? "a part" : pages) + ": there is more than is shown here.";
    if (is_past_the_end(report)) return "There is " + pages + '.';
    return "There is nothing on " + (pages.empty() ? "these pages" : pages) + '.';
}

std::string header(const Content& content) {
    const Report& report = content.report;
    std::string html = "<header>\n" + element("h1", content.words.heading) + '\n';
    html += element("p", period_text(report) + ", UTC", " class=\"period\"") + '\n';
    if (is_part(report)) html += element("p", part_note(report), " class=\"note\"");
    return html + "</header>\n";
}

std::string fact(const std::string& name, const std::string& value, const std::string& aside = {}) {
    constexpr std::size_t max_large_type_width = 20;
    const char* const size = width(value) > max_large_type_width ? " class=\"long\"" : "";
    const std::string small = aside.empty() ? aside : ' ' + element("span", aside, " class=\"aside\"");
    return "<div>" + element("dt", name) + "<dd" + size + '>' + escaped(value) + small + "</dd></div>\n";
}

constexpr std::size_t max_fact_width = 80;

/// The row with the largest number, if any has one.
const Row* most_of(const std::vector<Row>& rows) {
    const Row* most = nullptr;
    for (const Row& row : rows)
        if (row.number && (!most || *row.number > *most->number)) most = &row;
    return most;
}

std::string totals(const Content& content) {
    const Report& report = content.report;
    const Measure& measure = report.question.measure;
    const std::string part = is_part(report) ? part_text(report) : "";
    std::string html = measure.adds_up ? "<dl class=\"totals\">\n" : "<dl class=\"totals few\">\n";
    if (measure.adds_up) html += fact(measure.title + part, total(content));
    html += fact(content.words.many + part, grouped(static_cast<std::int64_t>(report.rows.size())));
    if (const Row* const most = most_of(report.rows)) {
        const std::string part_of_all = share_of_total(content, *most);
        html += fact(measure.many.empty() ? "Highest" : "Most " + measure.many,
                     shortened(printable(value_of(content, *most)), max_fact_width),
                     grouped(shown_number(*most)) + (part_of_all.empty() ? "" : ", " + part_of_all));
    }
    return html + "</dl>\n";
}

/// What the chart leaves to the table.
std::string left_out(const Content& content) {
    const std::size_t rows = content.report.rows.size();
    if (content.report.question.shape == Shape::over_time)
        return content.without_point == 0
                   ? ""
                   : "Left out: " + counted(static_cast<std::int64_t>(content.without_point), "row", "rows") +
                         " without a value or a time.";
    if (rows <= max_bars) return {};
    const std::string& many = content.report.question.measure.many;
    return "The " + std::to_string(max_bars) + (many.empty() ? " with the largest numbers" : " with the most " + many) +
           " of " + grouped(static_cast<std::int64_t>(rows)) + "; the table has all.";
}

std::string nothing_note(const Question& question) {
    const std::string what = question.measure.many.empty() ? "is nothing" : "were no " + question.measure.many;
    return element("p", "There " + what + ".", " class=\"note\"") + '\n';
}

std::string chart(const Content& content) {
    const Report& report = content.report;
    const Question& question = report.question;
    if (report.rows.empty()) return is_part(report) ? "" : nothing_note(question);
    const bool over_time = question.shape == Shape::over_time;
    if (over_time && content.points.empty()) return {};
    const std::string title = question.measure.title + ' ' + content.words.by;
    std::string html = "<figure>\n" + element("h2", title) + '\n';
    html += over_time ? line_chart(content.points, question.measure, title, content.step)
                      : bar_chart(report, title, content.words.one);
    const std::string note = left_out(content);
    if (!note.empty()) html += element("figcaption", note, " class=\"note\"") + '\n';
    return html + "</figure>\n";
}

/// For one number, which has neither chart nor table.
std::string large_number(const Report& report) {
    const Row& row = report.rows.front();
    const std::string number = row.number ? grouped(shown_number(row)) : "no value";
    const std::string& many = report.question.measure.many;
    const std::string unit = row.number && !many.empty() ? ' ' + element("span", many, " class=\"aside\"") : "";
    return "<p class=\"large\">" + escaped(number) + unit + "</p>\n";
}

std::string table_row(const Content& content, const std::string& name, const std::string& number,
                      const std::string& part) {
    return "<tr>" + element("th", name, " scope=\"row\"") + element("td", number) +
           (content.report.question.measure.adds_up ? element("td", part, " class=\"share\"") : "") + "</tr>\n";
}

std::string table(const Content& content) {
    const Report& report = content.report;
    const Measure& measure = report.question.measure;
    std::string html =
        "<table>\n" + element("caption", is_part(report) ? "Rows" + part_text(report) : "All rows") + "\n<thead><tr>";
    html += element("th", content.words.column, " scope=\"col\"");
    html += element("th", measure.title, " scope=\"col\" class=\"number\"");
    if (measure.adds_up) html += "<th scope=\"col\" class=\"number\">Share</th>";
    html += "</tr></thead>\n<tbody>\n";
    for (const Row& row : report.rows)
        html += table_row(content, value_of(content, row), grouped(shown_number(row)), share_of_total(content, row));
    html += "</tbody>\n";
    if (measure.adds_up)
        html += "<tfoot>\n" +
                table_row(content, "Total" + (is_part(report) ? part_text(report) : ""), total(content),
                          content.total ? share(*content.total, *content.total) : "") +
                "</tfoot>\n";
    return html + "</table>\n";
}

std::string asked(const Content& content) {
    const auto line = [](const std::string& name, const std::string& value) {
        return element("dt", name) + element("dd", value) + '\n';
    };
    const Report& report = content.report;
    std::string html = "<footer>\n<h2>What was asked</h2>\n<dl class=\"asked\">\n";
    for (const auto& [name, value] : report.question.asked) html += line(name, value);
    const std::string pages = pages_of(report);
    if (!pages.empty()) html += line("Rows from", pages);
    html += line("Made", date::format("%F %T", report.made_at) + " UTC");
    return html + "</dl>\n</footer>\n";
}

std::string body(const Content& content) {
    if (content.report.question.shape == Shape::one_number) return large_number(content.report);
    return totals(content) + chart(content) + table(content);
}

}  // namespace

std::string as_html(const Report& report) {
    const Content content = content_of(report);
    return head(content) + "<body>\n<main>\n" + header(content) + body(content) + asked(content) +
           "</main>\n</body>\n</html>\n";
}

}  // namespace analytics_report
