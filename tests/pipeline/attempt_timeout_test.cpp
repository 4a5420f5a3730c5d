// SPDX-License-Identifier: MIT
// Tests of AttemptTimeout: which deadline an attempt gets, and that another attempt follows one that takes too long.
#include "pipeline/wrappers.hpp"

#include <apivideo/errors.hpp>
#include <apivideo/test_support/fake_transport.hpp>

#include "pipeline/fake_clock.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <string>

namespace apivideo::detail {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using test_support::FakeTransport;

struct AttemptTimeoutTest : ::testing::Test {
    std::shared_ptr<FakeTransport> fake = std::make_shared<FakeTransport>();
    FakeClock clock;
    std::shared_ptr<HttpTransport> transport = make_attempt_timeout(fake, seconds{30}, clock.moved_by_waiting());

    void never_answers() {
        fake->respond([this](const HttpRequest&, const CallContext& context) -> HttpResponse {
            clock.advance(context.deadline - clock.now());
            throw TransportException{TransportFailure::timeout, "no answer"};
        });
    }
    HttpResponse send(FakeClock::time_point deadline, const char* method = "GET") {
        return transport->send(HttpRequest{method, "https://ws.api.video/x", {}, {}}, CallContext{deadline, {}, 1});
    }
    std::string message_by(FakeClock::time_point deadline) {
        try {
            send(deadline);
        } catch (const TransportException& e) {
            EXPECT_EQ(e.failure(), TransportFailure::timeout);
            return e.what();
        }
        return "no exception";
    }
};

TEST_F(AttemptTimeoutTest, gives_an_attempt_its_time_but_no_more_than_the_call_has_left) {
    const auto now = clock.now();
    const struct {
        FakeClock::time_point call;
        FakeClock::time_point attempt;
    } cases[] = {{now + seconds{29}, now + seconds{29}},
                 {now + seconds{30}, now + seconds{30}},
                 {now + seconds{31}, now + seconds{30}},
                 {FakeClock::time_point::max(), now + seconds{30}}};
    for (const auto& c : cases) {
        fake->reply(200, "");
        send(c.call);
        EXPECT_EQ(fake->contexts().back().deadline, c.attempt);
    }
}

TEST_F(AttemptTimeoutTest, hands_on_the_cancellation_and_the_number_of_the_attempt) {
    fake->reply(200, "");
    CancellationSource stop;
    transport->send(HttpRequest{}, CallContext{FakeClock::time_point::max(), stop.token(), 3});
    stop.cancel();
    EXPECT_TRUE(fake->contexts().front().cancellation.cancelled());
    EXPECT_EQ(fake->contexts().front().attempt, 3);
}

TEST_F(AttemptTimeoutTest, leaves_a_post_all_the_time_of_its_call) {
    fake->reply(200, "");
    send(clock.now() + seconds{60}, "POST");
    EXPECT_EQ(fake->contexts().front().deadline, clock.now() + seconds{60});
}

TEST_F(AttemptTimeoutTest, says_that_it_was_the_attempt_that_took_too_long) {
    never_answers();
    EXPECT_EQ(message_by(clock.now() + seconds{60}), "no answer (attempt_timeout is 30000 ms)");
    never_answers();
    EXPECT_EQ(message_by(clock.now() + seconds{30}), "no answer") << "the call took too long";
    fake->fail(TransportFailure::timeout, "gave up before");
    EXPECT_EQ(message_by(clock.now() + seconds{60}), "gave up before");
}

TEST_F(AttemptTimeoutTest, hands_on_any_other_failure_as_it_is) {
    fake->respond([this](const HttpRequest&, const CallContext&) -> HttpResponse {
        clock.advance(seconds{30});
        throw TransportException{TransportFailure::truncated, "cut"};
    });
    try {
        send(clock.now() + seconds{60});
        FAIL();
    } catch (const TransportException& e) {
        EXPECT_EQ(e.failure(), TransportFailure::truncated);
        EXPECT_STREQ(e.what(), "cut");
    }
}

TEST_F(AttemptTimeoutTest, lets_another_attempt_follow_while_the_call_has_time) {
    const auto retrying = make_retrying(transport, RetryOptions{}, clock.moved_by_waiting(), [] { return 0.0; });
    never_answers();
    fake->reply(200, "answer");
    const CallContext call{clock.now() + seconds{120}, {}, 1};
    EXPECT_EQ(retrying->send(HttpRequest{}, call).body, "answer");
    never_answers();
    EXPECT_THROW(retrying->send(HttpRequest{}, CallContext{clock.now() + seconds{20}, {}, 1}), TransportException);
    EXPECT_EQ(fake->requests().size(), 3u);
}

TEST_F(AttemptTimeoutTest, refuses_a_time_that_is_not_positive) {
    for (const milliseconds timeout : {milliseconds{0}, milliseconds{-1}}) {
        try {
            (void)make_attempt_timeout(fake, timeout, clock.moved_by_waiting());
            FAIL();
        } catch (const InvalidRequestException& e) {
            EXPECT_EQ(e.field(), "retry");
        }
    }
    EXPECT_NO_THROW((void)make_attempt_timeout(fake, milliseconds{1}, clock.moved_by_waiting()));
}

}  // namespace
}  // namespace apivideo::detail
