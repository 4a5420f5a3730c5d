// SPDX-License-Identifier: MIT
// The standard pipeline as the client assembles it: how its parts work together.
#include <apivideo/apivideo.hpp>
#include <apivideo/test_support/fake_transport.hpp>

#include "call/call_context.hpp"
#include "pipeline/fake_clock.hpp"
#include "pipeline/wrappers.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <cstdint>
#include <future>
#include <map>
#include <memory>
#include <mutex>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace apivideo {
namespace {

using std::chrono::milliseconds;
using test_support::FakeTransport;

constexpr const char* page = R"({"data":[{"value":"france","plays":7}],"pagination":{"links":[]}})";

VideosPlaysRequest by_country() { return {date::year{2023} / 6 / 1, VideosDimension::country}; }

struct StandardStack : ::testing::Test {
    std::shared_ptr<FakeTransport> fake = std::make_shared<FakeTransport>();
    ClientOptions options;

    void SetUp() override {
        options.transport = fake;
        options.retry.first_delay = milliseconds{1};
        options.retry.max_delay = milliseconds{1};
    }
    [[nodiscard]] AnalyticsApi api() const { return AnalyticsApi{AuthenticatedApiClient{"the-api-key", options}}; }
};

TEST_F(StandardStack, logs_in_calls_and_says_who_it_is_on_both) {
    fake->reply(200, R"({"access_token":"token"})");
    fake->reply(200, page);
    options.base_url = "https://a.example/v1/";
    options.application = NameAndVersion{"my-app", "1.0"};
    EXPECT_EQ(api().get_videos_plays(by_country()).data.at(0).plays, 7);
    const std::vector<HttpRequest> requests = fake->requests();
    ASSERT_EQ(requests.size(), 2u);
    EXPECT_EQ(requests[0].url, "https://a.example/v1/auth/api-key");
    EXPECT_EQ(requests[1].url, "https://a.example/v1/analytics/videos/plays?from=2023-06-01&dimension=country");
    EXPECT_EQ(requests[1].headers.get("Authorization"), "Bearer token");
    for (const HttpRequest& request : requests) {
        EXPECT_TRUE(request.headers.get("User-Agent"));
        EXPECT_EQ(request.headers.get("AV-Origin-App"), "my-app:1.0");
    }
}

TEST_F(StandardStack, outlived_by_its_api) {
    fake->reply(200, R"({"access_token":"token"})");
    fake->reply(200, page);
    const AnalyticsApi outliving = api();
    EXPECT_EQ(outliving.get_videos_plays(by_country()).data.size(), 1u);
}

TEST_F(StandardStack, repeats_a_login_that_failed_in_passing) {
    fake->reply(503, "");
    fake->reply(200, R"({"access_token":"token"})");
    fake->reply(500, "");
    fake->reply(200, page);
    EXPECT_EQ(api().get_videos_plays(by_country()).data.size(), 1u);
}

TEST_F(StandardStack, reports_a_refused_key) {
    fake->reply(400, R"({"title":"The user credentials were incorrect.","status":400})");
    EXPECT_THROW((void)api().get_videos_plays(by_country()), UnauthorizedException);
    EXPECT_EQ(fake->requests().size(), 1u);
}

TEST_F(StandardStack, gives_a_429_at_once_where_the_wait_does_not_fit) {
    options.authentication = Authentication::basic;
    fake->reply(429, R"({"title":"Too many requests."})", {{"X-RateLimit-Retry-After", "3600"}});
    try {
        (void)api().get_videos_plays(by_country());
        FAIL();
    } catch (const TooManyRequestsException& e) {
        EXPECT_EQ(e.retry_after(), std::chrono::seconds{3600});
    }
    EXPECT_EQ(fake->requests().size(), 1u);
}

TEST_F(StandardStack, observes_logins_and_attempts_without_a_word_of_key_or_token) {
    std::ostringstream log;
    options.observer = log_to(log);
    fake->reply(200, R"({"access_token":"the-token"})");
    fake->reply(500, "the-token");
    fake->reply(200, page,
                {{"X-RateLimit-Limit", "100"}, {"X-RateLimit-Remaining", "41"}, {"X-RateLimit-Retry-After", "1"}});
    (void)api().get_videos_plays(by_country());
    std::istringstream lines{log.str()};
    std::vector<std::string> seen;
    for (std::string line; std::getline(lines, line);) seen.push_back(line);
    ASSERT_EQ(seen.size(), 3u);
    EXPECT_EQ(seen[0].rfind("POST https://ws.api.video/auth/api-key -> 200 in ", 0), 0u);
    EXPECT_NE(seen[1].find("dimension=country -> 500 in "), std::string::npos);
    EXPECT_NE(seen[2].find(" ms, attempt 2, 41 of 100 left"), std::string::npos);
    EXPECT_EQ(log.str().find("the-"), std::string::npos);
}

TEST(StandardPipeline, waits_for_the_next_window_within_the_default_timeout) {
    detail::FakeClock clock;
    auto fake = std::make_shared<FakeTransport>();
    const auto began = clock.now();
    std::map<std::int64_t, int> left_in;
    fake->respond_always([&](const HttpRequest&, const CallContext&) {
        constexpr std::int64_t minute = 60;
        const std::int64_t seconds = std::chrono::duration_cast<std::chrono::seconds>(clock.now() - began).count();
        int& left = left_in.try_emplace(seconds / minute, 4).first->second;
        if (left == 0) return HttpResponse{429, {}, {}, {}};
        return HttpResponse{200,
                            {},
                            {{"X-RateLimit-Limit", "4"},
                             {"X-RateLimit-Remaining", std::to_string(--left)},
                             {"X-RateLimit-Retry-After", std::to_string(minute - seconds % minute)}},
                            {}};
    });
    ClientOptions options;
    options.authentication = Authentication::basic;
    std::vector<RequestWait> waits;
    options.observer = [&](const RequestEvent& event) {
        if (event.wait) waits.push_back(*event.wait);
    };
    const auto pipeline = detail::make_pipeline(fake, "key", "https://ws.api.video", options, clock.moved_by_waiting(),
                                                [] { return 0.5; });
    for (int call = 1; call <= 6; ++call) {
        const CallContext context = detail::call_context({}, default_timeout, clock.now());
        EXPECT_EQ(pipeline->send(HttpRequest{"GET", "https://ws.api.video/x", {}, {}}, context).status, 200) << call;
    }
    EXPECT_EQ(waits, (std::vector<RequestWait>{{WaitReason::rate_limit, std::chrono::seconds{61}}}));
    EXPECT_EQ(clock.now() - began, std::chrono::seconds{61});
}

TEST_F(StandardStack, two_hundred_calls_from_sixteen_threads_make_one_login) {
    std::atomic<int> logins{0};
    fake->respond_always([&](const HttpRequest& request, const CallContext&) {
        if (request.method == "GET") return HttpResponse{200, {}, {}, page};
        ++logins;
        return HttpResponse{200, {}, {}, R"({"access_token":"token","expires_in":3600})"};
    });
    const AnalyticsApi shared = api();
    std::atomic<int> begun{0};
    std::atomic<int> rows{0};
    std::vector<std::future<void>> threads;
    for (int i = 0; i < 16; ++i) {
        threads.push_back(std::async(std::launch::async, [&] {
            while (begun++ < 200) rows += static_cast<int>(shared.get_videos_plays(by_country()).data.size());
        }));
    }
    for (auto& thread : threads) thread.get();
    EXPECT_EQ(rows, 200);
    EXPECT_EQ(logins, 1);
}

TEST_F(StandardStack, wrapped_above_sees_calls_and_below_sees_attempts) {
    struct Counting final : HttpTransport {
        explicit Counting(std::shared_ptr<HttpTransport> wrapped) : inner{std::move(wrapped)} {}
        HttpResponse send(const HttpRequest& request, const CallContext& context) override {
            ++count;
            return inner->send(request, context);
        }
        std::shared_ptr<HttpTransport> inner;
        std::atomic<int> count{0};
    };
    auto below = std::make_shared<Counting>(fake);
    options.transport = below;
    options.authentication = Authentication::basic;
    fake->reply(503, "");
    fake->reply(200, page);
    const AuthenticatedApiClient client{"the-api-key", options};
    auto above = std::make_shared<Counting>(client.transport());
    (void)AnalyticsApi{above, client.base_url()}.get_videos_plays(by_country());
    EXPECT_EQ(above->count, 1);
    EXPECT_EQ(below->count, 2);
}

}  // namespace
}  // namespace apivideo
