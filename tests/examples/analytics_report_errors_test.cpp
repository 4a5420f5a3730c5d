// SPDX-License-Identifier: MIT
// analytics_report from outside, on servers that answer wrongly: one line and an exit status for each.
#include "examples/run_program.hpp"
#include "support/full_backlog.hpp"
#include "support/raw_server.hpp"
#include "support/sanitizers.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

namespace apivideo::tests {
namespace {

const std::string key{"s3cret-key"};

/// More than any call may take, so that the answer is given to the caller at once.
const std::string no_retry{"X-RateLimit-Retry-After: 100000\r\nRetry-After: 100000\r\n"};

Ran run_on(RawServer& server, std::vector<std::string> arguments = {}) {
    arguments.insert(arguments.begin(), {"--auth", "basic", "--base-url", server.url("")});
    return analytics_report(arguments, key);
}

void expect_failure(const Ran& ran, int status, const std::string& line) {
    EXPECT_EQ(ran.status, status) << ran.err;
    EXPECT_EQ(ran.out, "");
    EXPECT_EQ(ran.err, "analytics_report: " + line + '\n');
}

/// Where the line's end is another's wording.
void expect_failure_like(const Ran& ran, int status, const std::string& beginning) {
    EXPECT_EQ(ran.status, status) << ran.err;
    EXPECT_EQ(ran.out, "");
    EXPECT_EQ(ran.err.rfind("analytics_report: " + beginning, 0), 0U) << ran.err;
    EXPECT_EQ(std::count(ran.err.begin(), ran.err.end(), '\n'), 1) << ran.err;
    EXPECT_EQ(ran.err.find(key), std::string::npos) << ran.err;
}

struct ErrorAnswer {
    std::string name;
    int status;
    std::string body;
    std::string line;
};

std::ostream& operator<<(std::ostream& out, const ErrorAnswer& answer) { return out << answer.line; }

class ErrorAnswers : public ::testing::TestWithParam<ErrorAnswer> {};

TEST_P(ErrorAnswers, are_one_line_and_status_3) {
    RawServer server{always(http_answer(GetParam().status, GetParam().body, no_retry))};
    expect_failure(run_on(server), 3, GetParam().line);
    expect_failure(run_on(server, {"metrics", "play", "count"}), 3, GetParam().line);
}

INSTANTIATE_TEST_SUITE_P(
    AnalyticsReport, ErrorAnswers,
    ::testing::Values(
        ErrorAnswer{"bad_request", 400,
                    R"({"type":"https:\/\/docs.api.video\/reference\/request-invalid-query-parameter",
                        "title":"A query parameter is invalid.","status":400,
                        "detail":"This value must refer to an existing video","name":"filter"})",
                    "400 A query parameter is invalid.: This value must refer to an existing video (filter)"},
        ErrorAnswer{"unauthorized", 401, R"({"title":"The API key is invalid.","status":401})",
                    "401 The API key is invalid."},
        ErrorAnswer{"forbidden", 403, R"({"title":"Analytics is disabled for this project.","status":403})",
                    "403 Analytics is disabled for this project."},
        ErrorAnswer{"not_found", 404, R"({"title":"Unrecognized request URL.","name":"","status":404})",
                    "404 Unrecognized request URL."},
        ErrorAnswer{"too_many_requests", 429, R"({"title":"Too many requests.","status":429})",
                    "429 Too many requests."},
        ErrorAnswer{"server_error", 500, R"({"title":"Internal error.","status":500})", "500 Internal error."},
        ErrorAnswer{"unknown_status", 418, R"({"title":"I am a teapot."})", "418 I am a teapot."},
        ErrorAnswer{"with_line_ends", 400, R"({"title":"one\ntwo\u001b[31m","detail":"three\r\nfour"})",
                    "400 one two [31m: three  four"},
        ErrorAnswer{"with_the_key", 400, R"({"title":"No key is like s3cret-key."})",
                    "400 No key is like [redacted]."}),
    [](const auto& tested) { return tested.param.name; });

TEST(AnalyticsReportErrors, a_plays_call_that_was_removed_names_its_successor) {
    RawServer server{
        always(http_answer(404, R"({"type":"https:\/\/docs.api.video\/reference\/unrecognized-request-url",)"
                                R"("title":"Unrecognized request URL.","name":"","status":404})"))};
    expect_failure(run_on(server, {"plays"}), 3,
                   "a call that the service has removed, use get_metrics_breakdown() instead: 404 Unrecognized request "
                   "URL.");
}

TEST(AnalyticsReportErrors, a_wait_for_the_rate_limit_is_told) {
    std::atomic<int> requests{0};
    RawServer server{[&](ServerConnection& connection) {
        while (connection.read_request())
            if (!connection.write(requests++ == 0 ? http_answer(429, "{}", "Retry-After: 2\r\n")
                                                  : http_answer(200, R"({"context":{},"data":7})")))
                return;
    }};
    const Ran ran = run_on(server, {"metrics", "play", "count"});
    EXPECT_EQ(ran.status, 0);
    EXPECT_EQ(ran.out, "7\n");
    EXPECT_TRUE(ran.err == "waiting 2 s before another attempt\n" || ran.err == "waiting 2 s for the rate limit\n")
        << ran.err;
}

TEST(AnalyticsReportErrors, an_error_page_of_a_proxy_is_still_one_line) {
    RawServer server{always(http_answer(502, "<html>\n<h1>Bad gateway</h1>\n</html>", no_retry))};
    expect_failure_like(run_on(server), 3, "502");
}

TEST(AnalyticsReportErrors, a_refused_login_is_an_error_answer) {
    RawServer server{always(http_answer(400, R"({"title":"The user credentials were incorrect.","status":400})"))};
    expect_failure(analytics_report({"--base-url", server.url("")}, key), 3,
                   "login at " + server.url("") + "/auth/api-key: 400 The user credentials were incorrect.");
}

TEST(AnalyticsReportErrors, a_login_without_a_token_is_not_the_contract) {
    RawServer server{always(http_answer(200, "{}"))};
    expect_failure_like(analytics_report({"--base-url", server.url("")}, key), 5, "unexpected answer (200)");
}

TEST(AnalyticsReportErrors, answers_that_are_not_the_contract_are_status_5) {
    const std::vector<std::pair<int, std::string>> answers{
        {200, "<html></html>"},
        {200, ""},
        {200, R"({"pagination":{}})"},
        {200, R"({"data":[{"dimensionValue":"FR","metricValue":"many"}],"pagination":{}})"},
        {200, R"({"data":[{"dimensionValue":"FR","metricValue":1e400}],"pagination":{}})"},
        {202, "{}"},
    };
    for (const auto& [status, body] : answers) {
        RawServer server{always(http_answer(status, body))};
        expect_failure_like(run_on(server), 5, "unexpected answer (" + std::to_string(status) + ")");
    }
}

TEST(AnalyticsReportErrors, nobody_listening_is_no_answer) {
    const std::string base_url = "http://127.0.0.1:" + std::to_string(unused_port());
    expect_failure_like(analytics_report({"--base-url", base_url, "--timeout", "0.3"}, key), 4, "");
}

TEST(AnalyticsReportErrors, silence_is_no_answer) {
    RawServer server{silent()};
    expect_failure_like(run_on(server, {"--timeout", "0.2"}), 4, "");
}

TEST(AnalyticsReportErrors, an_answer_byte_by_byte_lasts_no_longer_than_the_time_out) {
    RawServer server{[](ServerConnection& connection) {
        if (!connection.read_request() || !connection.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n")) return;
        connection.write_slowly(std::string(100, ' '), std::chrono::seconds{1});
    }};
    const auto begin = std::chrono::steady_clock::now();
    expect_failure_like(run_on(server, {"--timeout", "2"}), 4, server.url("") + ": no answer within the deadline");
    const auto took = std::chrono::steady_clock::now() - begin;
    EXPECT_LT(took, std::chrono::milliseconds{is_sanitized ? 10'000 : 3'000});
}

TEST(AnalyticsReportErrors, half_an_answer_is_no_answer) {
    RawServer server{once("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"data\":")};
    expect_failure_like(run_on(server, {"--timeout", "0.3"}), 4, "");
}

TEST(AnalyticsReportErrors, what_is_not_http_is_no_answer) {
    RawServer server{once("SSH-2.0-OpenSSH_9.2\r\n\r\n")};
    expect_failure_like(run_on(server, {"--timeout", "2"}), 4, "");
}

struct RefusedArguments {
    std::vector<std::string> arguments;
    std::string line;
};

TEST(AnalyticsReportErrors, what_cannot_be_asked_is_refused_and_nothing_is_sent) {
    RawServer server{silent()};
    const std::vector<RefusedArguments> cases{
        {{"--page", "0"}, "--page: is 0, expected 1 or more"},
        {{"--page-size", "101"}, "--page-size: is 101, expected 1 to 100"},
        {{"plays", "--from", "2023-02-30"}, "--from is '2023-02-30', expected a day like 2023-06-01"},
        {{"--from", "2023-06-02", "--to", "2023-06-01"}, "--from: is after --to"},
        {{"plays", "--filter", "videoId:"}, "--filter: holds an empty id"},
        {{"plays", "--dimension", "planet"},
         "--dimension is 'planet', expected videoId, emittedAt, country, deviceType, operatingSystem or browser"},
        {{"--format", "a\nb"}, "--format is 'a b', expected table or csv or json or jsonl or html"},
        {{"metrics", "", "count"}, "METRIC: is not set"},
        {{"buckets", "play", ".."}, "BREAKDOWN: is .., expected a name"},
        {{"timeseries", "play", "--filter", "country="}, "--filter country=: holds an empty value"},
        {{"timeseries", "play", "--interval", "a\tb"}, "--interval: holds a control character"},
        {{"--nonsense"}, "there is no option --nonsense, see --help"},
        {{"--page", key}, "--page is '[redacted]', expected a whole number"},
    };
    for (const RefusedArguments& c : cases) expect_failure(run_on(server, c.arguments), 2, c.line);
    EXPECT_EQ(server.connection_count(), 0U);
}

TEST(AnalyticsReportErrors, the_key_goes_nowhere_in_the_clear) {
    expect_failure_like(analytics_report({"--base-url", "http://api.example"}, key), 2, "--base-url: ");
}

TEST(AnalyticsReportErrors, a_missing_key_is_refused_with_what_to_set) {
    const std::string line{"set APIVIDEO_API_KEY to the API key of your api.video project"};
    expect_failure(analytics_report({}, std::nullopt), 2, line);
    expect_failure(analytics_report({}, ""), 2, line);
}

TEST(AnalyticsReportErrors, a_malformed_key_is_refused_without_repeating_it) {
    expect_failure(analytics_report({}, "two words"), 2,
                   "APIVIDEO_API_KEY: has a character that is not printable ASCII, or a space");
}

TEST(AnalyticsReportErrors, help_needs_no_key) {
    const Ran ran = analytics_report({"--help"}, std::nullopt);
    EXPECT_EQ(ran.status, 0);
    EXPECT_EQ(ran.err, "");
    EXPECT_NE(ran.out.find("Examples:"), std::string::npos);
}

}  // namespace
}  // namespace apivideo::tests
