// SPDX-License-Identifier: MIT
// Tests of the arithmetic of the rate limit window.
#include "pipeline/rate_window.hpp"

#include <gtest/gtest.h>

#include <deque>

namespace apivideo::detail {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

struct RateWindowTest : ::testing::Test {
    RateWindow window;
    std::deque<RateWindow::Request> under_way;  // the oldest first
    RateWindow::time_point now{std::chrono::hours{1}};

    static RateLimit told(std::int64_t remaining, int retry_after, std::int64_t limit = 50) {
        return RateLimit{limit, remaining, seconds{retry_after}};
    }
    void start(int count = 1) {
        for (int i = 0; i < count; ++i) under_way.push_back(window.started(now));
    }
    /// To the request that started first.
    void answer(const RateLimit& limit) {
        window.answered(under_way.front(), now, limit);
        under_way.pop_front();
    }
    /// Of the request that started last.
    void fail() {
        window.failed();
        under_way.pop_back();
    }
    /// How many requests may start now, up to 1000; they start.
    int start_all() {
        int count = 0;
        for (; count < 1000 && window.may_start(now); ++count) start();
        return count;
    }
};

TEST_F(RateWindowTest, lets_everything_start_while_nothing_is_known) { EXPECT_EQ(start_all(), 1000); }

TEST_F(RateWindowTest, lets_start_what_remains) {
    start();
    answer(told(7, 30));
    EXPECT_EQ(start_all(), 7);
}

TEST_F(RateWindowTest, counts_those_under_way_in) {
    start(5);
    answer(told(7, 30));
    EXPECT_EQ(start_all(), 3);
}

TEST_F(RateWindowTest, answers_out_of_order_free_nothing_twice) {
    start(3);
    answer(told(7, 30));
    answer(told(9, 30));
    answer(told(8, 30));
    EXPECT_EQ(start_all(), 7);
}

TEST_F(RateWindowTest, uses_every_request_of_the_window) {
    start();
    answer(told(49, 30));
    int sent = 1;
    for (std::int64_t remaining = 48; window.may_start(now); --remaining, ++sent) {
        start();
        answer(told(remaining, 30));
    }
    EXPECT_EQ(sent, 50);
}

TEST_F(RateWindowTest, holds_until_the_window_has_ended_however_its_seconds_are_rounded) {
    start();
    answer(told(0, 30));
    EXPECT_EQ(window.end(), now + seconds{31});
    now += seconds{31} - milliseconds{1};
    EXPECT_FALSE(window.may_start(now));
    now += milliseconds{1};
    EXPECT_TRUE(window.may_start(now));
}

TEST_F(RateWindowTest, takes_the_nearest_bound_of_the_end_that_an_answer_gives) {
    start(2);
    answer(told(1, 30));
    now += milliseconds{900};
    answer(told(0, 29));
    EXPECT_EQ(window.end(), now + seconds{30});
}

TEST_F(RateWindowTest, a_new_window_has_the_limit_that_was_told) {
    start();
    answer(told(0, 30, 5));
    now += seconds{31};
    EXPECT_EQ(start_all(), 5);
    EXPECT_EQ(window.end(), std::nullopt);
}

TEST_F(RateWindowTest, without_a_limit_a_new_window_is_not_known) {
    start();
    answer(RateLimit{{}, 0, seconds{30}});
    now += seconds{31};
    EXPECT_EQ(start_all(), 1000);
}

TEST_F(RateWindowTest, a_limit_of_nothing_still_lets_one_out_to_ask) {
    start();
    answer(told(0, 30, 0));
    now += seconds{31};
    EXPECT_EQ(start_all(), 1);
}

TEST_F(RateWindowTest, late_news_of_the_window_before_do_not_close_the_new_one) {
    start(2);
    answer(told(1, 30));
    now += seconds{31};
    EXPECT_TRUE(window.may_start(now));
    answer(told(0, 0));
    EXPECT_EQ(start_all(), 49) << "the limit less the late one, which this window may have counted";
}

TEST_F(RateWindowTest, late_news_of_the_window_before_are_no_reason_to_forget_the_limit) {
    start(2);
    answer(told(0, 30, 1));
    now += seconds{31};
    EXPECT_FALSE(window.may_start(now)) << "the late one may be the one that this window allows";
    answer(told(0, 0, 1));
    EXPECT_EQ(start_all(), 1);
}

TEST_F(RateWindowTest, a_failure_after_late_news_is_no_reason_to_forget_the_limit) {
    start(3);
    answer(told(0, 30, 2));
    now += seconds{31};
    EXPECT_FALSE(window.may_start(now));
    answer(told(0, 0, 2));
    answer(told(0, 0, 2));
    EXPECT_TRUE(window.may_start(now));
    start();
    fail();
    EXPECT_EQ(start_all(), 1);
}

TEST_F(RateWindowTest, an_answer_of_a_new_window_begins_it) {
    start();
    answer(told(0, 5));
    now += seconds{4};
    start();
    answer(told(49, 60));
    EXPECT_EQ(start_all(), 49);
    EXPECT_EQ(window.end(), now + seconds{61});
}

TEST_F(RateWindowTest, a_failure_may_have_been_counted) {
    start(2);
    answer(told(7, 30));
    fail();
    EXPECT_EQ(start_all(), 6);
}

TEST_F(RateWindowTest, a_failure_may_have_been_counted_after_the_answer_that_comes_next) {
    start(2);
    fail();
    answer(told(7, 30));
    EXPECT_EQ(start_all(), 6);
}

TEST_F(RateWindowTest, an_answer_to_a_request_that_started_later_has_the_failure_counted) {
    start();
    fail();
    start();
    answer(told(7, 30));
    EXPECT_EQ(start_all(), 7);
}

TEST_F(RateWindowTest, more_failures_than_requests_remain_leave_none) {
    start(4);
    fail();
    fail();
    answer(told(1, 30));
    EXPECT_EQ(start_all(), 0);
}

TEST_F(RateWindowTest, an_answer_that_tells_nothing_may_have_been_counted) {
    start(2);
    answer(told(7, 30));
    answer(RateLimit{});
    EXPECT_EQ(start_all(), 6);
}

TEST_F(RateWindowTest, half_of_the_news_is_none) {
    start(3);
    answer(RateLimit{50, 0, {}});
    answer(RateLimit{50, {}, seconds{30}});
    answer(RateLimit{50, {}, {}});
    EXPECT_EQ(start_all(), 1000);
}

TEST_F(RateWindowTest, forgets_the_limit_when_a_whole_window_does_not_speak_of_it) {
    start();
    answer(told(0, 1, 3));
    now += seconds{2};
    for (int i = 0; i < 3; ++i) {
        EXPECT_TRUE(window.may_start(now));
        start();
        answer(RateLimit{});
    }
    EXPECT_EQ(start_all(), 1000);
}

TEST_F(RateWindowTest, huge_numbers_do_not_overflow) {
    start();
    answer(told(9223372036854775807, 1));
    EXPECT_TRUE(window.may_start(now));
    start();
    answer(RateLimit{9223372036854775807, 0, seconds::max()});
    EXPECT_TRUE(window.end());
}

}  // namespace
}  // namespace apivideo::detail
