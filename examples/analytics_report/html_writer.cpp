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
    Words words;
    std::vector<TimedPlays> points;  ///< Of a report over time.
    std::size_t without_time;        ///< How many of its rows are none of them.
    bool by_hour;
    std::optional<std::int64_t> total;
};

Content content_of(const Report& report) {
    Content content{report, {}, {}, 0, false, total_plays(report.rows)};
    if (is_over_time(report.question)) {
        const Period period = period_of(report);
        content.points = timed(report.rows);
        // The service tells of hours where the period is two days or less.
        content.by_hour =
            (period.end > period.begin && period.end - period.begin <= date::days{2}) || hourly(content.points);
        content.without_time = report.rows.size() - content.points.size();
        if (!is_part(report) && !content.points.empty())
            content.points = without_gaps(std::move(content.points), period, content.by_hour);
    }
    content.words = words_of(report.question, content.by_hour);
    return content;
}

std::string value_of(const Content& content, const apivideo::AnalyticsData& row) {
    const auto at = is_over_time(content.report.question) ? apivideo::emitted_at(row) : std::nullopt;
    if (at) return time_text(date::floor<std::chrono::seconds>(*at), content.by_hour);
    return name_of(row);
}

std::string share_of_total(const Content& content, std::int64_t plays) {
    return content.total ? share(plays, *content.total) : std::string{};
}

std::string total_text(const Content& content) { return content.total ? grouped(*content.total) : "too many to count"; }

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

std::string totals(const Content& content) {
    const Report& report = content.report;
    const std::string part = is_part(report) ? part_text(report) : "";
    std::string html = "<dl class=\"totals\">\n" + fact("Plays" + part, total_text(content));
    html += fact(content.words.many + part, grouped(static_cast<std::int64_t>(report.rows.size())));
    if (!report.rows.empty()) {
        const auto most = std::max_element(report.rows.begin(), report.rows.end(),
                                           [](const auto& a, const auto& b) { return a.plays < b.plays; });
        const std::string part_of_all = share_of_total(content, most->plays);
        html += fact("Most plays", shortened(printable(value_of(content, *most)), max_fact_width),
                     grouped(most->plays) + (part_of_all.empty() ? "" : ", " + part_of_all));
    }
    return html + "</dl>\n";
}

/// What the chart leaves to the table.
std::string left_out(const Content& content) {
    const std::size_t rows = content.report.rows.size();
    if (is_over_time(content.report.question)) {
        const std::size_t without_time = content.without_time;
        return without_time == 0 ? ""
                                 : "Without " + counted(static_cast<std::int64_t>(without_time), "row", "rows") +
                                       " whose value is not a time.";
    }
    return rows <= max_bars ? ""
                            : "The " + std::to_string(max_bars) + " with the most plays of " +
                                  grouped(static_cast<std::int64_t>(rows)) + "; the table has all.";
}

std::string chart(const Content& content) {
    const Report& report = content.report;
    if (report.rows.empty()) return is_part(report) ? "" : "<p class=\"note\">There were no plays.</p>\n";
    const bool over_time = is_over_time(report.question);
    if (over_time && content.points.empty()) return {};
    const std::string title = "Plays " + content.words.by;
    std::string html = "<figure>\n" + element("h2", title) + '\n';
    html += over_time ? line_chart(content.points, title, content.by_hour)
                      : bar_chart(report.rows, title, content.words.one);
    const std::string note = left_out(content);
    if (!note.empty()) html += element("figcaption", note, " class=\"note\"") + '\n';
    return html + "</figure>\n";
}

std::string table_row(const std::string& name, const std::string& plays, const std::string& part) {
    return "<tr>" + element("th", name, " scope=\"row\"") + element("td", plays) +
           element("td", part, " class=\"share\"") + "</tr>\n";
}

std::string table(const Content& content) {
    const Report& report = content.report;
    std::string html =
        "<table>\n" + element("caption", is_part(report) ? "Rows" + part_text(report) : "All rows") + "\n<thead><tr>";
    html += element("th", content.words.column, " scope=\"col\"");
    html += "<th scope=\"col\" class=\"number\">Plays</th><th scope=\"col\" class=\"number\">Share</th></tr></thead>\n";
    html += "<tbody>\n";
    for (const apivideo::AnalyticsData& row : report.rows)
        html += table_row(value_of(content, row), grouped(row.plays), share_of_total(content, row.plays));
    html += "</tbody>\n<tfoot>\n";
    html += table_row("Total" + (is_part(report) ? part_text(report) : ""), total_text(content),
                      content.total ? share(*content.total, *content.total) : "");
    return html + "</tfoot>\n</table>\n";
}

std::string asked(const Content& content) {
    const auto line = [](const std::string& name, const std::string& value) {
        return element("dt", name) + element("dd", value) + '\n';
    };
    const Report& report = content.report;
    const Question& question = report.question;
    std::string html = "<footer>\n<h2>What was asked</h2>\n<dl class=\"asked\">\n";
    html += line("Plays of", question.kind);
    html += line("From", date::format("%F", question.from));
    html +=
        line("Until", question.to ? date::format("%F", *question.to) + ", excluded" : "the day it was made, excluded");
    html += line("Dimension", question.dimension);
    html += line("Filter", question.filter.value_or("none"));
    const std::string pages = pages_of(report);
    if (!pages.empty()) html += line("Rows from", pages);
    html += line("Made", date::format("%F %T", report.made_at) + " UTC");
    return html + "</dl>\n</footer>\n";
}

}  // namespace

std::string as_html(const Report& report) {
    const Content content = content_of(report);
    return head(content) + "<body>\n<main>\n" + header(content) + totals(content) + chart(content) + table(content) +
           asked(content) + "</main>\n</body>\n</html>\n";
}

}  // namespace analytics_report
