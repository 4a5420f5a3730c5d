// SPDX-License-Identifier: MIT
// analytics_report from outside, on the demo server: every form and every way to ask.
#include "examples/run_program.hpp"
#include "support/demo_day.hpp"
#include "support/raw_server.hpp"

#include <apivideo/apivideo.hpp>
#include <apivideo/test_support/demo_server.hpp>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

namespace apivideo::tests {
namespace {

class AnalyticsReport : public ::testing::Test {
  protected:
    [[nodiscard]] Ran run(std::vector<std::string> arguments, StandardOutput out = StandardOutput::file) const {
        if (std::find(arguments.begin(), arguments.end(), "--from") == arguments.end())
            arguments.insert(arguments.end(), {"--from", text_of(days_ago(7))});
        arguments.insert(arguments.begin(), "plays");
        arguments.insert(arguments.end(), {"--base-url", server_.base_url()});
        return analytics_report(arguments, server_.api_key(), out);
    }
    [[nodiscard]] AnalyticsApi analytics() const {
        ClientOptions options;
        options.base_url = server_.base_url();
        return AnalyticsApi{AuthenticatedApiClient{server_.api_key(), options}};
    }
    [[nodiscard]] date::year_month_day days_ago(int days) const { return server_.today() - date::days{days}; }
    [[nodiscard]] std::string text_of(const date::year_month_day& day) const { return date::format("%F", day); }

    apivideo::test_support::DemoServer server_{demo_server_on(demo_day)};
};

std::string csv_of(const AnalyticsPlaysResponse& response) {
    std::string csv{"value,plays\n"};
    for (const AnalyticsData& row : response.data) csv += row.value + ',' + std::to_string(row.plays) + '\n';
    return csv;
}

TEST(AnalyticsReportDefaults, ask_the_current_call_for_videos_by_country_over_the_last_seven_days) {
    RawServer server{always(http_answer(200, R"({"context":{},"data":[],"pagination":[]})"))};
    const Ran ran = analytics_report({"--auth", "basic", "--base-url", server.url("")});
    EXPECT_EQ(ran.status, 0) << ran.err;
    ASSERT_EQ(server.requests().size(), 1U);
    const std::string target = server.requests().front().target;
    const auto parameter = [&](const std::string& name) {
        const std::size_t begin = target.find(name + '=') + name.size() + 1;
        std::string time = target.substr(begin, target.find('&', begin) - begin);
        for (std::size_t at = 0; (at = time.find("%3A", at)) != std::string::npos;) time.replace(at, 3, ":");
        return emitted_at(OverTimeData{time, std::nullopt});
    };
    EXPECT_EQ(target.rfind("/data/buckets/play/country?from=", 0), 0U) << target;
    EXPECT_NE(target.find("&filterBy%5BmediaType%5D=video&"), std::string::npos) << target;
    ASSERT_TRUE(parameter("from") && parameter("to")) << target;
    EXPECT_EQ(*parameter("to") - *parameter("from"), date::days{7}) << target;
    EXPECT_LT(std::chrono::system_clock::now() - *parameter("to"), std::chrono::minutes{5}) << target;
}

TEST_F(AnalyticsReport, is_of_videos_by_country_unless_told_otherwise) {
    const Ran ran = run({});
    EXPECT_EQ(ran.status, 0);
    EXPECT_EQ(ran.err, "");
    const AnalyticsPlaysResponse expected = analytics().get_videos_plays({days_ago(7), VideosDimension::country});
    EXPECT_EQ(ran.out.rfind("Plays of videos by country from " + text_of(days_ago(7)), 0), 0U) << ran.out;
    EXPECT_NE(ran.out.find("\ncountry "), std::string::npos) << ran.out;
    EXPECT_NE(ran.out.find("\ntotal"), std::string::npos) << ran.out;
    EXPECT_NE(ran.out.find("\npage 1 of 1, "), std::string::npos) << ran.out;
    EXPECT_NE(ran.out.find(" of 500 requests left\n"), std::string::npos) << ran.out;
    ASSERT_FALSE(expected.data.empty());
    for (const AnalyticsData& row : expected.data)
        EXPECT_NE(ran.out.find('\n' + row.value + ' '), std::string::npos) << row.value;
}

TEST_F(AnalyticsReport, in_csv_has_the_rows_of_the_page_that_was_asked_for) {
    const Ran ran = run({"--from", text_of(days_ago(10)), "--to", text_of(days_ago(2)), "--dimension", "videoId",
                         "--page", "2", "--page-size", "5", "--format", "csv"});
    VideosPlaysRequest request{days_ago(10), VideosDimension::video_id};
    request.to = days_ago(2);
    request.current_page = 2;
    request.page_size = 5;
    EXPECT_EQ(ran.status, 0);
    EXPECT_EQ(ran.err, "");
    EXPECT_EQ(ran.out, csv_of(analytics().get_videos_plays(request)));
    EXPECT_EQ(std::count(ran.out.begin(), ran.out.end(), '\n'), 6);
}

TEST_F(AnalyticsReport, is_of_one_live_stream_where_the_filter_says_so) {
    const AnalyticsPlaysResponse streams =
        analytics().get_live_streams_plays({days_ago(7), LiveStreamsDimension::live_stream_id});
    ASSERT_FALSE(streams.data.empty());
    const std::string id = streams.data.front().value;
    const Ran ran =
        run({"live-streams", "--dimension", "liveStreamId", "--filter", "liveStreamId:" + id, "--format", "csv"});
    EXPECT_EQ(ran.status, 0);
    EXPECT_EQ(ran.out, "value,plays\n" + id + ',' + std::to_string(streams.data.front().plays) + '\n');
}

TEST_F(AnalyticsReport, in_json_is_what_the_service_answered) {
    const Ran ran = run({"--dimension", "browser", "--format", "json", "--single-page"});
    EXPECT_EQ(ran.status, 0);
    const auto json = nlohmann::json::parse(ran.out);
    const auto answer =
        nlohmann::json::parse(analytics().get_videos_plays({days_ago(7), VideosDimension::browser}).http.body);
    EXPECT_EQ(json["data"], answer["data"]);
    EXPECT_EQ(json["pagination"], answer["pagination"]);
    EXPECT_EQ(json["rateLimit"]["limit"], 500);
}

TEST_F(AnalyticsReport, can_authenticate_by_the_key_itself) {
    const Ran ran = run({"--auth", "basic", "--verbose"});
    EXPECT_EQ(ran.status, 0);
    EXPECT_EQ(ran.err.find("/auth/api-key"), std::string::npos) << ran.err;
    EXPECT_EQ(std::count(ran.err.begin(), ran.err.end(), '\n'), 1) << ran.err;
}

TEST_F(AnalyticsReport, tells_of_each_request_where_it_is_to_be_verbose) {
    const Ran ran = run({"--verbose", "--format", "csv"});
    EXPECT_EQ(ran.status, 0);
    EXPECT_NE(ran.err.find("POST " + server_.base_url() + "/auth/api-key -> 200 in "), std::string::npos) << ran.err;
    EXPECT_NE(ran.err.find("GET " + server_.base_url() + "/analytics/videos/plays?from="), std::string::npos)
        << ran.err;
    EXPECT_EQ(ran.err.find(server_.api_key()), std::string::npos);
    EXPECT_EQ(ran.out.find("-> 200"), std::string::npos);
}

TEST_F(AnalyticsReport, takes_a_base_url_with_a_slash_at_its_end) {
    const Ran ran = analytics_report(
        {"plays", "--base-url", server_.base_url() + '/', "--from", text_of(days_ago(7)), "--format", "csv"},
        server_.api_key());
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_FALSE(ran.out.empty());
}

TEST_F(AnalyticsReport, draws_bars_on_a_terminal) {
    const Ran ran = run({"--dimension", "browser"}, StandardOutput::terminal);
    EXPECT_EQ(ran.status, 0);
    EXPECT_NE(ran.out.find("████"), std::string::npos) << ran.out;
}

TEST_F(AnalyticsReport, draws_no_bars_into_a_file) {
    const Ran ran = run({"--dimension", "browser"});
    EXPECT_EQ(ran.out.find("█"), std::string::npos) << ran.out;
}

TEST_F(AnalyticsReport, of_a_wrong_key_is_refused_by_the_service_without_repeating_it) {
    const Ran ran = analytics_report({"--base-url", server_.base_url()}, "another-key");
    EXPECT_EQ(ran.status, 3);
    EXPECT_EQ(ran.out, "");
    EXPECT_EQ(std::count(ran.err.begin(), ran.err.end(), '\n'), 1) << ran.err;
    EXPECT_EQ(ran.err.find("another-key"), std::string::npos) << ran.err;
}

TEST_F(AnalyticsReport, of_a_day_that_the_service_does_not_keep_says_which_parameter_is_wrong) {
    const Ran ran = run({"--from", text_of(days_ago(60))});
    EXPECT_EQ(ran.status, 3);
    EXPECT_EQ(ran.out, "");
    EXPECT_EQ(ran.err.rfind("analytics_report: 400 A query parameter is invalid.: ", 0), 0U) << ran.err;
    EXPECT_NE(ran.err.find("(from)\n"), std::string::npos) << ran.err;
}

TEST_F(AnalyticsReport, says_403_where_the_project_has_no_analytics) {
    apivideo::test_support::DemoServerOptions options = demo_server_on(demo_day);
    options.analytics_enabled = false;
    const apivideo::test_support::DemoServer server{options};
    const Ran ran = analytics_report({"--base-url", server.base_url()}, server.api_key());
    EXPECT_EQ(ran.status, 3);
    EXPECT_EQ(ran.err.rfind("analytics_report: 403 ", 0), 0U) << ran.err;
}

TEST_F(AnalyticsReport, says_that_no_answer_came_in_time) {
    apivideo::test_support::DemoServerOptions options = demo_server_on(demo_day);
    options.latency = std::chrono::seconds{2};
    const apivideo::test_support::DemoServer server{options};
    const Ran ran = analytics_report({"--base-url", server.base_url(), "--timeout", "0.2"}, server.api_key());
    EXPECT_EQ(ran.status, 4);
    EXPECT_EQ(ran.out, "");
    EXPECT_EQ(std::count(ran.err.begin(), ran.err.end(), '\n'), 1) << ran.err;
}

}  // namespace
}  // namespace apivideo::tests
