// SPDX-License-Identifier: MIT
// The report of the /data calls as a page: rates, minutes, countries by their codes, one number.
#include "writers.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

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

/// Rows of the /data calls.
std::vector<Row> measured(const std::vector<std::pair<std::string, std::optional<double>>>& numbers) {
    std::vector<Row> rows;
    for (const auto& [value, number] : numbers) rows.emplace_back(value, number);
    return rows;
}

Report report_of(const Question& question, std::vector<Row> rows) {
    Report report;
    report.question = question;
    report.rows = std::move(rows);
    report.pagination.emplace();
    report.made_at = date::sys_days{2023_y / 6 / 20} + std::chrono::hours{10} + std::chrono::seconds{5};
    return report;
}

int count(const std::string& text, const std::string& part) {
    int found = 0;
    for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos; at += part.size()) ++found;
    return found;
}

apivideo::MetricsOverTimeRequest over_time(const char* metric) {
    apivideo::MetricsOverTimeRequest request;
    request.metric = apivideo::OverTimeMetric::from_name(metric);
    request.from = june + std::chrono::hours{6};
    request.to = june + std::chrono::hours{9};
    return request;
}

TEST(HtmlOfMetrics, of_a_rate_over_time_has_an_axis_of_fractions_and_no_total) {
    const std::string html =
        as_html(report_of(question_of(over_time("play-rate")), measured({{"2023-06-01T06:00:00+00:00", 0.5},
                                                                         {"2023-06-01T07:00:00+00:00", 0.3},
                                                                         {"2023-06-01T08:00:00+00:00", {}}})));
    EXPECT_THAT(html, HasSubstr("<h1>Play rate over time</h1>"));
    EXPECT_THAT(html, HasSubstr("1 Jun 2023, 06:00 to 1 Jun 2023, 09:00, UTC"));
    EXPECT_THAT(html, HasSubstr(">0.4</text>"));
    EXPECT_THAT(html, HasSubstr("<title>1 Jun 2023, 07:00: 0.3</title>"));
    EXPECT_EQ(count(html, "<g class=\"point\">"), 2);
    EXPECT_THAT(html, HasSubstr("Left out: 1 row without a value or a time."));
    EXPECT_THAT(html, HasSubstr("<th scope=\"row\">1 Jun 2023, 08:00</th><td>-</td></tr>"));
    EXPECT_THAT(html, Not(HasSubstr("Total")));
    EXPECT_THAT(html, Not(HasSubstr("Share")));
    EXPECT_THAT(html, HasSubstr("<dt>Highest</dt><dd>1 Jun 2023, 06:00 <span"));
}

TEST(HtmlOfMetrics, of_minutes_breaks_the_line_where_one_is_missing) {
    apivideo::MetricsOverTimeRequest minutes = over_time("ccv-average");
    minutes.interval = apivideo::Interval::minute;
    const std::string html = as_html(report_of(question_of(minutes), measured({{"2023-06-01T06:00:00+00:00", 2.0},
                                                                               {"2023-06-01T06:01:00+00:00", 2.0},
                                                                               {"2023-06-01T06:04:00+00:00", 2.0}})));
    EXPECT_THAT(html, HasSubstr("<path class=\"line\" d=\"M0 0L250 0M1000 0h0\"/>"));
    EXPECT_THAT(html, HasSubstr("<th scope=\"col\">Minute (UTC)</th>"));
    EXPECT_THAT(
        html, HasSubstr("Concurrent viewers on average for each minute from 1 Jun 2023, 06:00 to 1 Jun 2023, 06:04."));
}

TEST(HtmlOfMetrics, of_a_count_has_no_gap_where_an_hour_has_no_row) {
    apivideo::MetricsOverTimeRequest request = over_time("play");
    *request.from += std::chrono::minutes{30};
    const auto html = [&](std::optional<double> first) {
        return as_html(report_of(question_of(request),
                                 measured({{"2023-06-01T06:00:00+00:00", first}, {"2023-06-01T08:00:00+00:00", 2.0}})));
    };
    EXPECT_THAT(html(1.0), HasSubstr("<path class=\"line\" d=\"M0 110L500 220L1000 0\"/>"));
    EXPECT_THAT(html(1.0), HasSubstr("<title>1 Jun 2023, 07:00: 0 plays</title>"));
    EXPECT_THAT(html({}), Not(HasSubstr("0 plays")));
}

TEST(HtmlOfMetrics, names_countries_beside_their_codes) {
    const apivideo::MetricsBreakdownRequest by_country{apivideo::BreakdownMetric::play, apivideo::Breakdown::country};
    const std::string html =
        as_html(report_of(question_of(by_country), measured({{"FR", 3.0}, {"XX", 1.0}, {"TR", {}}})));
    EXPECT_THAT(html, HasSubstr("<title>FR France: 3 plays</title>"));
    EXPECT_THAT(html, HasSubstr("<th scope=\"row\">XX</th><td>1</td>"));
    EXPECT_THAT(html, HasSubstr("<th scope=\"row\">TR Türkiye</th><td>-</td><td class=\"share\"></td>"));
    EXPECT_EQ(count(html, "class=\"track\""), 2);
}

TEST(HtmlOfMetrics, of_one_number_shows_it_large) {
    const apivideo::AggregatedMetricsRequest watch_time{apivideo::AggregatedMetric::watch_time,
                                                        apivideo::Aggregation::sum};
    const std::string html = as_html(report_of(question_of(watch_time), measured({{"", 1234.5}})));
    EXPECT_THAT(html, HasSubstr("<h1>Watch time</h1>"));
    EXPECT_THAT(html, HasSubstr("<p class=\"large\">1,234.5 <span class=\"aside\">seconds</span></p>"));
    EXPECT_THAT(html, HasSubstr("<dt>Aggregation</dt><dd>sum</dd>"));
    EXPECT_THAT(html, Not(HasSubstr("<table")));
    EXPECT_THAT(as_html(report_of(question_of(watch_time), measured({{"", std::optional<double>{}}}))),
                HasSubstr("<p class=\"large\">no value</p>"));
}

}  // namespace
}  // namespace analytics_report
