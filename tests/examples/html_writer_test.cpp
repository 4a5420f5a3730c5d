// SPDX-License-Identifier: MIT
// The report as a page: what it says and shows, and that nothing from the service becomes more than text.
#include "charts.hpp"
#include "html_words.hpp"
#include "writers.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace analytics_report {
namespace {

using namespace date::literals;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr date::sys_days june{2023_y / 6 / 1};

Report report_of(const Question& question, std::vector<Row> rows) {
    Report report;
    report.question = question;
    report.rows = std::move(rows);
    report.pagination.emplace();
    report.made_at = date::sys_days{2023_y / 6 / 20} + std::chrono::hours{10} + std::chrono::seconds{5};
    return report;
}

apivideo::VideosPlaysRequest request(const std::string& dimension) {
    apivideo::VideosPlaysRequest request{june, *apivideo::videos_dimension_from_string(dimension)};
    request.to = 2023_y / 6 / 10;
    return request;
}

Report report(const std::string& dimension, std::vector<Row> rows) {
    return report_of(question_of(request(dimension)), std::move(rows));
}

int count(const std::string& text, const std::string& part) {
    int found = 0;
    for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos; at += part.size()) ++found;
    return found;
}

TEST(Html, says_what_was_asked_and_when_it_was_made) {
    apivideo::VideosPlaysRequest of_one_video = request("country");
    of_one_video.filter = apivideo::VideoId{"vi1"};
    Report of_one = report_of(question_of(of_one_video), {{"france", 3}});
    of_one.pagination->current_page = 1;
    of_one.pagination->pages_total = 1;
    const std::string html = as_html(of_one);
    EXPECT_THAT(html, HasSubstr("<title>Plays of one video by country, 1 Jun 2023 to 9 Jun 2023</title>"));
    EXPECT_THAT(html, HasSubstr("<h1>Plays of one video by country</h1>"));
    EXPECT_THAT(html, HasSubstr("<dt>From</dt><dd>2023-06-01</dd>"));
    EXPECT_THAT(html, HasSubstr("<dt>Until</dt><dd>2023-06-10, excluded</dd>"));
    EXPECT_THAT(html, HasSubstr("<dt>Dimension</dt><dd>country</dd>"));
    EXPECT_THAT(html, HasSubstr("<dt>Filter</dt><dd>videoId:vi1</dd>"));
    EXPECT_THAT(html, HasSubstr("<dt>Rows from</dt><dd>page 1 of 1</dd>"));
    EXPECT_THAT(html, HasSubstr("<dt>Made</dt><dd>2023-06-20 10:00:05 UTC</dd>"));
}

TEST(Html, has_the_period_up_to_the_day_it_was_made_where_no_end_was_asked_for) {
    Report open = report("country", {});
    open.question.to.reset();
    EXPECT_EQ(period_text(open), "1 Jun 2023 to 19 Jun 2023");
    open.question.to = june + date::days{1};
    EXPECT_EQ(period_text(open), "1 Jun 2023");
    open.question.to = june;
    EXPECT_EQ(period_text(open), "no day, since 1 Jun 2023 is excluded");
}

TEST(Html, has_totals_and_a_row_for_each_value) {
    const std::string html = as_html(report("browser", {{"chrome", 3000}, {"firefox", 1000}}));
    EXPECT_THAT(html, HasSubstr("<dt>Plays</dt><dd>4,000</dd>"));
    EXPECT_THAT(html, HasSubstr("<dt>Browsers</dt><dd>2</dd>"));
    EXPECT_THAT(html, HasSubstr("<dd>chrome <span class=\"aside\">3,000, 75.0%</span></dd>"));
    EXPECT_THAT(html, HasSubstr("<th scope=\"col\">Browser</th>"));
    EXPECT_THAT(html, HasSubstr("<th scope=\"row\">firefox</th><td>1,000</td><td class=\"share\">25.0%</td>"));
    EXPECT_THAT(html, HasSubstr("<th scope=\"row\">Total</th><td>4,000</td>"));
    EXPECT_THAT(html, HasSubstr("<caption>"));
}

TEST(Html, draws_bars_in_proportion_with_a_tooltip_each) {
    const std::string html = as_html(report("browser", {{"firefox", 1000}, {"chrome", 4000}, {"lynx", 0}}));
    EXPECT_EQ(count(html, "class=\"bar\""), 2);
    EXPECT_THAT(html, HasSubstr("<title>chrome: 4,000 plays</title>"));
    EXPECT_THAT(html, HasSubstr("<rect class=\"bar\" y=\"23\" width=\"100%\""));
    EXPECT_THAT(html, HasSubstr("<rect class=\"bar\" y=\"65\" width=\"25%\""));
    EXPECT_THAT(html, HasSubstr("role=\"img\" aria-labelledby=\"chart-title chart-desc\""));
    EXPECT_THAT(html, HasSubstr("<desc id=\"chart-desc\">A bar for each browser, 3 in all. The longest: chrome,"));
}

TEST(Html, draws_the_longest_bars_only_and_says_so) {
    std::vector<Row> rows;
    for (int i = 1; i <= 40; ++i) rows.push_back({"v" + std::to_string(i), i});
    const std::string html = as_html(report("videoId", rows));
    EXPECT_EQ(count(html, "class=\"bar\""), static_cast<int>(max_bars));
    EXPECT_THAT(html, HasSubstr("The 15 with the most plays of 40; the table has all."));
    EXPECT_THAT(html, HasSubstr("<title>v40: 40 plays</title>"));
    EXPECT_THAT(html, Not(HasSubstr("<title>v25: 25 plays</title>")));
    EXPECT_EQ(count(html, "scope=\"row\""), 41);
}

Report until(date::year_month_day to, Report report) {
    report.question.to = date::sys_days{to};
    return report;
}

TEST(Html, draws_a_line_over_days_in_order_of_time_with_those_that_have_no_row) {
    const std::string html = as_html(
        until(2023_y / 6 / 4,
              report("emittedAt", {{"2023-06-03T00:00:00.000Z", 50}, {"2023-06-01T00:00:00.000Z", 100}, {"soon", 1}})));
    EXPECT_THAT(html, HasSubstr("<h1>Plays of videos over time</h1>"));
    EXPECT_THAT(html, HasSubstr("<path class=\"line\" d=\"M0 0L500 220L1000 110\"/>"));
    EXPECT_EQ(count(html, "<g class=\"point\">"), 3);
    EXPECT_THAT(html, HasSubstr("<title>1 Jun 2023: 100 plays</title>"));
    EXPECT_THAT(html, HasSubstr("<title>2 Jun 2023: 0 plays</title>"));
    EXPECT_THAT(html, HasSubstr("Plays for each day from 1 Jun 2023 to 3 Jun 2023."));
    EXPECT_THAT(html, HasSubstr(">2 Jun</text>"));
    EXPECT_THAT(html, HasSubstr("<th scope=\"row\">3 Jun 2023</th><td>50</td>"));
    EXPECT_THAT(html, HasSubstr("<th scope=\"row\">soon</th><td>1</td>"));
    EXPECT_THAT(html, HasSubstr("Left out: 1 row without a value or a time."));
}

TEST(Html, names_the_hours_where_plays_are_by_the_hour) {
    const std::string html = as_html(
        until(2023_y / 6 / 2, report("emittedAt", {{"2023-06-01T00:00:00.000Z", 5}, {"2023-06-01T01:00:00.000Z", 7}})));
    EXPECT_THAT(html, HasSubstr("<title>1 Jun 2023, 01:00: 7 plays</title>"));
    EXPECT_THAT(html, HasSubstr("<title>1 Jun 2023, 02:00: 0 plays</title>"));
    EXPECT_THAT(html, HasSubstr("Plays for each hour from 1 Jun 2023, 00:00 to 1 Jun 2023, 23:00."));
}

TEST(Html, is_of_hours_where_the_period_is_two_days_or_less) {
    const auto column = [](date::year_month_day to) {
        const std::string html = as_html(until(to, report("emittedAt", {{"2023-06-01T00:00:00.000Z", 7}})));
        const std::size_t begin = html.find("<dt>", html.find("<dt>Plays") + 1) + 4;
        return html.substr(begin, html.find('<', begin) - begin);
    };
    EXPECT_EQ(column(2023_y / 6 / 2), "Hours with plays");
    EXPECT_EQ(column(2023_y / 6 / 3), "Hours with plays");
    EXPECT_EQ(column(2023_y / 6 / 4), "Days with plays");
}

TEST(Html, of_a_single_time_has_a_dot_in_the_middle_and_a_tooltip_over_all) {
    Report one = report("emittedAt", {{"2023-06-01T00:00:00.000Z", 5}});
    one.pagination->pages_total = 2;
    const std::string html = as_html(one);
    EXPECT_THAT(html, HasSubstr("<circle cx=\"50%\" cy=\"0\""));
    EXPECT_THAT(html, HasSubstr("<rect x=\"0%\" width=\"100%\""));
}

TEST(Html, of_a_part_breaks_the_line_where_nothing_is_known) {
    Report part = report("emittedAt", {{"2023-06-01T00:00:00.000Z", 10},
                                       {"2023-06-02T00:00:00.000Z", 10},
                                       {"2023-06-04T00:00:00.000Z", 10},
                                       {"2023-06-06T00:00:00.000Z", 10}});
    part.pagination->pages_total = 2;
    EXPECT_THAT(as_html(part), HasSubstr("<path class=\"line\" d=\"M0 0L200 0M600 0h0M1000 0h0\"/>"));
}

TEST(Gaps, are_filled_within_the_period_and_only_between_what_is_of_its_days) {
    const auto filled = [&](const std::vector<std::pair<date::sys_seconds, std::int64_t>>& plays, date::days days) {
        std::vector<Point> points;
        for (const auto& [at, number] : plays) points.push_back({at, Row{"", number}});
        return without_gaps(std::move(points), {june, june + days}, TimeStep::day).size();
    };
    EXPECT_EQ(filled({{june + date::days{1}, 7}}, date::days{3}), 3u);
    EXPECT_EQ(filled({{june + date::days{1}, 7}, {june + date::days{1}, 8}}, date::days{3}), 4u);
    EXPECT_EQ(filled({{june + std::chrono::hours{30}, 7}}, date::days{3}), 1u);
    EXPECT_EQ(filled({{june - date::days{1}, 7}}, date::days{3}), 1u);
    EXPECT_EQ(filled({{june + date::days{3}, 7}}, date::days{3}), 1u);
    EXPECT_EQ(filled({{june, 7}}, date::days{0}), 1u);
    EXPECT_EQ(filled({{june, 7}}, date::days{10'000}), 10'000u);
    EXPECT_EQ(filled({{june, 7}}, date::days{10'001}), 1u);
}

TEST(Html, without_rows_says_that_there_were_no_plays) {
    for (const char* dimension : {"country", "emittedAt"}) {
        Report nothing = report(dimension, {});
        for (const std::optional<std::int64_t> pages :
             {std::optional<std::int64_t>{}, std::optional{std::int64_t{0}}}) {
            nothing.pages = pages;
            EXPECT_THAT(as_html(nothing), HasSubstr("There were no plays."));
            EXPECT_THAT(as_html(nothing), HasSubstr("<dt>Plays</dt><dd>0</dd>"));
            EXPECT_THAT(as_html(nothing), Not(HasSubstr("<svg")));
        }
    }
}

TEST(Html, of_a_part_says_which) {
    Report part = report("country", {{"france", 1}});
    part.pagination->current_page = 2;
    part.pagination->pages_total = 7;
    EXPECT_THAT(as_html(part), HasSubstr("This is page 2 of 7: there is more than is shown here."));
    EXPECT_THAT(as_html(part), HasSubstr("<dt>Plays on this page</dt>"));
    EXPECT_THAT(as_html(part), HasSubstr("<caption>Rows on this page</caption>"));
    part.pages = 7;
    EXPECT_THAT(as_html(part), Not(HasSubstr("there is more")));
    part.pages = 6;
    EXPECT_THAT(as_html(part), HasSubstr("This is pages 1 to 6 of 7:"));
}

TEST(Html, of_a_page_that_is_not_there_says_so) {
    Report none = report("country", {});
    none.pagination->current_page = 9;
    none.pagination->pages_total = 3;
    EXPECT_THAT(as_html(none), HasSubstr("There is no page 9: there are 3."));
    EXPECT_THAT(as_html(none), Not(HasSubstr("There were no plays")));
    EXPECT_THAT(as_table(none, {}), HasSubstr("\nno page 9: there are 3\n"));
    none.pagination->pages_total.reset();
    EXPECT_THAT(as_html(none), HasSubstr("There is no page 9."));
    EXPECT_THAT(as_table(none, {}), HasSubstr("\nno page 9\n"));
    none.pagination->current_page = 1;
    none.pagination->pages_total = 3;
    EXPECT_THAT(as_html(none), HasSubstr("There is nothing on page 1 of 3."));
}

TEST(Html, names_what_has_no_name) {
    const std::string html = as_html(report("country", {{"", 3}}));
    EXPECT_THAT(html, HasSubstr("<th scope=\"row\">(empty)</th>"));
    EXPECT_THAT(html, HasSubstr("<title>(empty): 3 plays</title>"));
}

TEST(Html, shortens_what_was_played_most_in_the_totals_alone) {
    const std::string name(5000, 'x');
    const std::string html = as_html(report("country", {{name, 3}}));
    EXPECT_THAT(html, HasSubstr("<th scope=\"row\">" + name + "</th>"));
    EXPECT_THAT(html, HasSubstr(std::string(77, 'x') + "... <span"));
}

TEST(Html, makes_no_markup_of_what_the_service_or_the_caller_says) {
    const std::string nasty{"</title><script>alert('1')</script>\"&\x1b"};
    for (const char* dimension : {"country", "emittedAt"}) {
        apivideo::VideosPlaysRequest hostile = request(dimension);
        hostile.filter = apivideo::VideoId{nasty};
        const std::string html = as_html(report_of(question_of(hostile), {{nasty, 1}}));
        EXPECT_THAT(html, Not(HasSubstr("<script")));
        EXPECT_THAT(html, Not(HasSubstr("\x1b")));
        EXPECT_THAT(html, HasSubstr("&lt;/title&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot;&amp;"));
    }
}

TEST(Html, takes_a_time_that_grows_with_its_rows) {
    const std::vector<Row> rows(100'000, Row{"2023-06-01T00:00:00.000Z", std::int64_t{1}});
    EXPECT_THAT(as_html(report("emittedAt", rows)), HasSubstr("<dt>Days with plays</dt><dd>100,000</dd>"));
}

TEST(Html, does_not_wrap_what_is_too_large) {
    constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();
    const std::string html = as_html(report("country", {{"france", largest}, {"italy", largest}}));
    EXPECT_THAT(html, HasSubstr("<dt>Plays</dt><dd>too many to count</dd>"));
    EXPECT_THAT(html, HasSubstr("9,223,372,036,854,775,807"));
}

TEST(Html, needs_nothing_but_itself) {
    for (const char* dimension : {"country", "emittedAt"}) {
        const std::string html = as_html(report(dimension, {{"2023-06-01T00:00:00.000Z", 5}}));
        for (const char* outside : {"http:", "https:", "src=", "href=", "url(", "@import", "<script", "<link"})
            EXPECT_THAT(html, Not(HasSubstr(outside)));
        EXPECT_THAT(html, HasSubstr("default-src 'none'"));
    }
}

}  // namespace
}  // namespace analytics_report
