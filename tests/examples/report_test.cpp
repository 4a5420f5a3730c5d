// SPDX-License-Identifier: MIT
// What is fetched for a report, and what is told of it meanwhile.
#include "report.hpp"
#include "countries.hpp"

#include <apivideo/test_support/fake_transport.hpp>

#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace analytics_report {
namespace {

constexpr date::sys_days june{date::year{2023} / 6 / 1};

std::shared_ptr<apivideo::test_support::FakeTransport> two_pages(std::int64_t pages_total) {
    auto transport = std::make_shared<apivideo::test_support::FakeTransport>();
    for (std::int64_t page = 1; page <= 2; ++page)
        transport->reply(200, R"({"data":[{"value":"x","plays":1}],"pagination":{"currentPage":)" +
                                  std::to_string(page) + R"(,"pagesTotal":)" + std::to_string(pages_total) + "}}");
    transport->reply(200, R"({"data":[],"pagination":[]})");
    return transport;
}

/// What onlookers are told of each page, where the service tells that many pages in all.
std::vector<std::optional<std::int64_t>> told_of_two_pages(std::int64_t pages_total) {
    Options options;
    options.request = apivideo::VideosPlaysRequest{june, apivideo::VideosDimension::video_id};
    options.concurrency = 1;
    std::vector<std::optional<std::int64_t>> told;
    const apivideo::AnalyticsApi analytics{two_pages(pages_total), apivideo::production_url};
    const Report report = fetch_report(analytics, options, {},
                                       [&](std::int64_t, std::optional<std::int64_t> of, auto) { told.push_back(of); });
    EXPECT_EQ(report.rows.size(), told.size());
    return told;
}

TEST(ReportOfAllPages, tells_of_how_many_pages) {
    using Told = std::vector<std::optional<std::int64_t>>;
    EXPECT_EQ(told_of_two_pages(2), (Told{2, 2}));
    EXPECT_EQ(told_of_two_pages(1), (Told{1}));
}

Report fetched(const Request& request, const std::string& answer) {
    auto transport = std::make_shared<apivideo::test_support::FakeTransport>();
    transport->reply(200, answer);
    Options options;
    options.request = request;
    options.one_page = true;
    const apivideo::AnalyticsApi analytics{transport, apivideo::production_url};
    return fetch_report(analytics, options, june, [](auto&&...) {});
}

TEST(ReportOfABreakdown, has_its_rows_and_context_and_what_has_no_value) {
    const Report report = fetched(
        apivideo::MetricsBreakdownRequest{apivideo::BreakdownMetric::play, apivideo::Breakdown::country},
        R"({"context":{"metric":"play"},"data":[{"dimensionValue":"FR","metricValue":12.5},{"dimensionValue":"XX","metricValue":null}],"pagination":{}})");
    ASSERT_EQ(report.rows.size(), 2U);
    EXPECT_EQ(report.rows[0].text, "12.5");
    EXPECT_EQ(shown_value(report.question, report.rows[0]), "FR France");
    EXPECT_FALSE(report.rows[1].number);
    EXPECT_EQ(report.rows[1].text, "");
    EXPECT_EQ(shown_number(report.rows[1]), "-");
    EXPECT_EQ(shown_value(report.question, report.rows[1]), "XX");
    EXPECT_EQ(report.context->metric, "play");
    EXPECT_EQ(report.question.value_name, "dimensionValue");
}

TEST(ReportOfOneNumber, has_one_row_without_a_value_of_its_own) {
    const apivideo::AggregatedMetricsRequest request{apivideo::AggregatedMetric::play, apivideo::Aggregation::count};
    EXPECT_EQ(fetched(request, R"({"context":{},"data":7})").rows.front().text, "7");
    EXPECT_FALSE(fetched(request, R"({"context":{},"data":null})").rows.front().number);
}

TEST(Question, is_told_with_its_period_and_what_it_is_of) {
    apivideo::MetricsBreakdownRequest request{apivideo::BreakdownMetric::play, apivideo::Breakdown::country};
    EXPECT_EQ(question_of(request).subject, "Plays by country from a day before until now (excluded), UTC");
    request.from = june;
    request.to = june + std::chrono::hours{30};
    request.filter_by.media_type = apivideo::MediaType::live_stream;
    EXPECT_EQ(question_of(request).subject,
              "Plays of live streams by country from 2023-06-01 until 2023-06-02T06:00:00Z (excluded), UTC");
    EXPECT_EQ(question_of(apivideo::MetricsBreakdownRequest{apivideo::BreakdownMetric::play_total,
                                                            apivideo::Breakdown::media_id})
                  .subject,
              "Plays of all time by media-id");
}

TEST(Question, knows_which_numbers_add_up) {
    const auto adds_up = [](const char* metric, std::optional<bool> unique) {
        apivideo::MetricsOverTimeRequest request;
        request.metric = apivideo::OverTimeMetric::from_name(metric);
        request.unique = unique;
        return question_of(request).measure.adds_up;
    };
    for (const char* metric : {"play", "start", "end", "impression", "view"})
        EXPECT_TRUE(adds_up(metric, std::nullopt)) << metric;
    EXPECT_FALSE(adds_up("view", true));
    for (const char* metric : {"play-rate", "ccv-peak", "ccv-average", "new-metric"})
        EXPECT_FALSE(adds_up(metric, std::nullopt)) << metric;
}

TEST(Countries, have_a_name_for_each_code_of_two_capitals) {
    EXPECT_EQ(country_name("AD"), "Andorra");
    EXPECT_EQ(country_name("ZW"), "Zimbabwe");
    EXPECT_EQ(country_name("CI"), "Côte d'Ivoire");
    for (const char* none : {"", "F", "fr", "france", "XX", "ra", "A|"}) EXPECT_EQ(country_name(none), "") << none;
}

}  // namespace
}  // namespace analytics_report
