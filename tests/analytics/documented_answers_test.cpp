// SPDX-License-Identifier: MIT
// Answers like each that the service documents, quirks included, field by field.
#include <apivideo/errors.hpp>
#include <apivideo/test_support/fake_transport.hpp>

#include <gtest/gtest.h>

#include "analytics/documented.hpp"
#include "analytics/endpoints.hpp"
#include "support/thrown.hpp"

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace apivideo {
namespace {

using date::literals::operator""_y;
using std::chrono::hours;
using std::chrono::seconds;
using test_support::documentation;
using test_support::FakeTransport;
using test_support::fixture;
using test_support::headers;
using test_support::LiveStreams;
using test_support::rate_limit;
using test_support::thrown_by;
using test_support::Videos;

template <class Endpoint>
AnalyticsPlaysResponse answer_to(const HttpResponse& response) {
    const auto transport = std::make_shared<FakeTransport>();
    transport->reply(response);
    const AnalyticsApi api{transport, "https://ws.api.video"};
    return Endpoint::get(api, {2023_y / 6 / 1, Endpoint::own_dimension, {}, {}, {}, {}});
}

template <class Endpoint>
void expect_page(const std::string& name, const std::vector<AnalyticsData>& data, const Pagination& pagination) {
    const HttpResponse response{200, "OK", headers, fixture(name)};
    const AnalyticsPlaysResponse read = answer_to<Endpoint>(response);
    EXPECT_EQ(read.data, data);
    EXPECT_EQ(read.pagination.items_total, pagination.items_total);
    EXPECT_EQ(read.pagination.pages_total, pagination.pages_total);
    EXPECT_EQ(read.pagination.page_size, pagination.page_size);
    EXPECT_EQ(read.pagination.current_page, pagination.current_page);
    EXPECT_EQ(read.pagination.current_page_items, pagination.current_page_items);
    EXPECT_EQ(read.pagination.links, pagination.links);
    EXPECT_EQ(read.rate_limit, rate_limit);
    EXPECT_EQ(read.http, response);
    EXPECT_EQ(read.pagination, pagination);
}

TEST(DocumentedAnswers, videos_by_video_id) {
    const std::string uri = "/analytics/videos/plays?dimension=videoId&currentPage=1&pageSize=25";
    expect_page<Videos>(
        "videos_200_video_id",
        {{"vi4kBr0wnF0xJumps0verDog", 412}, {"vi4kBr0wnF0xJumps0verCat", 37}, {"vi4kBr0wnF0xJumps0verOwl", 2}},
        {3, 1, 25, 1, 3, {{"self", uri}, {"first", uri}, {"last", uri}}});
}

TEST(DocumentedAnswers, videos_by_country_whose_count_of_rows_lies) {
    const std::string page_1 = "/analytics/videos/plays?dimension=country&currentPage=1&pageSize=2";
    const std::string page_2 = "/analytics/videos/plays?dimension=country&currentPage=2&pageSize=1";
    expect_page<Videos>("videos_200_country",
                        {{"portugal", 951}, {"new zealand", 48}, {"c\xc3\xb4te d\xe2\x80\x99ivoire", 6}},
                        {3, 2, 2, 1, 2, {{"self", page_1}, {"first", page_1}, {"next", page_2}, {"last", page_2}}});
}

TEST(DocumentedAnswers, videos_by_time_whose_links_name_another_dimension) {
    const std::string uri =
        "/analytics/videos/plays?dimension=videoId&filter=videoId:vi4kBr0wnF0xJumps0verDog&currentPage=1&pageSize=25";
    expect_page<Videos>(
        "videos_200_emitted_at",
        {{"2023-06-09T21:00:00.000Z", 88}, {"2023-06-09T22:00:00.000Z", 19}, {"2023-06-09T23:00:00.000Z", 5}},
        {3, 1, 25, 1, 3, {{"self", uri}, {"first", uri}, {"last", uri}}});
}

TEST(DocumentedAnswers, live_streams_by_id_whose_first_link_is_the_last_and_next_is_missing) {
    const std::string page_1 = "/analytics/live-streams/plays?dimension=liveStreamId&currentPage=1&pageSize=2";
    const std::string page_2 = "/analytics/live-streams/plays?dimension=liveStreamId&currentPage=2&pageSize=1";
    expect_page<LiveStreams>(
        "live_streams_200_live_stream_id",
        {{"li7sLazyD0gSleepsAllDayA", 3056}, {"li7sLazyD0gSleepsAllDayB", 211}, {"li7sLazyD0gSleepsAllDayC", 9}},
        {3, 2, 2, 1, 2, {{"self", page_1}, {"first", page_2}, {"last", page_2}}});
}

TEST(DocumentedAnswers, live_streams_by_country) {
    const std::string page_1 = "/analytics/live-streams/plays?dimension=country&currentPage=1&pageSize=2";
    const std::string page_2 = "/analytics/live-streams/plays?dimension=country&currentPage=2&pageSize=1";
    expect_page<LiveStreams>("live_streams_200_country", {{"iceland", 740}, {"south korea", 65}, {"chile", 4}},
                             {3, 2, 2, 1, 2, {{"self", page_1}, {"first", page_1}, {"last", page_2}}});
}

TEST(DocumentedAnswers, live_streams_by_time) {
    const std::string uri =
        "/analytics/live-streams/plays?dimension=videoId&filter=liveStreamId:li7sLazyD0gSleepsAllDayA"
        "&currentPage=1&pageSize=25";
    expect_page<LiveStreams>(
        "live_streams_200_emitted_at",
        {{"2023-06-08T00:00:00.000Z", 17}, {"2023-06-09T00:00:00.000Z", 230}, {"2023-06-10T00:00:00.000Z", 1}},
        {3, 1, 25, 1, 3, {{"self", uri}, {"first", uri}, {"last", uri}}});
}

TEST(DocumentedAnswers, rows_by_time_say_when) {
    const AnalyticsPlaysResponse read =
        answer_to<Videos>(HttpResponse{200, "OK", headers, fixture("videos_200_emitted_at")});
    EXPECT_EQ(emitted_at(read.data.at(0)), date::sys_days{2023_y / 6 / 9} + hours{21});
    EXPECT_EQ(emitted_at(read.data.at(2)), date::sys_days{2023_y / 6 / 9} + hours{23});
}

TEST(DocumentedAnswers, an_empty_page_may_have_an_array_for_its_pagination) {
    const AnalyticsPlaysResponse read =
        answer_to<Videos>(HttpResponse{200, "OK", {}, R"({"data":[],"pagination":[]})"});
    EXPECT_TRUE(read.data.empty());
    EXPECT_EQ(read.pagination, Pagination{});
    EXPECT_EQ(read.rate_limit, RateLimit{});
}

/// Everything that every error answer has.
template <class Error>
void expect_answer(const Error& e, const HttpResponse& response, const Problem& problem, const std::string& text) {
    EXPECT_EQ(e.status(), response.status);
    EXPECT_EQ(e.reason(), response.reason);
    EXPECT_EQ(e.headers(), response.headers);
    EXPECT_EQ(e.body(), response.body);
    EXPECT_EQ(e.rate_limit(), rate_limit);
    EXPECT_EQ(e.problem(), problem);
    EXPECT_EQ(e.what(), text);
}

struct BadRequestCase {
    const char* name;
    const char* type;
    const char* title;
    std::string detail;
    const char* parameter;
};

template <class Endpoint>
class DocumentedErrors : public ::testing::Test {};
TYPED_TEST_SUITE(DocumentedErrors, test_support::Endpoints, test_support::EndpointNames);

TYPED_TEST(DocumentedErrors, each_400_says_which_parameter_is_wrong_and_what_would_be_right) {
    const std::string id = TypeParam::id_name;
    const std::string word = id == "videoId" ? "video" : "live stream";
    const char* query = "request-invalid-query-parameter";
    const char* title = "A query parameter is invalid.";
    const std::string structure = "This value must be of the following structure(s): " + id + ":{" + id + '}';
    const std::string dimensions = "This value must be part of the following values: emittedAt," + id +
                                   ",country,deviceType,operatingSystem,browser";
    const BadRequestCase cases[] = {
        {"missing_parameter", "invalid-attribute", "An attribute is invalid.", "This value must be of type string.",
         "dimension"},
        {"invalid_parameter", query, title, structure, "filter"},
        {"dimension_not_allowed", query, title, dimensions, "dimension"},
        {"dimension_unknown", query, title, dimensions, "dimension"},
        {"invalid_filter", query, title, structure, "filter"},
        {"unknown_id", query, title, "This value must refer to an existing " + word, "filter"}};
    for (const BadRequestCase& c : cases) {
        const HttpResponse response{400, "Bad Request", headers,
                                    fixture(std::string{TypeParam::name} + "_400_" + c.name)};
        const auto e = thrown_by<BadRequestException>([&] { (void)answer_to<TypeParam>(response); });
        EXPECT_EQ(e.error().type, documentation + c.type);
        EXPECT_EQ(e.error().title, c.title);
        EXPECT_EQ(e.error().status, 400);
        EXPECT_EQ(e.error().detail, c.detail);
        EXPECT_EQ(e.error().name, c.parameter);
        expect_answer(e, response, Problem{documentation + c.type, c.title, 400, c.detail, c.parameter, {}},
                      std::string{"400 "} + c.title + ": " + c.detail + " (" + c.parameter + ')');
    }
}

TYPED_TEST(DocumentedErrors, a_403_has_no_name) {
    const HttpResponse response{403, "Forbidden", headers, fixture("403_analytics_disabled")};
    const auto e = thrown_by<ForbiddenException>([&] { (void)answer_to<TypeParam>(response); });
    const std::string type = documentation + "authorization-disabled-analytics";
    const std::string title = "You cannot get analytics from this project.";
    EXPECT_EQ(e.error().type, type);
    EXPECT_EQ(e.error().title, title);
    EXPECT_EQ(e.error().name, std::nullopt);
    EXPECT_EQ(e.error().status, 403);
    expect_answer(e, response, Problem{type, title, 403, {}, {}, {}}, "403 " + title);
}

TYPED_TEST(DocumentedErrors, a_404_has_nulls_where_its_texts_would_be) {
    const HttpResponse response{404, "Not Found", headers, fixture("404_unknown_endpoint")};
    const auto e = thrown_by<NotFoundException>([&] { (void)answer_to<TypeParam>(response); });
    EXPECT_EQ(e.error().type, std::nullopt);
    EXPECT_EQ(e.error().title, std::nullopt);
    EXPECT_EQ(e.error().name, std::nullopt);
    EXPECT_EQ(e.error().status, 404);
    expect_answer(e, response, Problem{{}, {}, 404, {}, {}, {}}, "404 Not Found");
}

TYPED_TEST(DocumentedErrors, a_404_may_be_empty) {
    const HttpResponse response{404, "Not Found", headers, {}};
    const auto e = thrown_by<NotFoundException>([&] { (void)answer_to<TypeParam>(response); });
    EXPECT_EQ(e.error(), NotFound{});
    expect_answer(e, response, Problem{}, "404 Not Found");
}

TYPED_TEST(DocumentedErrors, a_429_says_how_long_to_wait) {
    const HttpResponse response{429, "Too Many Requests", headers, fixture("429_too_many_requests")};
    const auto e = thrown_by<TooManyRequestsException>([&] { (void)answer_to<TypeParam>(response); });
    EXPECT_EQ(e.error().type, documentation + "too-many-requests");
    EXPECT_EQ(e.error().title, "Too many requests.");
    EXPECT_EQ(e.error().status, 429);
    EXPECT_EQ(e.retry_after(), seconds{7});
    expect_answer(e, response, Problem{documentation + "too-many-requests", "Too many requests.", 429, {}, {}, {}},
                  "429 Too many requests.");
}

TYPED_TEST(DocumentedErrors, a_401_and_a_5xx_have_their_own_types) {
    const HttpResponse refused{401, "Unauthorized", headers, R"({"title":"The API key is invalid.","status":401})"};
    expect_answer(thrown_by<UnauthorizedException>([&] { (void)answer_to<TypeParam>(refused); }), refused,
                  Problem{{}, "The API key is invalid.", 401, {}, {}, {}}, "401 The API key is invalid.");
    const HttpResponse failed{502, "Bad Gateway", headers, "<html>"};
    expect_answer(thrown_by<ServiceException>([&] { (void)answer_to<TypeParam>(failed); }), failed, Problem{},
                  "502 Bad Gateway");
}

TEST(Answers, in_a_coding_that_was_not_asked_for_name_it) {
    const auto e = thrown_by<UnexpectedResponseException>([] {
        answer_to<Videos>(HttpResponse{200, "OK", {{"Content-Encoding", "gzip"}}, "\x1f\x8b"});
    });
    EXPECT_NE(std::string{e.what()}.find("content coding gzip"), std::string::npos) << e.what();
}

}  // namespace
}  // namespace apivideo
