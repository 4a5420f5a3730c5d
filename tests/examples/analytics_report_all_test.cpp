// SPDX-License-Identifier: MIT
// analytics_report from outside, on the demo server: every page, and how far it is.
#include "examples/run_program.hpp"
#include "support/demo_day.hpp"

#include <apivideo/apivideo.hpp>
#include <apivideo/test_support/demo_server.hpp>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace apivideo::tests {
namespace {

class AnalyticsReportAll : public ::testing::Test {
  protected:
    [[nodiscard]] Ran run(std::vector<std::string> arguments, StandardError err = StandardError::file) const {
        arguments.insert(arguments.begin(), {"plays", "--dimension", "videoId"});
        arguments.insert(arguments.end(), {"--base-url", server_.base_url()});
        arguments.insert(arguments.end(), {"--from", date::format("%F", first_day)});
        return analytics_report(arguments, server_.api_key(), StandardOutput::file, err);
    }
    [[nodiscard]] AnalyticsApi analytics() const {
        ClientOptions options;
        options.base_url = server_.base_url();
        return AnalyticsApi{AuthenticatedApiClient{server_.api_key(), options}};
    }
    /// All rows as csv.
    [[nodiscard]] std::string all_rows() const {
        std::string csv{"value,plays\n"};
        for (const AnalyticsData& row : analytics().list_videos_plays({first_day, VideosDimension::video_id}))
            csv += row.value + ',' + std::to_string(row.plays) + '\n';
        return csv;
    }

    static constexpr date::sys_days first_day = demo_day - date::days{7};
    apivideo::test_support::DemoServer server_{demo_server_on(demo_day)};
};

TEST_F(AnalyticsReportAll, has_the_rows_of_every_page_in_order) {
    const std::string expected = all_rows();
    ASSERT_GT(std::count(expected.begin(), expected.end(), '\n'), 30);
    for (const char* concurrency : {"1", "4"}) {
        const Ran ran = run({"--page-size", "10", "--format", "csv", "--concurrency", concurrency});
        EXPECT_EQ(ran.status, 0);
        EXPECT_EQ(ran.out, expected);
        EXPECT_EQ(ran.err, "");
    }
}

TEST_F(AnalyticsReportAll, is_of_the_page_alone_that_was_asked_for) {
    const Ran ran = run({"--page-size", "10", "--format", "csv", "--page", "3"});
    VideosPlaysRequest request{first_day, VideosDimension::video_id};
    request.current_page = 3;
    request.page_size = 10;
    std::string expected{"value,plays\n"};
    for (const AnalyticsData& row : analytics().get_videos_plays(request).data)
        expected += row.value + ',' + std::to_string(row.plays) + '\n';
    EXPECT_EQ(ran.out, expected);
    EXPECT_NE(run({"--page-size", "10", "--page", "2"}).out.find("\ntotal of this page "), std::string::npos);
}

TEST_F(AnalyticsReportAll, is_one_request_with_just_what_was_given_where_a_single_page_is_wanted) {
    const Ran ran = run({"--single-page", "--auth", "basic", "--verbose", "--format", "csv"});
    EXPECT_EQ(std::count(ran.err.begin(), ran.err.end(), '\n'), 1) << ran.err;
    EXPECT_NE(ran.err.find("?from=" + date::format("%F", first_day) + "&dimension=videoId -> 200"), std::string::npos)
        << ran.err;
    EXPECT_EQ(std::count(ran.out.begin(), ran.out.end(), '\n'), 26) << ran.out;
}

TEST_F(AnalyticsReportAll, asks_for_pages_of_a_hundred_rows) {
    const Ran ran = run({"--format", "csv", "--verbose"});
    EXPECT_EQ(ran.out, all_rows());
    EXPECT_NE(ran.err.find("pageSize=100"), std::string::npos) << ran.err;
}

TEST_F(AnalyticsReportAll, in_a_table_says_which_pages) {
    const Ran ran = run({"--page-size", "10"});
    EXPECT_NE(ran.out.find("\npages 1 to "), std::string::npos) << ran.out;
    EXPECT_NE(ran.out.find("\ntotal "), std::string::npos) << ran.out;
}

TEST_F(AnalyticsReportAll, in_json_has_what_the_pages_have_in_common) {
    const auto json = nlohmann::json::parse(run({"--page-size", "10", "--format", "json"}).out);
    EXPECT_EQ(json["data"].size(), json["pagination"]["itemsTotal"].get<std::size_t>());
    EXPECT_EQ(json["pagination"]["pageSize"], 10);
    EXPECT_FALSE(json["pagination"].contains("currentPage"));
}

TEST_F(AnalyticsReportAll, in_html_has_a_row_for_each_row_of_every_page) {
    const std::string header{"value,plays\n"};
    const std::string rows = all_rows().substr(header.size());
    const Ran ran = run({"--page-size", "10", "--format", "html"});
    EXPECT_EQ(ran.out.rfind("<!DOCTYPE html>", 0), 0U);
    for (std::size_t at = 0; at < rows.size(); at = rows.find('\n', at) + 1) {
        const std::string value = rows.substr(at, rows.find(',', at) - at);
        EXPECT_NE(ran.out.find("<th scope=\"row\">" + value + "</th>"), std::string::npos) << value;
    }
}

TEST_F(AnalyticsReportAll, shows_how_far_it_is_on_a_terminal_and_wipes_it_out) {
    const Ran ran = run({"--page-size", "10", "--format", "csv"}, StandardError::terminal);
    EXPECT_EQ(ran.status, 0);
    EXPECT_EQ(ran.out, all_rows());
    EXPECT_NE(ran.err.find("] 1 of "), std::string::npos) << ran.err;
    EXPECT_NE(ran.err.find(" pages, 20 rows"), std::string::npos) << ran.err;
    EXPECT_EQ(ran.err.find('\n'), std::string::npos) << ran.err;
    const std::size_t wiped = ran.err.find_last_not_of(" \r");
    EXPECT_GE(ran.err.size() - wiped, std::string{"\r[] 1 of 1 pages, 10 rows\r"}.size());
    EXPECT_EQ(ran.err.back(), '\r');
}

TEST_F(AnalyticsReportAll, shows_no_progress_of_a_single_page) {
    const Ran ran = analytics_report({"plays", "--single-page", "--base-url", server_.base_url(), "--from",
                                      date::format("%F", first_day), "--format", "csv"},
                                     server_.api_key(), StandardOutput::file, StandardError::terminal);
    EXPECT_EQ(ran.status, 0);
    EXPECT_EQ(ran.err, "");
}

TEST_F(AnalyticsReportAll, with_a_concurrency_beyond_the_library_is_refused_before_sending) {
    for (const char* concurrency : {"0", "-1", "257"}) {
        const Ran ran = run({"--concurrency", concurrency, "--verbose"});
        EXPECT_EQ(ran.status, 2);
        EXPECT_EQ(ran.err, "analytics_report: --concurrency is '" + std::string{concurrency} +
                               "', expected a whole number, 1 to 256\n");
    }
}

TEST_F(AnalyticsReportAll, that_ends_in_an_error_gives_no_rows) {
    apivideo::test_support::DemoServerOptions options = demo_server_on(demo_day);
    options.rate_limit = 2;
    const apivideo::test_support::DemoServer server{options};
    const Ran ran = analytics_report({"plays", "--page-size", "1", "--auth", "basic", "--timeout", "1", "--format",
                                      "csv", "--from", date::format("%F", first_day), "--base-url", server.base_url()},
                                     server.api_key());
    EXPECT_EQ(ran.status, 3);
    EXPECT_EQ(ran.out, "");
    EXPECT_EQ(ran.err.rfind("analytics_report: 429 ", 0), 0U) << ran.err;
}

}  // namespace
}  // namespace apivideo::tests
