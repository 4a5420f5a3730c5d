// SPDX-License-Identifier: MIT
// Tests of Retrying: what is repeated, how often, and when it is not begun.
#include "pipeline/wrappers.hpp"

#include <apivideo/errors.hpp>
#include <apivideo/test_support/fake_transport.hpp>

#include "pipeline/fake_clock.hpp"

#include <gtest/gtest.h>

#include <future>
#include <memory>
#include <thread>
#include <vector>

namespace apivideo::detail {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using test_support::FakeTransport;

struct RetryingTest : ::testing::Test {
    std::shared_ptr<FakeTransport> fake = std::make_shared<FakeTransport>();
    FakeClock clock;
    std::shared_ptr<HttpTransport> transport =
        make_retrying(fake, RetryOptions{}, clock.moved_by_waiting(), [] { return 0.5; });

    HttpResponse send(seconds time = seconds{60}, const char* method = "GET") {
        return transport->send(HttpRequest{method, "https://ws.api.video/x", {}, {}},
                               CallContext{clock.now() + time, {}, 1});
    }
};

TEST_F(RetryingTest, repeats_after_transient_statuses) {
    for (const int status : {408, 429, 500, 502, 503, 504, 506, 507, 508, 511, 520, 522, 524, 530, 599}) {
        fake->reply(status, "");
        fake->reply(200, "answer");
        EXPECT_EQ(send().body, "answer") << status;
    }
}

TEST_F(RetryingTest, repeats_after_transient_failures) {
    for (const TransportFailure failure :
         {TransportFailure::resolve, TransportFailure::connect, TransportFailure::connection_closed,
          TransportFailure::truncated, TransportFailure::timeout}) {
        fake->fail(failure);
        fake->reply(200, "answer");
        EXPECT_EQ(send().body, "answer") << to_string(failure);
    }
}

TEST_F(RetryingTest, gives_every_other_answer_at_once) {
    for (const int status : {200, 204, 301, 400, 401, 403, 404, 407, 409, 428, 430, 499, 501, 505, 600}) {
        fake->reply(status, "");
        EXPECT_EQ(send().status, status);
    }
    EXPECT_TRUE(clock.waits.empty());
}

TEST_F(RetryingTest, hands_on_every_other_failure_at_once) {
    for (const TransportFailure failure :
         {TransportFailure::tls, TransportFailure::proxy, TransportFailure::cancelled, TransportFailure::too_large,
          TransportFailure::protocol, TransportFailure::invalid_request, TransportFailure::other}) {
        fake->fail(failure);
        EXPECT_THROW(send(), TransportException) << to_string(failure);
    }
    EXPECT_TRUE(clock.waits.empty());
}

TEST_F(RetryingTest, gives_the_last_answer_after_the_last_attempt) {
    fake->reply(500, "first");
    fake->fail(TransportFailure::connect);
    fake->reply(503, "third");
    EXPECT_EQ(send().body, "third");
    EXPECT_EQ(fake->requests().size(), 3u);
}

TEST_F(RetryingTest, hands_on_the_last_failure_after_the_last_attempt) {
    for (int i = 0; i < 3; ++i) fake->fail(TransportFailure::connect, "attempt " + std::to_string(i));
    try {
        send();
        FAIL();
    } catch (const TransportException& e) {
        EXPECT_STREQ(e.what(), "attempt 2");
    }
}

TEST_F(RetryingTest, waits_longer_before_each_attempt) {
    for (int i = 0; i < 3; ++i) fake->reply(503, "");
    send();
    EXPECT_EQ(clock.waits, (std::vector<milliseconds>{milliseconds{250}, milliseconds{500}}));
}

TEST_F(RetryingTest, counts_the_attempts) {
    for (int i = 0; i < 3; ++i) fake->reply(503, "");
    send();
    for (int i = 0; i < 3; ++i) EXPECT_EQ(fake->contexts().at(static_cast<std::size_t>(i)).attempt, i + 1);
}

TEST_F(RetryingTest, waits_as_long_as_the_answer_asks_for) {
    fake->reply(429, "", {{"X-RateLimit-Retry-After", "17"}});
    fake->reply(200, "");
    send();
    EXPECT_EQ(clock.waits, std::vector<milliseconds>{seconds{17}});
}

TEST_F(RetryingTest, gives_the_answer_at_once_where_the_wait_does_not_fit_the_deadline) {
    fake->reply(429, "limited", {{"X-RateLimit-Retry-After", "17"}});
    EXPECT_EQ(send(seconds{17}).body, "limited");
    fake->reply(503, "down", {{"Retry-After", "9223372036854775807"}});
    EXPECT_EQ(send().body, "down");
    fake->fail(TransportFailure::connect, "refused");
    EXPECT_THROW(send(seconds{0}), TransportException);
    EXPECT_TRUE(clock.waits.empty());
}

TEST_F(RetryingTest, hands_on_a_timeout_that_leaves_the_call_no_time) {
    fake->respond([this](const HttpRequest&, const CallContext& context) -> HttpResponse {
        clock.advance(context.deadline - clock.now());
        throw TransportException{TransportFailure::timeout, "too late"};
    });
    EXPECT_THROW(send(), TransportException);
    EXPECT_EQ(fake->requests().size(), 1u);
}

TEST_F(RetryingTest, tells_of_a_wait_of_more_than_a_second_before_it_begins) {
    std::vector<RequestEvent> events;
    std::vector<std::size_t> waits_before;
    transport = make_retrying(
        fake, RetryOptions{}, clock.moved_by_waiting(), [] { return 0.5; },
        [&](const RequestEvent& event) {
            events.push_back(event);
            waits_before.push_back(clock.waits.size());
            throw 42;  // which must not matter
        });
    fake->reply(503, "", {{"Retry-After", "1"}});
    fake->reply(503, "", {{"Retry-After", "1.001"}});
    fake->reply(200, "");
    EXPECT_EQ(send().status, 200);
    RequestEvent expected;
    expected.method = "GET";
    expected.url = "https://ws.api.video/x";
    expected.attempt = 3;
    expected.wait = RequestWait{WaitReason::retry, milliseconds{1001}};
    EXPECT_EQ(events, std::vector<RequestEvent>{expected});
    EXPECT_EQ(waits_before, std::vector<std::size_t>{1});
}

TEST_F(RetryingTest, does_not_repeat_what_may_change_something) {
    fake->reply(503, "");
    EXPECT_EQ(send(seconds{60}, "POST").status, 503);
    EXPECT_EQ(fake->requests().size(), 1u);
}

TEST_F(RetryingTest, hands_on_what_another_transport_throws) {
    fake->respond([](const HttpRequest&, const CallContext&) -> HttpResponse { throw 42; });
    EXPECT_THROW(send(), int);
}

TEST_F(RetryingTest, one_attempt_means_that_nothing_is_repeated) {
    transport = make_retrying(fake, RetryOptions{1, milliseconds{1}, milliseconds{1}}, clock.moved_by_waiting(),
                              [] { return 0.5; });
    fake->reply(503, "");
    EXPECT_EQ(send().status, 503);
}

TEST_F(RetryingTest, a_cancellation_ends_a_wait_at_once) {
    transport = make_retrying(fake, RetryOptions{}, clock.moved_by_hand(), [] { return 0.5; });
    fake->reply(503, "");
    CancellationSource stop;
    auto call = std::async(std::launch::async, [&] {
        return transport->send(HttpRequest{}, CallContext{FakeClock::time_point::max(), stop.token(), 1});
    });
    clock.wait_for_waiting(1);
    stop.cancel();
    try {
        call.get();
        FAIL();
    } catch (const TransportException& e) {
        EXPECT_EQ(e.failure(), TransportFailure::cancelled);
    }
}

TEST_F(RetryingTest, refuses_options_that_make_no_sense) {
    const RetryOptions bad[] = {{0, milliseconds{1}, milliseconds{1}},
                                {-1, milliseconds{1}, milliseconds{1}},
                                {3, milliseconds{0}, milliseconds{1}},
                                {3, milliseconds{-1}, milliseconds{1}},
                                {3, milliseconds{2}, milliseconds{1}}};
    for (const RetryOptions& options : bad) {
        try {
            (void)make_retrying(fake, options, clock.moved_by_waiting(), [] { return 0.5; });
            FAIL();
        } catch (const InvalidRequestException& e) {
            EXPECT_EQ(e.field(), "retry");
        }
    }
}

}  // namespace
}  // namespace apivideo::detail
