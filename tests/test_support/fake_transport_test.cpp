// SPDX-License-Identifier: MIT
// The transport that users script: answers in order, what it keeps, and what it says of requests nobody scripted.
#include <apivideo/test_support/fake_transport.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/thrown.hpp"

#include <atomic>
#include <cstddef>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace apivideo::test_support {
namespace {

HttpRequest request_to(const std::string& path) {
    HttpRequest request;
    request.url = "https://ws.api.video" + path;
    return request;
}

std::string body_for(FakeTransport& transport, const std::string& path) {
    return transport.send(request_to(path), {}).body;
}

TEST(FakeTransportTest, gives_the_scripted_answers_in_order) {
    FakeTransport transport;
    transport.reply(200, "first");
    transport.reply(HttpResponse{404, "Not Found", {}, "second"});
    transport.respond([](const HttpRequest& request, const CallContext&) {
        return HttpResponse{200, {}, {}, "third for " + request.url};
    });
    EXPECT_EQ(body_for(transport, "/a"), "first");
    const HttpResponse second = transport.send(request_to("/b"), {});
    EXPECT_EQ(second.status, 404);
    EXPECT_EQ(second.reason, "Not Found");
    EXPECT_EQ(body_for(transport, "/c"), "third for https://ws.api.video/c");
}

TEST(FakeTransportTest, gives_status_body_and_headers) {
    FakeTransport transport;
    transport.reply(429, "{}", {{"X-RateLimit-Remaining", "0"}});
    const HttpResponse response = transport.send(request_to("/"), {});
    EXPECT_EQ(response.status, 429);
    EXPECT_EQ(response.body, "{}");
    EXPECT_EQ(response.headers.get("x-ratelimit-remaining"), "0");
}

TEST(FakeTransportTest, fails_as_it_was_told) {
    FakeTransport transport;
    transport.fail(TransportFailure::tls, "expired");
    transport.fail(TransportFailure::connect);
    const auto failure = [&] {
        return thrown_by<TransportException>([&] { (void)transport.send(request_to("/"), {}); });
    };
    const TransportException first = failure();
    EXPECT_EQ(first.failure(), TransportFailure::tls);
    EXPECT_STREQ(first.what(), "expired");
    EXPECT_EQ(failure().failure(), TransportFailure::connect);
}

TEST(FakeTransportTest, answers_what_is_not_scripted_by_the_responder_for_all) {
    FakeTransport transport;
    transport.respond_always([](const HttpRequest&, const CallContext&) {
        return HttpResponse{200, {}, {}, "always"};
    });
    transport.reply(200, "once");
    EXPECT_EQ(body_for(transport, "/"), "once");
    EXPECT_EQ(body_for(transport, "/"), "always");
    EXPECT_EQ(body_for(transport, "/"), "always");
}

TEST(FakeTransportTest, names_the_request_for_which_nothing_is_scripted) {
    FakeTransport transport;
    const auto error = thrown_by<std::logic_error>([&] { (void)transport.send(request_to("/x"), {}); });
    EXPECT_THAT(error.what(), ::testing::HasSubstr("GET https://ws.api.video/x"));
}

TEST(FakeTransportTest, keeps_requests_and_what_came_with_them) {
    FakeTransport transport;
    transport.respond_always([](const HttpRequest&, const CallContext&) { return HttpResponse{}; });
    CallContext context;
    context.attempt = 3;
    (void)transport.send(request_to("/first"), {});
    (void)transport.send(request_to("/second"), context);
    ASSERT_EQ(transport.requests().size(), 2u);
    EXPECT_EQ(transport.requests().back().url, "https://ws.api.video/second");
    ASSERT_EQ(transport.contexts().size(), 2u);
    EXPECT_EQ(transport.contexts().back().attempt, 3);
}

TEST(FakeTransportTest, keeps_requests_that_it_failed) {
    FakeTransport transport;
    transport.fail(TransportFailure::timeout);
    EXPECT_THROW((void)transport.send(request_to("/"), {}), TransportException);
    EXPECT_THROW((void)transport.send(request_to("/"), {}), std::logic_error);
    EXPECT_EQ(transport.requests().size(), 2u);
}

TEST(FakeTransportTest, counts_the_answers_that_no_request_has_had) {
    FakeTransport transport;
    EXPECT_EQ(transport.unused(), 0u);
    transport.respond_always([](const HttpRequest&, const CallContext&) { return HttpResponse{}; });
    EXPECT_EQ(transport.unused(), 0u);
    transport.reply(200, "");
    transport.fail(TransportFailure::connect);
    EXPECT_EQ(transport.unused(), 2u);
    (void)transport.send(request_to("/"), {});
    EXPECT_EQ(transport.unused(), 1u);
}

TEST(FakeTransportTest, gives_every_answer_once_to_many_threads) {
    constexpr int answers = 400;
    FakeTransport transport;
    for (int i = 0; i < answers; ++i) transport.reply(i, "");
    std::vector<std::atomic<int>> given(answers);
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&] {
            for (int n = 0; n < answers / 4; ++n)
                ++given[static_cast<std::size_t>(transport.send(request_to("/"), {}).status)];
        });
    for (std::thread& thread : threads) thread.join();
    for (const std::atomic<int>& times : given) EXPECT_EQ(times, 1);
    EXPECT_EQ(transport.requests().size(), static_cast<std::size_t>(answers));
}

TEST(FakeTransportTest, lets_a_responder_use_it) {
    FakeTransport transport;
    transport.respond([&](const HttpRequest&, const CallContext&) {
        transport.reply(200, "scripted on the way");
        return HttpResponse{200, {}, {}, std::to_string(transport.requests().size())};
    });
    EXPECT_EQ(body_for(transport, "/"), "1");
    EXPECT_EQ(body_for(transport, "/"), "scripted on the way");
}

}  // namespace
}  // namespace apivideo::test_support
