// SPDX-License-Identifier: MIT
// The line for each event: its form, whatever happened, and that lines do not mix.
#include <apivideo/observer.hpp>

#include <gtest/gtest.h>

#include "support/equality.hpp"
#include "support/thrown.hpp"

#include <chrono>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

namespace apivideo {
namespace {

using std::chrono::milliseconds;

std::string logged(const RequestEvent& event) {
    std::ostringstream stream;
    log_to(stream)(event);
    return stream.str();
}

RequestEvent answered() {
    RequestEvent event;
    event.method = "GET";
    event.url = "https://ws.api.video/analytics/videos/plays?from=2023-06-01&dimension=country";
    event.status = 200;
    event.duration = milliseconds{83} + std::chrono::microseconds{900};
    return event;
}

TEST(RequestEvents, are_equal_member_by_member) {
    using Model = RequestEvent;
    test_support::expect_equality_sees<Model>(
        [](Model& m) { m.method = "GET"; }, [](Model& m) { m.url = "http://host"; }, [](Model& m) { m.status = 200; },
        [](Model& m) { m.failure = TransportFailure::tls; }, [](Model& m) { m.attempt = 2; },
        [](Model& m) { m.duration = milliseconds{1}; }, [](Model& m) { m.rate_limit.limit = 1; },
        [](Model& m) { m.wait = RequestWait{}; });
}

TEST(RequestWaits, are_equal_member_by_member) {
    using Model = RequestWait;
    test_support::expect_equality_sees<Model>([](Model& m) { m.reason = WaitReason::retry; },
                                              [](Model& m) { m.duration = milliseconds{1}; });
}

TEST(WaitReasons, are_written_by_name) {
    std::ostringstream stream;
    stream << WaitReason::rate_limit << ' ' << WaitReason::retry << ' ' << static_cast<WaitReason>(17);
    EXPECT_EQ(stream.str(), "rate_limit retry WaitReason(17)");
}

TEST(LogTo, writes_a_line_for_an_answer) {
    RequestEvent event = answered();
    event.rate_limit = RateLimit{100, 41, std::chrono::seconds{7}};
    EXPECT_EQ(logged(event),
              "GET https://ws.api.video/analytics/videos/plays?from=2023-06-01&dimension=country -> 200 in 83 ms, "
              "41 of 100 left\n");
}

TEST(LogTo, says_only_what_is_known_of_the_rate_limit) {
    RequestEvent event = answered();
    event.url = "u";
    EXPECT_EQ(logged(event), "GET u -> 200 in 83 ms\n");
    event.rate_limit.limit = 100;
    EXPECT_EQ(logged(event), "GET u -> 200 in 83 ms\n");
    event.rate_limit = RateLimit{{}, 0, {}};
    EXPECT_EQ(logged(event), "GET u -> 200 in 83 ms, 0 left\n");
}

TEST(LogTo, names_the_failure_where_there_is_no_answer) {
    RequestEvent event = answered();
    event.url = "u";
    event.status.reset();
    event.failure = TransportFailure::connection_closed;
    EXPECT_EQ(logged(event), "GET u -> connection_closed in 83 ms\n");
    event.failure.reset();
    EXPECT_EQ(logged(event), "GET u -> exception in 83 ms\n");
}

TEST(LogTo, counts_attempts_from_the_second) {
    RequestEvent event = answered();
    event.url = "u";
    event.attempt = 2;
    EXPECT_EQ(logged(event), "GET u -> 200 in 83 ms, attempt 2\n");
}

TEST(LogTo, writes_a_line_for_a_wait_that_begins) {
    RequestEvent event;
    event.method = "GET";
    event.url = "u";
    event.attempt = 2;
    event.wait = RequestWait{WaitReason::rate_limit, milliseconds{59400}};
    EXPECT_EQ(logged(event), "GET u waits 59400 ms for the rate limit\n");
    event.wait->reason = WaitReason::retry;
    EXPECT_EQ(logged(event), "GET u waits 59400 ms before attempt 2\n");
}

TEST(LogTo, stays_in_one_line) {
    RequestEvent event = answered();
    event.method = "GE\nT";
    event.url = "http://h/\r\n" + std::string(10000, 'x');
    const std::string line = logged(event);
    ASSERT_FALSE(line.empty());
    EXPECT_EQ(line.back(), '\n');
    EXPECT_TRUE(test_support::is_one_line(line.substr(0, line.size() - 1)));
    EXPECT_LT(line.size(), 4200u);
}

TEST(LogTo, does_not_mix_the_lines_of_threads) {
    std::ostringstream stream;
    const Observer observer = log_to(stream);
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([copy = observer] {
            RequestEvent event = answered();
            event.url = "u";
            for (int n = 0; n < 100; ++n) copy(event);
        });
    for (std::thread& thread : threads) thread.join();
    std::istringstream lines{stream.str()};
    int count = 0;
    for (std::string line; std::getline(lines, line); ++count) EXPECT_EQ(line, "GET u -> 200 in 83 ms");
    EXPECT_EQ(count, 400);
}

}  // namespace
}  // namespace apivideo
