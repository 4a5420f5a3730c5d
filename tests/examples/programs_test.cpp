// SPDX-License-Identifier: MIT
// The small example programs on the demo server.
#include "examples/run_program.hpp"

#include <apivideo/test_support/demo_server.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <string>

namespace apivideo::tests {
namespace {

using ::testing::AnyOf;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::MatchesRegex;

/// The programs ask about the days before the machine's own. What is expected of them holds on any day:
/// demo_days_test.cpp tests that. The server is a day ahead, so that midnight may pass before a program asks.
apivideo::test_support::DemoServerOptions a_day_ahead() {
    apivideo::test_support::DemoServerOptions options;
    options.today = date::floor<date::days>(std::chrono::system_clock::now()) + date::days{1};
    return options;
}

Ran run(const char* program) {
    const apivideo::test_support::DemoServer server{a_day_ahead()};
    const Ran ran = run_program(program, {server.base_url()}, server.api_key());
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_EQ(ran.err, "");
    return ran;
}

TEST(Programs, need_an_api_key) {
    for (const char* program : {QUICKSTART, ERROR_HANDLING, LIST_EVERYTHING, PARALLEL_CALLS, CUSTOM_TRANSPORT}) {
        const Ran ran = run_program(program, {}, std::nullopt);
        EXPECT_EQ(ran.status, 2) << program;
        EXPECT_EQ(ran.err, "set APIVIDEO_API_KEY to the API key of your api.video project\n");
    }
}

TEST(Quickstart, prints_what_the_three_calls_answer) {
    const Ran ran = run(QUICKSTART);
    EXPECT_THAT(ran.out, HasSubstr(" plays of all time\n"));
    EXPECT_THAT(ran.out, HasSubstr("\nFR "));
    EXPECT_THAT(ran.out, HasSubstr(":00 "));
    EXPECT_THAT(ran.out, HasSubstr(" requests left\n"));
}

TEST(ErrorHandling, tells_each_failure_apart) {
    EXPECT_THAT(run(ERROR_HANDLING).out, MatchesRegex("[0-9]+ rows\n"
                                                      "not sent, since page_size is wrong: [^\n]+\n"
                                                      "refused because of filter: [^\n]+\n"
                                                      "the API key is not accepted: [^\n]+\n"
                                                      "no answer \\(connect\\): [^\n]+\n"));
}

TEST(ListEverything, comes_to_every_page_in_order) {
    EXPECT_THAT(run(LIST_EVERYTHING).out, MatchesRegex("[1-9][0-9]* plays of all videos\n"
                                                       "page 1: 10 rows\npage 2: 10 rows\n(page [0-9]+: [0-9]+ rows\n)+"
                                                       "[1-9][0-9]* plays of live streams in france\n"));
}

TEST(ParallelCalls, get_every_answer_but_the_cancelled_one) {
    const std::string out = run(PARALLEL_CALLS).out;
    EXPECT_THAT(out, MatchesRegex("[1-9][0-9]* rows by country\n[1-9][0-9]* rows by browser\n"
                                  "[1-9][0-9]* rows by deviceType\n[1-9][0-9]* rows by operatingSystem\n.+\n"));
    EXPECT_THAT(out, AnyOf(EndsWith("\ncancelled\n"), EndsWith("before it could be cancelled\n")));
}

TEST(CustomTransport, sees_calls_above_and_requests_below) {
    EXPECT_EQ(run(CUSTOM_TRANSPORT).out, "2 calls\n3 requests, with logins and repetitions\n");
}

TEST(TestingYourApp, holds_by_its_own_checks) {
    const Ran ran = run_program(TESTING_YOUR_APP, {}, std::nullopt);
    EXPECT_EQ(ran.status, 0) << ran.out;
    EXPECT_EQ(ran.out,
              "ok      names the first row\n"
              "ok      survives a project without analytics\n"
              "ok      works with a real server\n");
}

}  // namespace
}  // namespace apivideo::tests
