// SPDX-License-Identifier: MIT
// From timeouts to deadlines: defaults, limits, and sums that never wrap.
#include "call/call_context.hpp"

#include <apivideo/errors.hpp>

#include <gtest/gtest.h>

#include "support/thrown.hpp"

#include <chrono>

namespace apivideo::detail {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;
using test_support::thrown_by;

TEST(CallContextOfOptions, counts_the_default_timeout_from_now) {
    const steady_clock::time_point before = steady_clock::now();
    const CallContext context = call_context(CallOptions{}, milliseconds{5000});
    const steady_clock::time_point after = steady_clock::now();
    EXPECT_GE(context.deadline, before + milliseconds{5000});
    EXPECT_LE(context.deadline, after + milliseconds{5000});
}

TEST(CallContextOfOptions, prefers_the_timeout_of_the_call) {
    CallOptions options;
    options.timeout = milliseconds{1};
    const steady_clock::time_point begin{std::chrono::hours{1}};
    EXPECT_EQ(call_context(options, milliseconds{60000}, begin).deadline, begin + milliseconds{1});
}

TEST(CallContextOfOptions, counts_from_the_beginning_of_the_call) {
    const steady_clock::time_point begin{std::chrono::hours{1}};
    EXPECT_EQ(call_context({}, milliseconds{5000}, begin).deadline, begin + milliseconds{5000});
}

TEST(CallContextOfOptions, is_the_first_attempt) { EXPECT_EQ(call_context({}, milliseconds{1}).attempt, 1); }

TEST(CallContextOfOptions, passes_the_cancellation_on) {
    const CancellationSource source;
    CallOptions options;
    options.cancellation = source.token();
    const CallContext context = call_context(options, milliseconds{1});
    EXPECT_FALSE(context.cancellation.cancelled());
    source.cancel();
    EXPECT_TRUE(context.cancellation.cancelled());
}

TEST(CallContextOfOptions, never_ends_a_call_whose_timeout_no_clock_can_hold) {
    CallOptions options;
    options.timeout = milliseconds::max();
    EXPECT_EQ(call_context(options, milliseconds{1}).deadline, steady_clock::time_point::max());
}

TEST(CheckTimeout, refuses_what_is_not_positive_and_names_it) {
    for (const milliseconds timeout : {milliseconds{0}, milliseconds{-1}, milliseconds::min()}) {
        const auto e = thrown_by<InvalidRequestException>([&] { check_timeout(timeout); });
        EXPECT_EQ(e.field(), "timeout");
        EXPECT_EQ(std::string{e.what()},
                  "timeout: is " + std::to_string(timeout.count()) + " ms, expected a positive time");
    }
    EXPECT_NO_THROW(check_timeout(milliseconds{1}));
}

TEST(SaturatedSum, ends_at_the_last_time_point) {
    const auto last = steady_clock::time_point::max();
    const steady_clock::time_point now{std::chrono::hours{1}};
    EXPECT_EQ(saturated_sum(now, milliseconds{0}), now);
    EXPECT_EQ(saturated_sum(now, milliseconds{7}), now + milliseconds{7});
    EXPECT_EQ(saturated_sum(now, milliseconds::max()), last);
    EXPECT_EQ(saturated_sum(last, milliseconds{1}), last);
    EXPECT_EQ(saturated_sum(last - milliseconds{5}, milliseconds{4}), last - milliseconds{1});
    EXPECT_EQ(saturated_sum(last - milliseconds{5}, milliseconds{5}), last);
    EXPECT_EQ(saturated_sum(last - milliseconds{5}, milliseconds{6}), last);
}

struct CheckStillWanted : ::testing::Test {
    const steady_clock::time_point deadline{std::chrono::hours{1}};
    const CancellationSource source;
    const CallContext context{deadline, source.token(), 1};

    [[nodiscard]] TransportException failure_at(steady_clock::time_point now) const {
        return thrown_by<TransportException>([&] { check_still_wanted(context, now, "waiting"); });
    }
};

TEST_F(CheckStillWanted, lets_a_call_go_on_until_its_deadline) {
    EXPECT_NO_THROW(check_still_wanted(context, deadline - steady_clock::duration{1}, "waiting"));
    EXPECT_NO_THROW(check_still_wanted(CallContext{}, deadline, "waiting"));
}

TEST_F(CheckStillWanted, ends_a_call_at_its_deadline) {
    EXPECT_EQ(failure_at(deadline).failure(), TransportFailure::timeout);
    EXPECT_STREQ(failure_at(deadline).what(), "waiting: no answer within the deadline");
}

TEST_F(CheckStillWanted, ends_a_cancelled_call_even_if_its_deadline_passed_too) {
    source.cancel();
    for (const auto now : {steady_clock::time_point{}, deadline}) {
        EXPECT_EQ(failure_at(now).failure(), TransportFailure::cancelled);
        EXPECT_STREQ(failure_at(now).what(), "waiting: cancelled by the caller");
    }
}

}  // namespace
}  // namespace apivideo::detail
