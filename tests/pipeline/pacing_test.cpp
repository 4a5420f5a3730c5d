// SPDX-License-Identifier: MIT
// Tests of Pacing: who is held, who goes, and that sixteen callers share a limit without a 429.
#include "pipeline/wrappers.hpp"

#include <apivideo/errors.hpp>
#include <apivideo/test_support/fake_transport.hpp>

#include "pipeline/fake_clock.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <future>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace apivideo::detail {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using test_support::FakeTransport;

HttpHeaders told(std::int64_t limit, std::int64_t remaining, std::int64_t retry_after) {
    return {{"X-RateLimit-Limit", std::to_string(limit)},
            {"X-RateLimit-Remaining", std::to_string(remaining)},
            {"X-RateLimit-Retry-After", std::to_string(retry_after)}};
}

struct PacingTest : ::testing::Test {
    std::shared_ptr<FakeTransport> fake = std::make_shared<FakeTransport>();
    FakeClock clock;
    std::shared_ptr<HttpTransport> transport = make_pacing(fake, clock.moved_by_waiting());

    HttpResponse send(const CallContext& context = {}, const char* method = "GET") {
        return transport->send(HttpRequest{method, "https://ws.api.video/x", {}, {}}, context);
    }
};

TEST_F(PacingTest, holds_a_call_until_the_window_ends) {
    fake->reply(200, "", told(50, 0, 30));
    fake->reply(200, "answer", told(50, 49, 60));
    send();
    const auto before = clock.now();
    EXPECT_EQ(send().body, "answer");
    EXPECT_EQ(clock.now() - before, seconds{31});
}

TEST_F(PacingTest, lets_a_call_go_at_once_whose_deadline_is_before_the_end_of_the_window) {
    fake->reply(200, "", told(50, 0, 30));
    fake->reply(429, "", told(50, 0, 30));
    send();
    const auto before = clock.now();
    EXPECT_EQ(send(CallContext{clock.now() + seconds{31}, {}, 1}).status, 429);
    EXPECT_EQ(clock.now(), before);
}

TEST_F(PacingTest, holds_no_post) {
    fake->reply(200, "", told(50, 0, 30));
    fake->reply(200, "");
    send();
    send({}, "POST");
    EXPECT_TRUE(clock.waits.empty());
}

TEST_F(PacingTest, hands_on_what_is_thrown_and_counts_on) {
    fake->reply(200, "", told(50, 2, 30));
    fake->fail(TransportFailure::connect);
    fake->reply(200, "", told(50, 0, 30));
    send();
    EXPECT_THROW(send(), TransportException);
    send();
    EXPECT_TRUE(clock.waits.empty());
}

TEST_F(PacingTest, tells_of_a_wait_of_more_than_a_second_before_it_begins) {
    std::vector<RequestEvent> events;
    std::size_t waits_before = 0;
    transport = make_pacing(fake, clock.moved_by_waiting(), [&](const RequestEvent& event) {
        events.push_back(event);
        waits_before = clock.waits.size();
        throw 42;  // which must not matter
    });
    fake->reply(200, "", told(50, 0, 0));
    fake->reply(200, "", told(50, 0, 30));
    fake->reply(200, "");
    send();
    send();
    EXPECT_TRUE(events.empty()) << "a second is not worth an event";
    send(CallContext{FakeClock::time_point::max(), {}, 2});
    RequestEvent expected;
    expected.method = "GET";
    expected.url = "https://ws.api.video/x";
    expected.attempt = 2;
    expected.wait = RequestWait{WaitReason::rate_limit, seconds{31}};
    EXPECT_EQ(events, std::vector<RequestEvent>{expected});
    EXPECT_EQ(waits_before, 1u);
}

struct Held : PacingTest {
    void SetUp() override {
        transport = make_pacing(fake, clock.moved_by_hand());
        fake->reply(200, "", told(50, 0, 30));
        fake->reply(200, "answer", told(50, 49, 60));
        send();
    }
    std::future<HttpResponse> held(const CallContext& context) {
        auto call = std::async(std::launch::async, [this, context] { return send(context); });
        clock.wait_for_waiting(1);
        return call;
    }
};

TEST_F(Held, a_call_can_be_cancelled) {
    CancellationSource stop;
    auto call = held(CallContext{FakeClock::time_point::max(), stop.token(), 1});
    stop.cancel();
    try {
        call.get();
        FAIL();
    } catch (const TransportException& e) {
        EXPECT_EQ(e.failure(), TransportFailure::cancelled);
    }
    EXPECT_EQ(fake->requests().size(), 1u);
}

TEST_F(Held, a_call_goes_when_the_window_ends) {
    auto call = held(CallContext{clock.now() + seconds{60}, {}, 1});
    clock.advance(seconds{31});
    EXPECT_EQ(call.get().body, "answer");
}

TEST(PacingUnderThreads, a_call_goes_when_another_one_has_ended_and_left_room) {
    FakeClock clock;
    auto fake = std::make_shared<FakeTransport>();
    std::promise<void> first_may_end;
    std::promise<void> first_is_out;
    fake->reply(HttpResponse{200, {}, told(50, 1, 30), {}});
    fake->respond([&](const HttpRequest&, const CallContext&) {
        first_is_out.set_value();
        first_may_end.get_future().wait();
        return HttpResponse{200, {}, told(50, 1, 30), "first"};
    });
    fake->reply(200, "second");
    auto transport = make_pacing(fake, clock.moved_by_hand());
    const auto call = [&] {
        return transport->send(HttpRequest{}, CallContext{clock.now() + seconds{60}, {}, 1}).body;
    };
    call();
    auto first = std::async(std::launch::async, call);
    first_is_out.get_future().wait();
    auto second = std::async(std::launch::async, call);
    clock.wait_for_waiting(1);
    first_may_end.set_value();
    EXPECT_EQ(first.get(), "first");
    EXPECT_EQ(second.get(), "second");
}

TEST(PacingUnderThreads, a_wait_that_is_told_begins_when_it_is_told) {
    FakeClock clock;
    auto fake = std::make_shared<FakeTransport>();
    std::promise<void> second_may_end;
    std::promise<void> second_is_out;
    fake->reply(HttpResponse{200, {}, told(1, 0, 30), {}});
    fake->respond([&](const HttpRequest&, const CallContext&) {
        second_is_out.set_value();
        second_may_end.get_future().wait();
        return HttpResponse{200, {}, told(1, 0, 30), {}};
    });
    fake->reply(200, "");
    std::promise<milliseconds> third_wait;
    std::atomic<int> waits{0};
    auto transport = make_pacing(fake, clock.moved_by_hand(), [&](const RequestEvent& event) {
        if (++waits == 3) third_wait.set_value(event.wait->duration);
    });
    const auto call = [&] { transport->send(HttpRequest{}, CallContext{}); };
    call();
    auto second = std::async(std::launch::async, call);
    auto third = std::async(std::launch::async, call);
    clock.wait_for_waiting(2);
    clock.advance(seconds{31});
    second_is_out.get_future().wait();
    clock.wait_for_waiting(1);
    clock.advance(seconds{10});
    second_may_end.set_value();
    EXPECT_EQ(third_wait.get_future().get(), seconds{31}) << "not counting the ten that it waited for the second";
    clock.wait_for_waiting(1);
    clock.advance(seconds{31});
    second.get();
    third.get();
}

/// Counts requests in windows as the service does, on the test's clock.
class LimitedServer {
  public:
    LimitedServer(FakeClock& clock, std::int64_t limit, seconds window)
        : clock_{clock}, limit_{limit}, window_{window} {}

    HttpResponse answer() {
        const std::lock_guard<std::mutex> lock{mutex_};
        if (clock_.now() >= end_) {
            windows.push_back(0);
            end_ = clock_.now() + window_;
        }
        const auto left = std::chrono::ceil<seconds>(end_ - clock_.now()).count();
        const bool limited = windows.back() >= limit_;
        if (limited) {
            ++refused;
        } else {
            ++windows.back();
        }
        return HttpResponse{limited ? 429 : 200, {}, told(limit_, limit_ - windows.back(), left), {}};
    }

    std::vector<std::int64_t> windows;  // requests let through in each
    int refused = 0;

  private:
    FakeClock& clock_;
    std::int64_t limit_;
    seconds window_;
    FakeClock::time_point end_{};
    std::mutex mutex_;
};

TEST(PacingUnderThreads, sixteen_callers_share_the_limit_without_a_refusal) {
    constexpr int callers = 16;
    constexpr int calls = 320;
    FakeClock clock;
    LimitedServer server{clock, 50, seconds{60}};
    auto fake = std::make_shared<FakeTransport>();
    fake->respond_always([&](const HttpRequest&, const CallContext&) { return server.answer(); });
    auto transport = make_pacing(fake, clock.moved_by_hand());
    const auto call = [&] { return transport->send(HttpRequest{}, CallContext{}).status; };
    ASSERT_EQ(call(), 200) << "the answer that tells the limit";

    std::atomic<int> begun{1};
    std::atomic<int> answered{1};
    std::atomic<int> running{callers};
    std::vector<std::future<void>> threads;
    for (int i = 0; i < callers; ++i) {
        threads.push_back(std::async(std::launch::async, [&] {
            while (begun++ < calls) {
                answered += call() == 200 ? 1 : 0;
                clock.changed();
            }
            --running;
        }));
    }
    // Time passes only while everybody waits, so that no window ends with requests left in it.
    while (running > 0) {
        const int callers_left = running;
        if (callers_left > 0 && clock.settled(callers_left)) clock.advance(seconds{5});
        std::this_thread::yield();
    }
    for (auto& thread : threads) thread.get();

    EXPECT_EQ(server.refused, 0);
    EXPECT_EQ(answered, calls);
    ASSERT_EQ(server.windows.size(), static_cast<std::size_t>((calls + 49) / 50)) << "a window was left unused";
    EXPECT_TRUE(std::all_of(server.windows.begin(), server.windows.end() - 1, [](auto used) { return used == 50; }));
}

}  // namespace
}  // namespace apivideo::detail
