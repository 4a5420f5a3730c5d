// SPDX-License-Identifier: MIT
// Tests of the demo server against the service's documentation: each error body, in full, for its condition.
#include "test_support/demo_service.hpp"

#include "test_support/demo_service_fixture.hpp"

namespace apivideo::detail {
namespace {

struct Case {
    const char* query;
    const char* fixture;
};

TEST_F(DemoServiceTest, words_every_invalid_parameter_of_videos_as_documented) {
    for (const Case& c : {
             Case{"from=2023-06-10", "documented/missing_dimension"},
             Case{"from=06/10/2023&dimension=country", "documented/invalid_from"},
             Case{"from=2023-06-10&dimension=liveStreamId", "documented/videos_dimension"},
             Case{"from=2023-06-10&dimension=planet", "documented/videos_dimension"},
             Case{"from=2023-06-10&dimension=country&filter=country:france", "documented/videos_filter_structure"},
             Case{"from=2023-06-10&dimension=country&filter=videoId:viNone", "documented/videos_filter_unknown"},
         })
        expect_answer(videos(c.query), c.fixture);
}

TEST_F(DemoServiceTest, words_every_invalid_parameter_of_live_streams_as_documented) {
    for (const Case& c : {
             Case{"from=2023-06-10", "documented/missing_dimension"},
             Case{"from=tomorrow&dimension=country", "documented/invalid_from"},
             Case{"from=2023-06-10&dimension=videoId", "documented/live_streams_dimension"},
             Case{"from=2023-06-10&dimension=planet", "documented/live_streams_dimension"},
             Case{"from=2023-06-10&dimension=country&filter=li3q7HxhApxRF1c8F8r6VeaI",
                  "documented/live_streams_filter_structure"},
             Case{"from=2023-06-10&dimension=country&filter=liveStreamId:liNone",
                  "documented/live_streams_filter_unknown"},
         })
        expect_answer(live_streams(c.query), c.fixture);
}

TEST_F(DemoServiceTest, words_what_is_documented_in_prose_only_in_the_same_style) {
    for (const Case& c : {
             Case{"dimension=country", "in_style/missing_from"},
             Case{"from=2023-06-10&to=null&dimension=country", "in_style/invalid_to"},
             Case{"from=2023-05-20&dimension=country", "in_style/from_not_within_30_days"},
             Case{"from=2023-06-10&to=2023-05-20&dimension=country", "in_style/to_not_within_30_days"},
             Case{"from=2023-06-10&to=2023-06-09&dimension=country", "in_style/from_after_to"},
             Case{"from=2023-06-10&dimension=country&currentPage=x", "in_style/current_page_not_a_number"},
             Case{"from=2023-06-10&dimension=country&currentPage=0", "in_style/current_page_below_one"},
             Case{"from=2023-06-10&dimension=country&pageSize=x", "in_style/page_size_not_a_number"},
             Case{"from=2023-06-10&dimension=country&pageSize=101", "in_style/page_size_out_of_range"},
         }) {
        expect_answer(videos(c.query), c.fixture);
        expect_answer(live_streams(c.query), c.fixture);
    }
}

TEST_F(DemoServiceTest, words_refused_authorization_as_documented) {
    expect_answer(videos(good, std::nullopt), "documented/unauthorized_missing_header");
    expect_answer(videos(good, "Digest username=demo"), "documented/unauthorized_invalid_header");
    expect_answer(videos(good, "Basic d3Jvbmc6"), "documented/unauthorized_api_key");
    expect_answer(videos(good, "Bearer none-of-ours"), "documented/unauthorized_access_token");
}

TEST_F(DemoServiceTest, words_a_refused_login_as_documented) {
    expect_answer(post("/auth/api-key", R"({"apiKey":"wrong"})"), "documented/wrong_credentials");
    expect_answer(post("/auth/refresh", R"({"refreshToken":"wrong"})"), "documented/wrong_credentials");
}

TEST_F(DemoServiceTest, names_the_member_that_a_login_lacks) {
    for (const char* body : {"", "{}", "[]", "null", "\"apiKey\"", "{\"apiKey\":", R"({"apiKey":7})"})
        expect_answer(post("/auth/api-key", body), "in_style/missing_api_key");
    expect_answer(post("/auth/refresh", R"({"apiKey":"demo-key"})"), "in_style/missing_refresh_token");
}

TEST_F(DemoServiceTest, words_disabled_analytics_as_documented) {
    options.analytics_enabled = false;
    expect_answer(videos(), "documented/analytics_disabled");
    expect_answer(live_streams(), "documented/analytics_disabled");
    expect_answer(videos("", "Bearer x"), "documented/unauthorized_access_token");
}

TEST_F(DemoServiceTest, words_an_unknown_path_as_documented) {
    for (const char* path :
         {"/", "", "/analytics/videos/plays/", "/analytics/plays", "/auth", "/Analytics/videos/plays"})
        expect_answer(service().answer({"GET", path, good, basic, ""}, now), "documented/endpoint_not_found");
}

TEST_F(DemoServiceTest, words_a_used_up_limit_as_documented) {
    options.rate_limit = 1;
    (void)videos();
    expect_answer(videos(), "documented/too_many_requests");
    expect_answer(live_streams(""), "documented/too_many_requests");
}

TEST_F(DemoServiceTest, says_which_method_a_path_takes) {
    for (const char* method : {"POST", "HEAD", "DELETE"}) {
        const DemoReply reply = service().answer({method, "/analytics/videos/plays", good, basic, ""}, now);
        expect_answer(reply, "in_style/method_not_allowed");
        EXPECT_EQ(reply.answer.allow, "GET");
    }
    const DemoReply reply = service().answer({"GET", "/auth/api-key", "", basic, ""}, now);
    expect_answer(reply, "in_style/method_not_allowed");
    EXPECT_EQ(reply.answer.allow, "POST");
}

}  // namespace
}  // namespace apivideo::detail
