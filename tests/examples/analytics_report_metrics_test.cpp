// SPDX-License-Identifier: MIT
// analytics_report from outside, on the demo server: the /data calls.
#include "examples/run_program.hpp"
#include "support/demo_day.hpp"
#include "support/raw_server.hpp"

#include <apivideo/apivideo.hpp>
#include <apivideo/test_support/demo_server.hpp>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

namespace apivideo::tests {
namespace {

class AnalyticsReportOfMetrics : public ::testing::Test {
  protected:
    /// Of the week before the server's day.
    [[nodiscard]] Ran run(std::vector<std::string> arguments, StandardOutput out = StandardOutput::file) const {
        arguments.insert(arguments.end(), {"--since", "7d", "--to", date::format("%F", demo_day)});
        arguments.insert(arguments.end(), {"--base-url", server_.base_url()});
        return analytics_report(arguments, server_.api_key(), out);
    }
    [[nodiscard]] AnalyticsApi analytics() const {
        ClientOptions options;
        options.base_url = server_.base_url();
        return AnalyticsApi{AuthenticatedApiClient{server_.api_key(), options}};
    }

    apivideo::test_support::DemoServer server_{demo_server_on(demo_day)};
};

TEST_F(AnalyticsReportOfMetrics, prints_one_number_alone_on_a_line) {
    AggregatedMetricsRequest request{AggregatedMetric::play, Aggregation::count};
    request.from = demo_day - date::days{7};
    request.to = demo_day;
    const std::optional<double> plays = analytics().get_aggregated_metrics(request).data;
    ASSERT_TRUE(plays);
    for (const char* format : {"table", "csv"}) {
        const Ran ran = run({"metrics", "play", "count", "--format", format});
        EXPECT_EQ(ran.status, 0) << ran.err;
        EXPECT_EQ(ran.err, "");
        EXPECT_EQ(ran.out, std::to_string(static_cast<std::int64_t>(*plays)) + '\n');
    }
}

double sum_of_csv(const std::string& csv) {
    double sum = 0;
    for (std::size_t at = csv.find('\n') + 1; at < csv.size(); at = csv.find('\n', at) + 1)
        sum += std::strtod(csv.c_str() + csv.find(',', at) + 1, nullptr);
    return sum;
}

TEST_F(AnalyticsReportOfMetrics, has_the_same_total_as_one_number_by_country_and_over_time) {
    const double count = std::strtod(run({"metrics", "play", "count"}).out.c_str(), nullptr);
    const Ran by_country = run({"buckets", "play", "country", "--page-size", "10", "--format", "csv"});
    const Ran over_time = run({"timeseries", "play", "--interval", "hour", "--format", "csv"});
    EXPECT_EQ(by_country.out.rfind("dimensionValue,metricValue\n", 0), 0U) << by_country.out;
    EXPECT_EQ(over_time.out.rfind("emittedAt,metricValue\n", 0), 0U) << over_time.out;
    EXPECT_GT(count, 1000);
    EXPECT_EQ(sum_of_csv(by_country.out), count);
    EXPECT_EQ(sum_of_csv(over_time.out), count);
}

TEST_F(AnalyticsReportOfMetrics, names_countries_for_people_and_codes_for_programs) {
    EXPECT_NE(run({"buckets", "play", "country"}).out.find("\nFR France "), std::string::npos);
    EXPECT_NE(run({"buckets", "play", "country", "--format", "csv"}).out.find("\nFR,"), std::string::npos);
    EXPECT_NE(run({"buckets", "play", "country", "--format", "json"}).out.find("\"FR\""), std::string::npos);
    EXPECT_NE(run({"buckets", "play", "country", "--format", "html"}).out.find(">FR France<"), std::string::npos);
}

TEST_F(AnalyticsReportOfMetrics, shows_a_row_for_each_hour_and_draws_bars_on_a_terminal) {
    const Ran ran = run({"timeseries", "play", "--interval", "hour", "--rows", "24"}, StandardOutput::terminal);
    EXPECT_EQ(ran.status, 0);
    EXPECT_NE(ran.out.find("2023-06-13T00:00:00+00:00"), std::string::npos) << ran.out;
    EXPECT_NE(ran.out.find("█"), std::string::npos) << ran.out;
    EXPECT_NE(ran.out.find(" more\r\n"), std::string::npos) << ran.out;
}

TEST_F(AnalyticsReportOfMetrics, sorts_as_it_is_told) {
    const std::string csv =
        run({"buckets", "play", "browser", "--sort-by", "metricValue", "--sort-order", "asc", "--format", "csv"}).out;
    const std::string other =
        run({"buckets", "play", "browser", "--sort-by", "metricValue", "--sort-order", "desc", "--format", "csv"}).out;
    EXPECT_EQ(other.find("\nchrome,"), other.find('\n')) << other;
    EXPECT_NE(csv.find("\nchrome,"), csv.find('\n')) << csv;
}

TEST_F(AnalyticsReportOfMetrics, has_no_total_of_what_does_not_add_up) {
    for (const std::string metric : {"play-rate", "ccv-peak"}) {
        const Ran ran = run({"buckets", metric, "device-type"});
        EXPECT_EQ(ran.status, 0) << ran.err;
        EXPECT_EQ(ran.out.find("\ntotal"), std::string::npos) << ran.out;
    }
}

TEST_F(AnalyticsReportOfMetrics, in_json_has_what_the_service_answered) {
    const auto json = nlohmann::json::parse(
        run({"timeseries", "view", "--view-duration", "10s", "--unique", "--format", "json", "--single-page"}).out);
    EXPECT_EQ(json["context"]["interval"], "day");
    EXPECT_EQ(json["context"]["timeframe"]["from"], "2023-06-13T00:00:00+00:00");
    EXPECT_EQ(json["data"].size(), 7U);
    EXPECT_EQ(json["pagination"]["currentPage"], 1);
    EXPECT_EQ(json["rateLimit"]["limit"], 500);
}

TEST_F(AnalyticsReportOfMetrics, without_rows_has_a_total_of_none) {
    const Ran ran = run({"buckets", "play", "country", "--filter", "country=ZZ"});
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_NE(ran.out.find("\ntotal       0\n"), std::string::npos) << ran.out;
}

TEST_F(AnalyticsReportOfMetrics, of_a_name_that_there_is_not_is_the_services_to_refuse) {
    const Ran ran = run({"buckets", "play", "planet"});
    EXPECT_EQ(ran.status, 3);
    EXPECT_EQ(ran.out, "");
    EXPECT_EQ(ran.err.rfind("analytics_report: 400 ", 0), 0U) << ran.err;
    EXPECT_NE(ran.err.find("(breakdown)\n"), std::string::npos) << ran.err;
}

TEST(AnalyticsReportRequests, send_everything_that_was_given_and_nothing_else) {
    RawServer server{always(http_answer(200, R"({"context":{},"data":[],"pagination":{"pagesTotal":1}})"))};
    const std::vector<std::string> common{"--auth", "basic", "--single-page", "--base-url", server.url("")};
    const auto target = [&](std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), common.begin(), common.end());
        const Ran ran = analytics_report(arguments);
        EXPECT_EQ(ran.status, 0) << ran.err;
        return server.requests().back().target;
    };
    EXPECT_EQ(target({"timeseries", "play"}), "/data/timeseries/play");
    EXPECT_EQ(target({"buckets", "new-metric", "new breakdown"}), "/data/buckets/new-metric/new%20breakdown");
    EXPECT_EQ(target({"timeseries",
                      "view",
                      "--from",
                      "2024-05-01",
                      "--to",
                      "2024-05-02T10:00:00+02:00",
                      "--interval",
                      "hour",
                      "--sort-by",
                      "emittedAt",
                      "--sort-order",
                      "asc",
                      "--unique",
                      "--view-duration",
                      "30s",
                      "--filter",
                      "mediaType=video",
                      "--filter",
                      "country=FR",
                      "--filter",
                      "country=DE",
                      "--page",
                      "2",
                      "--page-size",
                      "25"}),
              "/data/timeseries/view?from=2024-05-01T00%3A00%3A00Z&to=2024-05-02T08%3A00%3A00Z&interval=hour&"
              "sortBy=emittedAt&sortOrder=asc&unique=true&viewDuration=30s&filterBy%5BmediaType%5D=video&"
              "filterBy%5Bcountry%5D%5B%5D=FR&filterBy%5Bcountry%5D%5B%5D=DE&currentPage=2&pageSize=25");
}

TEST(AnalyticsReportRequests, go_through_the_proxy_that_was_given) {
    RawServer proxy{always(http_answer(200, R"({"context":{},"data":null})"))};
    const Ran ran = analytics_report(
        {"metrics", "play", "count", "--auth", "basic", "--base-url", "http://localhost:1", "--proxy", proxy.url("")});
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_EQ(ran.out, "-\n");
    ASSERT_EQ(proxy.requests().size(), 1U);
    EXPECT_EQ(proxy.requests().front().target, "http://localhost:1/data/metrics/play/count");
}

TEST(AnalyticsReportRequests, trust_the_authorities_of_a_file_that_is_one) {
    const Ran ran = analytics_report({"--ca-file", "/does/not/exist.pem"});
    EXPECT_EQ(ran.status, 2);
    EXPECT_EQ(ran.err.rfind("analytics_report: --ca-file: ", 0), 0U) << ran.err;
}

}  // namespace
}  // namespace apivideo::tests
