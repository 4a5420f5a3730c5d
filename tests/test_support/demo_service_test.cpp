// SPDX-License-Identifier: MIT
// Tests of the demo server's answers: who is let in, what counts, and what is answered.
#include "test_support/demo_service.hpp"

#include "test_support/demo_service_fixture.hpp"

#include <set>

namespace apivideo::detail {
namespace {

using nlohmann::json;
using std::chrono::seconds;

TEST_F(DemoServiceTest, answers_the_plays_of_videos_and_of_live_streams) {
    const DemoReply of_videos = videos("from=2023-06-10&dimension=videoId");
    ASSERT_EQ(of_videos.answer.status, 200);
    EXPECT_EQ(json::parse(of_videos.answer.body).at("pagination").at("itemsTotal"), 60);
    const DemoReply of_live_streams = live_streams("from=2023-06-10&dimension=liveStreamId");
    ASSERT_EQ(of_live_streams.answer.status, 200);
    EXPECT_EQ(json::parse(of_live_streams.answer.body).at("pagination").at("itemsTotal"), 40);
}

TEST_F(DemoServiceTest, answers_up_to_its_day_without_it_where_no_end_is_given) {
    EXPECT_EQ(json::parse(videos("from=2023-06-10&dimension=country").answer.body).at("data"),
              json::parse(videos("from=2023-06-10&to=2023-06-20&dimension=country").answer.body).at("data"));
    const json by_day = json::parse(videos("from=2023-06-10&dimension=emittedAt").answer.body).at("data");
    EXPECT_EQ(by_day.size(), 10u);
    EXPECT_EQ(by_day.back().at("value"), "2023-06-19T00:00:00.000Z");
}

TEST_F(DemoServiceTest, gives_every_row_once_to_a_walk_over_the_pages) {
    for (const int size : {1, 7, 25, 60, 100}) {
        std::set<std::string> values;
        std::int64_t rows = 0;
        std::int64_t pages = 1;
        for (std::int64_t page = 1; page <= pages; ++page) {
            const json answer = json::parse(
                videos(std::string{good} + "&pageSize=" + std::to_string(size) + "&currentPage=" + std::to_string(page))
                    .answer.body);
            pages = answer.at("pagination").at("pagesTotal");
            for (const json& row : answer.at("data")) values.insert(row.at("value")), ++rows;
        }
        EXPECT_EQ(values.size(), 60u) << size;
        EXPECT_EQ(rows, 60) << size;
    }
}

TEST_F(DemoServiceTest, can_be_walked_by_number) {
    std::set<std::string> values;
    std::int64_t total = 0;
    std::int64_t pages = 1;
    for (std::int64_t page = 1; page <= pages; ++page) {
        const json answer = json::parse(videos(std::string{good} + "&pageSize=7&currentPage=" + std::to_string(page) +
                                               "&filter=videoId:vi3q7HxhApxRF1c8F8r6VeaI")
                                            .answer.body);
        pages = answer.at("pagination").at("pagesTotal");
        total = answer.at("pagination").at("itemsTotal");
        for (const json& row : answer.at("data")) values.insert(row.at("value"));
    }
    EXPECT_EQ(static_cast<std::int64_t>(values.size()), total);
    EXPECT_EQ(pages, (total + 6) / 7);
    EXPECT_GT(pages, 1);
}

TEST_F(DemoServiceTest, has_links_that_cannot_be_followed_as_the_service_has) {
    const json answer = json::parse(videos(std::string{good} + "&pageSize=7").answer.body);
    int links = 0;
    for (const json& link : answer.at("pagination").at("links")) {
        const std::string uri = link.at("uri");
        EXPECT_EQ(uri.find("from="), std::string::npos) << uri;
        EXPECT_EQ(videos(uri.substr(uri.find('?') + 1)).answer.status, 400) << uri;
        ++links;
    }
    EXPECT_GT(links, 3);
}

TEST_F(DemoServiceTest, gives_tokens_for_its_key) {
    const DemoReply reply = post("/auth/api-key", R"({"apiKey":"demo-key"})");
    EXPECT_EQ(reply.answer.status, 200);
    const json token = json::parse(reply.answer.body);
    EXPECT_EQ(token.at("token_type"), "Bearer");
    EXPECT_EQ(token.at("expires_in"), 3600);
    EXPECT_EQ(token.size(), 4u);
    EXPECT_EQ(reply.answer.body.find("demo-key"), std::string::npos);
    EXPECT_EQ(videos(good, "Bearer " + token.at("access_token").get<std::string>()).answer.status, 200);
}

TEST_F(DemoServiceTest, takes_a_token_until_it_expires) {
    options.token_lifetime = seconds{30};
    const std::string bearer = "bearer " + log_in().at("access_token").get<std::string>();
    now += seconds{29};
    EXPECT_EQ(videos(good, bearer).answer.status, 200);
    now += seconds{1};
    EXPECT_EQ(videos(good, bearer).answer.status, 401);
}

TEST_F(DemoServiceTest, renews_a_token_once_by_its_refresh_token) {
    const std::string body = json{{"refreshToken", log_in().at("refresh_token")}}.dump();
    const DemoReply renewed = post("/auth/refresh", body);
    ASSERT_EQ(renewed.answer.status, 200);
    const json token = json::parse(renewed.answer.body);
    EXPECT_EQ(videos(good, "Bearer " + token.at("access_token").get<std::string>()).answer.status, 200);
    EXPECT_EQ(post("/auth/refresh", body).answer.status, 400);
    EXPECT_EQ(post("/auth/refresh", json{{"refreshToken", token.at("refresh_token")}}.dump()).answer.status, 200);
}

TEST_F(DemoServiceTest, takes_its_key_only_whole_and_without_a_password) {
    for (const char* wrong : {"Basic ZGVtby1rZXk6cGFzc3dvcmQ=", "Basic ZGVtby1rZTo=", "Basic OmRlbW8ta2V5"})
        EXPECT_EQ(videos(good, wrong).answer.status, 401) << wrong;
    EXPECT_EQ(videos(good, "bAsIc ZGVtby1rZXk6").answer.status, 200);
}

TEST_F(DemoServiceTest, counts_calls_and_refuses_those_over_the_limit_until_the_window_ends) {
    options.rate_limit = 2;
    EXPECT_EQ(videos().rate_limit.remaining, 1);
    EXPECT_EQ(live_streams().rate_limit.remaining, 0);
    now += seconds{10};
    const DemoReply refused = videos();
    EXPECT_EQ(refused.answer.status, 429);
    EXPECT_EQ(refused.rate_limit.limit, 2);
    EXPECT_EQ(refused.rate_limit.remaining, 0);
    EXPECT_EQ(refused.rate_limit.retry_after, seconds{50});
    now += refused.rate_limit.retry_after;
    EXPECT_EQ(videos().answer.status, 200);
}

TEST_F(DemoServiceTest, counts_invalid_calls_but_none_without_authorization_and_no_logins) {
    options.rate_limit = 10;
    EXPECT_EQ(videos("").rate_limit.remaining, 9);
    EXPECT_EQ(videos(good, std::nullopt).rate_limit.remaining, 9);
    EXPECT_EQ(post("/auth/api-key", R"({"apiKey":"demo-key"})").rate_limit.remaining, 9);
    EXPECT_EQ(post("/auth/api-key", "").rate_limit.remaining, 9);
    EXPECT_EQ(post("/elsewhere", "").rate_limit.remaining, 9);
}

TEST_F(DemoServiceTest, tells_the_rate_limit_with_every_answer) {
    options.rate_limit = 10;
    (void)videos();
    now += seconds{15};
    for (const DemoReply& reply : {post("/auth/api-key", R"({"apiKey":"demo-key"})"), post("/auth/refresh", "{}"),
                                   post("/elsewhere", ""), videos(good, "Bearer x")}) {
        EXPECT_EQ(reply.rate_limit.limit, 10);
        EXPECT_EQ(reply.rate_limit.remaining, 9);
        EXPECT_EQ(reply.rate_limit.retry_after, seconds{45});
    }
}

TEST_F(DemoServiceTest, still_logs_in_when_the_limit_is_used_up) {
    options.rate_limit = 1;
    (void)videos();
    EXPECT_EQ(videos().answer.status, 429);
    EXPECT_EQ(post("/auth/api-key", R"({"apiKey":"demo-key"})").answer.status, 200);
}

}  // namespace
}  // namespace apivideo::detail
