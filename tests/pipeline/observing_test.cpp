// SPDX-License-Identifier: MIT
// Tests of Observing: one event for each attempt, and no say in the call.
#include "pipeline/wrappers.hpp"

#include <apivideo/errors.hpp>
#include <apivideo/test_support/fake_transport.hpp>

#include "pipeline/fake_clock.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <stdexcept>
#include <vector>

namespace apivideo::detail {
namespace {

using std::chrono::milliseconds;
using test_support::FakeTransport;

struct ObservingTest : ::testing::Test {
    std::shared_ptr<FakeTransport> fake = std::make_shared<FakeTransport>();
    FakeClock clock;
    std::vector<RequestEvent> events;
    std::shared_ptr<HttpTransport> transport = make_observing(
        fake, [this](const RequestEvent& event) { events.push_back(event); }, clock.moved_by_waiting());
    HttpRequest request{"GET", "https://ws.api.video/x?y=z", {{"Authorization", "secret"}}, "secret"};
    CallContext context{FakeClock::time_point::max(), {}, 2};
};

TEST_F(ObservingTest, tells_of_an_answer) {
    fake->respond([this](const HttpRequest&, const CallContext&) {
        clock.advance(milliseconds{83});
        return HttpResponse{200, {}, {{"X-RateLimit-Remaining", "41"}}, "answer"};
    });
    EXPECT_EQ(transport->send(request, context).body, "answer");
    ASSERT_EQ(events.size(), 1u);
    EXPECT_EQ(events[0].method, "GET");
    EXPECT_EQ(events[0].url, "https://ws.api.video/x?y=z");
    EXPECT_EQ(events[0].status, 200);
    EXPECT_EQ(events[0].failure, std::nullopt);
    EXPECT_EQ(events[0].attempt, 2);
    EXPECT_EQ(events[0].duration, milliseconds{83});
    EXPECT_EQ(events[0].rate_limit.remaining, 41);
}

TEST_F(ObservingTest, tells_of_a_failure) {
    fake->fail(TransportFailure::connect);
    EXPECT_THROW(transport->send(request, context), TransportException);
    ASSERT_EQ(events.size(), 1u);
    EXPECT_EQ(events[0].status, std::nullopt);
    EXPECT_EQ(events[0].failure, TransportFailure::connect);
}

TEST_F(ObservingTest, tells_of_what_another_transport_throws) {
    fake->respond([](const HttpRequest&, const CallContext&) -> HttpResponse { throw 42; });
    EXPECT_THROW(transport->send(request, context), int);
    ASSERT_EQ(events.size(), 1u);
    EXPECT_EQ(events[0].status, std::nullopt);
    EXPECT_EQ(events[0].failure, std::nullopt);
}

TEST_F(ObservingTest, drops_what_the_observer_throws) {
    transport = make_observing(
        fake, [](const RequestEvent&) { throw std::runtime_error{"no"}; }, clock.moved_by_waiting());
    fake->reply(200, "answer");
    EXPECT_EQ(transport->send(request, context).body, "answer");
    fake->fail(TransportFailure::connect);
    EXPECT_THROW(transport->send(request, context), TransportException);
}

}  // namespace
}  // namespace apivideo::detail
