// SPDX-License-Identifier: MIT
// Tests of the front door: what it refuses, and how the stack that it assembles works together.
#include <apivideo/apivideo.hpp>
#include <apivideo/testing/fake_transport.hpp>

#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <memory>
#include <mutex>
#include <sstream>
#include <string>
#include <vector>

namespace apivideo {
namespace {

using std::chrono::milliseconds;
using testing::FakeTransport;

constexpr const char* page = R"({"data":[{"value":"france","plays":7}],"pagination":{"links":[]}})";

VideosPlaysRequest by_country() { return {date::year{2023} / 6 / 1, VideosDimension::country}; }

std::string refused_field(const std::string& api_key, const ClientOptions& options) {
    try {
        const AuthenticatedApiClient client{api_key, options};
        return "nothing";
    } catch (const InvalidRequestException& e) {
        EXPECT_EQ(std::string{e.what()}.find("secret"), std::string::npos);
        return e.field();
    }
}

ClientOptions with_base_url(const std::string& base_url) {
    ClientOptions options;
    options.base_url = base_url;
    return options;
}

TEST(AuthenticatedApiClient, refuses_keys_that_no_header_can_carry) {
    for (const char* key : {"", "secret key", "secret\r\nX: y", "secret\n", "secret\t",
                            "s\xc3\xa9"
                            "cret",
                            "secret\x7f"})
        EXPECT_EQ(refused_field(key, {}), "api_key") << key;
}

TEST(AuthenticatedApiClient, refuses_a_key_with_a_colon_for_basic_authentication_only) {
    ClientOptions options;
    EXPECT_EQ(refused_field("secret:key", options), "nothing");
    options.authentication = Authentication::basic;
    EXPECT_EQ(refused_field("secret:key", options), "api_key");
}

TEST(AuthenticatedApiClient, refuses_base_urls_that_cannot_be_or_are_not_safe) {
    for (const char* url : {"", "ws.api.video", "ftp://ws.api.video", "https://", "https://user:secret@ws.api.video",
                            "https://a.example?x=1", "https://a.example#x", "https://a.example/a b",
                            "http://ws.api.video", "http://127.0.0.1.evil.example", "http://localhost.evil.example",
                            "http://10.0.0.1", "https://a.example:0", "https://a.example:65536"})
        EXPECT_EQ(refused_field("key", with_base_url(url)), "base_url") << url;
}

TEST(AuthenticatedApiClient, takes_plain_http_on_this_machine_and_where_it_is_allowed) {
    for (const char* url :
         {"http://127.0.0.1:8080", "http://127.8.9.10", "http://localhost", "http://LOCALHOST:1", "http://[::1]:80"})
        EXPECT_EQ(refused_field("key", with_base_url(url)), "nothing") << url;
    ClientOptions options = with_base_url("http://ws.example");
    options.allow_plain_http = true;
    EXPECT_EQ(refused_field("key", options), "nothing");
}

TEST(AuthenticatedApiClient, refuses_options_that_make_no_sense) {
    ClientOptions options;
    options.timeout = milliseconds{0};
    EXPECT_EQ(refused_field("key", options), "timeout");
    options = {};
    options.retry.max_attempts = 0;
    EXPECT_EQ(refused_field("key", options), "retry");
    options = {};
    options.authentication = Authentication{};
    EXPECT_EQ(refused_field("key", options), "authentication");
    options = {};
    options.application = NameAndVersion{"a b", "1"};
    EXPECT_EQ(refused_field("key", options), "application");
    options = {};
    options.sdk = NameAndVersion{"a", ""};
    EXPECT_EQ(refused_field("key", options), "sdk");
}

TEST(AuthenticatedApiClient, has_a_base_url_without_a_slash_at_its_end) {
    EXPECT_EQ(AuthenticatedApiClient{"key"}.base_url(), "https://ws.api.video");
    EXPECT_EQ((AuthenticatedApiClient{"key", with_base_url("https://a.example/v1//")}.base_url()),
              "https://a.example/v1");
}

struct Client : ::testing::Test {
    std::shared_ptr<FakeTransport> fake = std::make_shared<FakeTransport>();
    ClientOptions options;

    void SetUp() override {
        options.transport = fake;
        options.retry.first_delay = milliseconds{1};
        options.retry.max_delay = milliseconds{1};
    }
    [[nodiscard]] AnalyticsApi api() const { return AnalyticsApi{AuthenticatedApiClient{"the-api-key", options}}; }
};

TEST_F(Client, logs_in_calls_and_says_who_it_is_on_both) {
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

TEST_F(Client, outlived_by_its_api) {
    fake->reply(200, R"({"access_token":"token"})");
    fake->reply(200, page);
    const AnalyticsApi outliving = api();
    EXPECT_EQ(outliving.get_videos_plays(by_country()).data.size(), 1u);
}

TEST_F(Client, repeats_a_login_that_failed_in_passing) {
    fake->reply(503, "");
    fake->reply(200, R"({"access_token":"token"})");
    fake->reply(500, "");
    fake->reply(200, page);
    EXPECT_EQ(api().get_videos_plays(by_country()).data.size(), 1u);
}

TEST_F(Client, reports_a_refused_key) {
    fake->reply(400, R"({"title":"The user credentials were incorrect.","status":400})");
    EXPECT_THROW((void)api().get_videos_plays(by_country()), UnauthorizedException);
    EXPECT_EQ(fake->requests().size(), 1u);
}

TEST_F(Client, gives_a_429_at_once_where_the_wait_does_not_fit) {
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

TEST_F(Client, observes_logins_and_attempts_without_a_word_of_key_or_token) {
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

TEST_F(Client, two_hundred_calls_from_sixteen_threads_make_one_login) {
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

TEST_F(Client, wrapped_above_sees_calls_and_below_sees_attempts) {
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
