// SPDX-License-Identifier: MIT
// Tests of Authenticating under many threads: one login for all, and nobody waits for somebody who has given up.
#include "pipeline/wrappers.hpp"

#include <apivideo/errors.hpp>
#include <apivideo/test_support/fake_transport.hpp>

#include "pipeline/fake_clock.hpp"

#include <gtest/gtest.h>

#include "support/thrown.hpp"

#include <atomic>
#include <future>
#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace apivideo::detail {
namespace {

using std::chrono::seconds;
using test_support::FakeTransport;
using test_support::thrown_by;

const std::string base_url = "https://ws.api.video";
const HttpResponse token_answer{200, {}, {}, R"({"access_token":"token","expires_in":3600})"};

/// Logins are held until the test lets them go; calls are answered at once.
struct Logins : ::testing::Test {
    std::shared_ptr<FakeTransport> fake = std::make_shared<FakeTransport>();
    FakeClock clock;
    std::shared_ptr<HttpTransport> transport =
        make_bearer_authenticating(fake, base_url, "the-api-key", clock.moved_by_hand());
    std::promise<HttpResponse> first_answer;
    std::atomic<int> logins{0};

    void SetUp() override {
        fake->respond_always([this](const HttpRequest& request, const CallContext&) {
            if (request.method == "GET") return HttpResponse{200, {}, {}, "answer"};
            return ++logins == 1 ? first_answer.get_future().get() : token_answer;
        });
    }

    std::future<HttpResponse> call(CallContext context = {}) {
        return std::async(std::launch::async, [this, context] {
            return transport->send(HttpRequest{"GET", base_url + "/x", {}, {}}, context);
        });
    }
    void wait_for_logins(int count) const {
        while (logins < count) std::this_thread::yield();
    }
};

TEST_F(Logins, sixteen_callers_share_one_login) {
    std::vector<std::future<HttpResponse>> calls;
    for (int i = 0; i < 16; ++i) calls.push_back(call());
    clock.wait_for_waiting(1);
    first_answer.set_value(token_answer);
    for (auto& answer : calls) EXPECT_EQ(answer.get().body, "answer");
    EXPECT_EQ(logins, 1);
}

TEST_F(Logins, those_who_wait_share_a_login_that_fails) {
    auto first = call();
    wait_for_logins(1);
    auto second = call();
    clock.wait_for_waiting(1);
    first_answer.set_value(HttpResponse{429, {}, {}, "slow down"});
    EXPECT_EQ(first.get().status, 429);
    EXPECT_EQ(second.get().body, "slow down");
    EXPECT_EQ(logins, 1);
}

TEST_F(Logins, those_who_wait_share_a_login_that_is_refused) {
    auto first = call();
    wait_for_logins(1);
    auto second = call();
    clock.wait_for_waiting(1);
    first_answer.set_value(HttpResponse{401, {}, {}, "{}"});
    EXPECT_THROW(first.get(), UnauthorizedException);
    EXPECT_THROW(second.get(), UnauthorizedException);
    EXPECT_EQ(logins, 1);
}

TEST_F(Logins, those_who_wait_share_a_login_without_an_answer) {
    auto first = call();
    wait_for_logins(1);
    auto second = call();
    clock.wait_for_waiting(1);
    first_answer.set_exception(std::make_exception_ptr(TransportException{TransportFailure::connect, "no connection"}));
    for (auto* waiting : {&first, &second})
        EXPECT_STREQ(thrown_by<TransportException>([&] { waiting->get(); }).what(), "no connection");
    EXPECT_EQ(logins, 1);
}

TEST_F(Logins, sixteen_callers_can_each_look_at_the_refusal_that_they_share) {
    std::vector<std::future<std::string>> refusals;
    auto first = call();
    wait_for_logins(1);
    for (int i = 0; i < 16; ++i)
        refusals.push_back(std::async(std::launch::async, [this] {
            const auto e = thrown_by<UnauthorizedException>([this] {
                transport->send(HttpRequest{"GET", base_url + "/x", {}, {}}, {});
            });
            return e.what() + e.problem().title.value_or("");
        }));
    clock.wait_for_waiting(16);
    first_answer.set_value(HttpResponse{401, {}, {}, R"({"title":"wrong key"})"});
    const auto e = thrown_by<UnauthorizedException>([&] { first.get(); });
    for (auto& refusal : refusals) EXPECT_EQ(refusal.get(), e.what() + std::string{"wrong key"});
    EXPECT_EQ(logins, 1);
}

TEST_F(Logins, another_takes_over_where_the_one_who_logs_in_gives_up) {
    for (const TransportFailure failure : {TransportFailure::timeout, TransportFailure::cancelled}) {
        SCOPED_TRACE(to_string(failure));
        logins = 0;
        first_answer = {};
        transport = make_bearer_authenticating(fake, base_url, "the-api-key", clock.moved_by_hand());
        auto first = call();
        wait_for_logins(1);
        auto second = call();
        clock.wait_for_waiting(1);
        first_answer.set_exception(std::make_exception_ptr(TransportException{failure, "gave up"}));
        EXPECT_THROW(first.get(), TransportException);
        EXPECT_EQ(second.get().body, "answer");
        EXPECT_EQ(logins, 2);
    }
}

TEST_F(Logins, another_takes_over_where_a_transport_throws_what_no_transport_should) {
    auto first = call();
    wait_for_logins(1);
    auto second = call();
    clock.wait_for_waiting(1);
    first_answer.set_exception(std::make_exception_ptr(42));
    EXPECT_THROW(first.get(), int);
    EXPECT_EQ(second.get().body, "answer");
    EXPECT_EQ(logins, 2);
}

TEST_F(Logins, who_waits_keeps_its_own_deadline) {
    auto first = call();
    wait_for_logins(1);
    auto second = call(CallContext{clock.now() + seconds{5}, {}, 1});
    clock.wait_for_waiting(1);
    clock.advance(seconds{5});
    try {
        second.get();
        FAIL();
    } catch (const TransportException& e) {
        EXPECT_EQ(e.failure(), TransportFailure::timeout);
    }
    first_answer.set_value(token_answer);
    EXPECT_EQ(first.get().body, "answer");
}

TEST_F(Logins, who_waits_can_be_cancelled) {
    auto first = call();
    wait_for_logins(1);
    CancellationSource stop;
    auto second = call(CallContext{FakeClock::time_point::max(), stop.token(), 1});
    clock.wait_for_waiting(1);
    stop.cancel();
    try {
        second.get();
        FAIL();
    } catch (const TransportException& e) {
        EXPECT_EQ(e.failure(), TransportFailure::cancelled);
    }
    first_answer.set_value(token_answer);
    EXPECT_EQ(first.get().body, "answer");
}

TEST(Renewal, many_calls_refused_together_renew_once) {
    auto fake = std::make_shared<FakeTransport>();
    FakeClock clock;
    auto transport = make_bearer_authenticating(fake, base_url, "the-api-key", clock.moved_by_hand());
    std::atomic<int> logins{0};
    fake->respond_always([&](const HttpRequest& request, const CallContext&) {
        if (request.method == "POST")
            return HttpResponse{200, {}, {}, R"({"access_token":"t)" + std::to_string(++logins) + "\"}"};
        const bool current = request.headers.get("Authorization") == "Bearer t2";
        return HttpResponse{current ? 200 : 401, {}, {}, {}};
    });
    std::vector<std::future<int>> calls;
    for (int i = 0; i < 16; ++i) {
        calls.push_back(std::async(std::launch::async, [&] {
            return transport->send(HttpRequest{"GET", base_url + "/x", {}, {}}, CallContext{}).status;
        }));
    }
    for (auto& status : calls) EXPECT_EQ(status.get(), 200);
    EXPECT_EQ(logins, 2);
}

}  // namespace
}  // namespace apivideo::detail
