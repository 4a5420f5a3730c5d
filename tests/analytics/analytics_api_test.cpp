// SPDX-License-Identifier: MIT
// The calls: what is sent, what is refused before, what comes back, now and later.
#include <apivideo/analytics/analytics_api.hpp>

#include <apivideo/errors.hpp>
#include <apivideo/test_support/fake_transport.hpp>

#include <gtest/gtest.h>

#include "analytics/endpoints.hpp"
#include "support/thrown.hpp"

#include <chrono>
#include <future>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <type_traits>
#include <vector>

namespace apivideo {
namespace {

using date::literals::operator""_y;
using std::chrono::milliseconds;
using std::chrono::steady_clock;
using test_support::FakeTransport;
using test_support::is_one_line;
using test_support::thrown_by;

constexpr const char* one_row = R"({"data":[{"value":"a","plays":1}],"pagination":[]})";

static_assert(std::is_copy_constructible_v<AnalyticsApi> && std::is_copy_assignable_v<AnalyticsApi>);
static_assert(!std::is_invocable_v<decltype(&AnalyticsApi::get_videos_plays), const AnalyticsApi&,
                                   LiveStreamsPlaysRequest, CallOptions>);
static_assert(!std::is_invocable_v<decltype(&AnalyticsApi::get_live_streams_plays), const AnalyticsApi&,
                                   VideosPlaysRequest, CallOptions>);

template <class Endpoint>
class Calls : public ::testing::Test {
  protected:
    using Request = typename Endpoint::Request;

    std::shared_ptr<FakeTransport> transport = std::make_shared<FakeTransport>();
    Request request{2023_y / 6 / 1, Endpoint::Dimension::browser, {}, {}, {}, {}};

    AnalyticsApi api(const std::string& base_url = "https://ws.api.video") const { return {transport, base_url}; }

    std::string sent_url(const std::string& base_url) {
        transport->reply(200, one_row);
        (void)Endpoint::get(api(base_url), request);
        return transport->requests().back().url;
    }
    void expect_refused(const std::string& field) {
        const auto e = thrown_by<InvalidRequestException>([&] { (void)Endpoint::get(api(), request); });
        EXPECT_EQ(e.field(), field);
        EXPECT_EQ(std::string{e.what()}.rfind(field + ": ", 0), 0u) << e.what();
        EXPECT_TRUE(is_one_line(e.what()));
        auto later = Endpoint::get_async(api(), request);
        EXPECT_EQ(thrown_by<InvalidRequestException>([&] { (void)later.get(); }).field(), field);
        EXPECT_TRUE(transport->requests().empty());
    }
};
TYPED_TEST_SUITE(Calls, test_support::Endpoints, test_support::EndpointNames);

TYPED_TEST(Calls, send_one_get_without_body_or_headers_of_their_own) {
    this->transport->reply(200, one_row);
    (void)TypeParam::get(this->api(), this->request);
    ASSERT_EQ(this->transport->requests().size(), 1u);
    const HttpRequest sent = this->transport->requests().front();
    EXPECT_EQ(sent.method, "GET");
    EXPECT_EQ(sent.body, "");
    EXPECT_TRUE(sent.headers.empty());
    EXPECT_EQ(sent.url, std::string{"https://ws.api.video"} + TypeParam::path + "?from=2023-06-01&dimension=browser");
}

TYPED_TEST(Calls, send_every_parameter_that_is_set) {
    const std::string id = TypeParam::id_name;
    this->request = {2023_y / 6 / 1, TypeParam::own_dimension, 2023_y / 6 / 10, typename TypeParam::Id{"x y&z"}, 2, 30};
    EXPECT_EQ(this->sent_url("https://ws.api.video"), std::string{"https://ws.api.video"} + TypeParam::path +
                                                          "?from=2023-06-01&to=2023-06-10&dimension=" + id +
                                                          "&filter=" + id + "%3Ax%20y%26z&currentPage=2&pageSize=30");
}

TYPED_TEST(Calls, go_below_the_base_url_whatever_its_end) {
    const std::string rest = std::string{TypeParam::path} + "?from=2023-06-01&dimension=browser";
    const struct {
        const char* base_url;
        const char* begin;
    } cases[] = {{"https://ws.api.video/", "https://ws.api.video"},
                 {"http://127.0.0.1:8080", "http://127.0.0.1:8080"},
                 {"http://plain.example", "http://plain.example"},
                 {"https://gate.example/video", "https://gate.example/video"},
                 {"https://gate.example/video/", "https://gate.example/video"},
                 {"https://gate.example/video/v1//", "https://gate.example/video/v1"},
                 {"http://[::1]:8080/", "http://[::1]:8080"}};
    for (const auto& c : cases) EXPECT_EQ(this->sent_url(c.base_url), c.begin + rest);
}

TYPED_TEST(Calls, send_nothing_where_the_request_cannot_be) {
    const auto good = this->request;
    auto& asked = this->request;
    asked.from = {};
    this->expect_refused("from");
    asked.from = 2023_y / 2 / 30;
    this->expect_refused("from");
    asked = good;
    asked.to = 2023_y / 2 / 30;
    this->expect_refused("to");
    asked.to = 2023_y / 5 / 31;
    this->expect_refused("from");
    asked = good;
    asked.dimension = {};
    this->expect_refused("dimension");
    asked.dimension = static_cast<typename TypeParam::Dimension>(7);
    this->expect_refused("dimension");
    asked = good;
    asked.filter = typename TypeParam::Id{""};
    this->expect_refused("filter");
    asked.filter = typename TypeParam::Id{"a\nb"};
    this->expect_refused("filter");
    asked = good;
    asked.current_page = 0;
    this->expect_refused("current_page");
    asked = good;
    asked.page_size = 0;
    this->expect_refused("page_size");
    asked.page_size = 101;
    this->expect_refused("page_size");
}

TYPED_TEST(Calls, send_nothing_where_the_timeout_cannot_be) {
    CallOptions options;
    options.timeout = milliseconds{0};
    const auto e =
        thrown_by<InvalidRequestException>([&] { (void)TypeParam::get(this->api(), this->request, options); });
    EXPECT_EQ(e.field(), "timeout");
    auto later = TypeParam::get_async(this->api(), this->request, options);
    EXPECT_EQ(thrown_by<InvalidRequestException>([&] { (void)later.get(); }).field(), "timeout");
    EXPECT_TRUE(this->transport->requests().empty());
}

TYPED_TEST(Calls, have_the_timeout_of_the_call_or_else_that_of_the_api) {
    this->transport->respond_always([](const auto&, const auto&) { return HttpResponse{200, {}, {}, one_row}; });
    const AnalyticsApi api{this->transport, "https://ws.api.video", milliseconds{5000}};
    CallOptions options;
    options.timeout = milliseconds{100};
    const auto before = steady_clock::now();
    (void)TypeParam::get(this->api(), this->request);
    (void)TypeParam::get(api, this->request);
    (void)TypeParam::get(api, this->request, options);
    const auto after = steady_clock::now();
    const std::vector<CallContext> contexts = this->transport->contexts();
    const milliseconds timeouts[] = {default_timeout, milliseconds{5000}, milliseconds{100}};
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_GE(contexts.at(i).deadline, before + timeouts[i]);
        EXPECT_LE(contexts.at(i).deadline, after + timeouts[i]);
        EXPECT_EQ(contexts.at(i).attempt, 1);
    }
}

TYPED_TEST(Calls, hand_their_cancellation_down) {
    const CancellationSource source;
    this->transport->respond([&](const HttpRequest&, const CallContext& context) -> HttpResponse {
        EXPECT_FALSE(context.cancellation.cancelled());
        source.cancel();
        EXPECT_TRUE(context.cancellation.cancelled());
        throw TransportException{TransportFailure::cancelled, "cancelled"};
    });
    CallOptions options;
    options.cancellation = source.token();
    const auto e = thrown_by<TransportException>([&] { (void)TypeParam::get(this->api(), this->request, options); });
    EXPECT_EQ(e.failure(), TransportFailure::cancelled);
}

TYPED_TEST(Calls, let_pass_what_a_transport_throws) {
    this->transport->fail(TransportFailure::truncated, "no end");
    EXPECT_STREQ(thrown_by<TransportException>([&] { (void)TypeParam::get(this->api(), this->request); }).what(),
                 "no end");
    this->transport->respond([](const auto&, const auto&) -> HttpResponse { throw std::out_of_range{"mine"}; });
    EXPECT_STREQ(thrown_by<std::out_of_range>([&] { (void)TypeParam::get(this->api(), this->request); }).what(),
                 "mine");
}

TYPED_TEST(Calls, decode_no_success_but_200) {
    for (const int status : {201, 202, 203, 204, 206, 299}) {
        this->transport->reply(status, one_row);
        const auto e =
            thrown_by<UnexpectedResponseException>([&] { (void)TypeParam::get(this->api(), this->request); });
        EXPECT_EQ(e.where(), "status");
        EXPECT_EQ(e.status(), status);
        EXPECT_EQ(e.body(), one_row);
    }
}

TYPED_TEST(Calls, say_where_an_answer_breaks_the_contract) {
    this->transport->reply(200, R"({"data":[{"value":"a","plays":"1"}]})");
    const auto e = thrown_by<UnexpectedResponseException>([&] { (void)TypeParam::get(this->api(), this->request); });
    EXPECT_STREQ(e.what(), "unexpected answer (200) at /data/0/plays: expected an integer, found a string");
}

TYPED_TEST(Calls, answer_from_copies_when_what_they_were_made_with_is_gone) {
    this->transport->reply(200, one_row);
    auto original = std::make_unique<AnalyticsApi>(this->api());
    const AnalyticsApi copy = *original;
    original.reset();
    EXPECT_EQ(TypeParam::get(copy, this->request).data.size(), 1u);
}

TYPED_TEST(Calls, are_made_from_many_threads_at_once) {
    this->transport->respond_always([](const auto&, const auto&) { return HttpResponse{200, {}, {}, one_row}; });
    const AnalyticsApi api = this->api();
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i)
        threads.emplace_back([&] {
            for (int n = 0; n < 20; ++n) EXPECT_EQ(TypeParam::get(api, this->request).data.size(), 1u);
        });
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(this->transport->requests().size(), 160u);
}

TYPED_TEST(Calls, give_their_result_through_a_future) {
    this->transport->reply(200, one_row);
    EXPECT_EQ(TypeParam::get_async(this->api(), this->request).get().data, (std::vector<AnalyticsData>{{"a", 1}}));
    EXPECT_EQ(this->transport->requests().front().url,
              std::string{"https://ws.api.video"} + TypeParam::path + "?from=2023-06-01&dimension=browser");
}

TYPED_TEST(Calls, throw_through_their_future_with_the_type_kept) {
    this->transport->reply(404, R"({"title":"T"})");
    auto later = TypeParam::get_async(this->api(), this->request);
    EXPECT_STREQ(thrown_by<NotFoundException>([&] { (void)later.get(); }).what(), "404 T");
    this->transport->fail(TransportFailure::resolve);
    later = TypeParam::get_async(this->api(), this->request);
    EXPECT_EQ(thrown_by<TransportException>([&] { (void)later.get(); }).failure(), TransportFailure::resolve);
}

TYPED_TEST(Calls, run_elsewhere_with_a_copy_of_the_request_and_of_the_api) {
    std::promise<void> go;
    std::thread::id ran_in;
    this->transport->respond([&, gone = go.get_future().share()](const auto&, const auto&) {
        gone.wait();
        ran_in = std::this_thread::get_id();
        return HttpResponse{200, {}, {}, one_row};
    });
    auto api = std::make_unique<AnalyticsApi>(this->api());
    auto original = std::make_unique<typename TypeParam::Request>(this->request);
    original->filter = typename TypeParam::Id{"an id that is longer than fits into a string itself"};
    auto later = TypeParam::get_async(*api, *original);
    api.reset();
    original.reset();
    go.set_value();
    EXPECT_EQ(later.get().data.size(), 1u);
    EXPECT_NE(ran_in, std::this_thread::get_id());
    EXPECT_NE(this->transport->requests().front().url.find("fits%20into"), std::string::npos);
}

TYPED_TEST(Calls, count_the_time_of_a_future_from_the_call) {
    this->transport->reply(200, one_row);
    CallOptions options;
    options.timeout = std::chrono::hours{1};
    const auto before = steady_clock::now();
    auto later = TypeParam::get_async(this->api(), this->request, options);
    const auto after = steady_clock::now();
    (void)later.get();
    EXPECT_GE(this->transport->contexts().front().deadline, before + *options.timeout);
    EXPECT_LE(this->transport->contexts().front().deadline, after + *options.timeout);
}

TYPED_TEST(Calls, end_before_the_future_that_is_dropped) {
    bool ended = false;
    const CancellationSource source;
    std::promise<void> sent;
    std::promise<void> cancelled;
    const CancellationRegistration registration = source.token().on_cancel([&] { cancelled.set_value(); });
    this->transport->respond([&](const auto&, const auto&) -> HttpResponse {
        sent.set_value();
        cancelled.get_future().wait();
        ended = true;
        throw TransportException{TransportFailure::cancelled, "cancelled"};
    });
    CallOptions options;
    options.cancellation = source.token();
    {
        const auto dropped = TypeParam::get_async(this->api(), this->request, options);
        sent.get_future().wait();
        source.cancel();
    }
    EXPECT_TRUE(ended);
}

TYPED_TEST(Calls, are_not_sent_when_they_were_cancelled_before_whatever_the_transport) {
    const CancellationSource source;
    source.cancel();
    CallOptions options;
    options.cancellation = source.token();
    const auto failure = [&](auto&& call) { return thrown_by<TransportException>(call).failure(); };
    EXPECT_EQ(failure([&] { (void)TypeParam::get(this->api(), this->request, options); }), TransportFailure::cancelled);
    EXPECT_EQ(failure([&] { (void)TypeParam::get_async(this->api(), this->request, options).get(); }),
              TransportFailure::cancelled);
    EXPECT_TRUE(this->transport->requests().empty());
}

TEST(AnalyticsApis, are_not_made_of_what_cannot_be_used) {
    const auto transport = std::make_shared<FakeTransport>();
    const auto field = [](auto&&... arguments) {
        return thrown_by<InvalidRequestException>([&] { (void)AnalyticsApi{arguments...}; }).field();
    };
    EXPECT_EQ(field(std::shared_ptr<HttpTransport>{}, std::string{"https://ws.api.video"}), "transport");
    EXPECT_EQ(field(transport, std::string{"ws.api.video"}), "base_url");
    EXPECT_EQ(field(transport, std::string{"https://user@ws.api.video"}), "base_url");
    EXPECT_EQ(field(transport, std::string{"https://ws.api.video"}, milliseconds{0}), "timeout");
    EXPECT_EQ(field(transport, std::string{"https://ws.api.video"}, milliseconds{-1}), "timeout");
}

TEST(AnalyticsApis, refuse_a_base_url_that_the_environment_does_not_have) {
    const auto transport = std::make_shared<FakeTransport>();
    const char* const unset = nullptr;
    const auto e = thrown_by<InvalidRequestException>([&] { (void)AnalyticsApi{transport, unset}; });
    EXPECT_EQ(e.field(), "base_url");
    EXPECT_STREQ(e.what(), "base_url: is null, as std::getenv gives it for a variable that is not set");
    EXPECT_EQ(thrown_by<InvalidRequestException>([&] { (void)AnalyticsApi{transport, {}}; }).field(), "base_url");
}

}  // namespace
}  // namespace apivideo
