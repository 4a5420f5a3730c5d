// SPDX-License-Identifier: MIT
// Tests of the demo server's rate limit: its arithmetic, on times that the tests make up.
#include "test_support/demo_rate_limit.hpp"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

namespace apivideo::detail {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

const DemoRateLimit::TimePoint start{std::chrono::hours{1}};

TEST(DemoRateLimit, counts_down_what_is_left) {
    DemoRateLimit limit{3, seconds{60}};
    for (const std::int64_t left : {2, 1, 0}) {
        const DemoRateLimit::Admission admission = limit.admit(start);
        EXPECT_TRUE(admission.allowed);
        EXPECT_EQ(admission.state.limit, 3);
        EXPECT_EQ(admission.state.remaining, left);
    }
}

TEST(DemoRateLimit, refuses_what_is_over_and_leaves_nothing_to_take) {
    DemoRateLimit limit{1, seconds{60}};
    (void)limit.admit(start);
    const DemoRateLimit::Admission admission = limit.admit(start + seconds{20});
    EXPECT_FALSE(admission.allowed);
    EXPECT_EQ(admission.state.remaining, 0);
    EXPECT_EQ(admission.state.retry_after, seconds{40});
}

TEST(DemoRateLimit, rounds_the_wait_up_so_that_it_is_enough) {
    struct Row {
        milliseconds since_start;
        seconds expected;
    };
    for (const Row& row : {Row{milliseconds{0}, seconds{60}}, Row{milliseconds{1}, seconds{60}},
                           Row{milliseconds{1000}, seconds{59}}, Row{milliseconds{58'999}, seconds{2}},
                           Row{milliseconds{59'000}, seconds{1}}, Row{milliseconds{59'999}, seconds{1}}}) {
        DemoRateLimit limit{10, seconds{60}};
        (void)limit.admit(start);
        EXPECT_EQ(limit.admit(start + row.since_start).state.retry_after, row.expected) << row.since_start.count();
    }
}

TEST(DemoRateLimit, begins_a_window_with_the_first_request_after_the_end_of_the_last) {
    DemoRateLimit limit{2, seconds{60}};
    (void)limit.admit(start);
    const DemoRateLimit::Admission admission = limit.admit(start + seconds{75});
    EXPECT_TRUE(admission.allowed);
    EXPECT_EQ(admission.state.remaining, 1);
    EXPECT_EQ(admission.state.retry_after, seconds{60});
}

TEST(DemoRateLimit, ends_a_window_on_the_instant) {
    DemoRateLimit limit{1, milliseconds{200}};
    (void)limit.admit(start);
    EXPECT_FALSE(limit.admit(start + milliseconds{199}).allowed);
    EXPECT_TRUE(limit.admit(start + milliseconds{200}).allowed);
}

TEST(DemoRateLimit, takes_nothing_by_being_looked_at) {
    DemoRateLimit limit{2, seconds{60}};
    for (int i = 0; i < 5; ++i) EXPECT_EQ(limit.look(start).remaining, 2);
    EXPECT_EQ(limit.look(start).limit, 2);
    EXPECT_EQ(limit.admit(start + seconds{15}).state.retry_after, seconds{45});
}

TEST(DemoRateLimit, knows_no_wait_longer_than_a_window) {
    DemoRateLimit limit{5, seconds{60}};
    (void)limit.admit(start);
    EXPECT_EQ(limit.admit(start - seconds{3}).state.retry_after, seconds{60});
}

TEST(DemoRateLimit, allows_exactly_its_number_to_many_threads) {
    DemoRateLimit limit{100, seconds{60}};
    std::vector<int> allowed(8);
    std::vector<std::thread> threads;
    for (int& mine : allowed)
        threads.emplace_back([&limit, &mine] {
            for (int i = 0; i < 50; ++i) mine += limit.admit(start).allowed ? 1 : 0;
        });
    for (std::thread& thread : threads) thread.join();
    int total = 0;
    for (const int mine : allowed) total += mine;
    EXPECT_EQ(total, 100);
}

}  // namespace
}  // namespace apivideo::detail
