// SPDX-License-Identifier: MIT
// Answers like each that the service documents for the /data calls, field by field; and for the calls that it removed.
#include <apivideo/errors.hpp>
#include <apivideo/test_support/fake_transport.hpp>

#include <gtest/gtest.h>

#include "analytics/documented.hpp"
#include "analytics/endpoints.hpp"
#include "analytics/metrics_calls.hpp"
#include "support/thrown.hpp"

#include <chrono>
#include <memory>
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
using test_support::rate_limit;
using test_support::thrown_by;

template <class Call>
typename Call::Response answer_to(const HttpResponse& response) {
    const auto transport = std::make_shared<FakeTransport>();
    transport->reply(response);
    return Call::get(AnalyticsApi{transport, "https://ws.api.video"}, Call::request());
}

TEST(DocumentedMetrics, a_count_with_a_fraction) {
    const HttpResponse response{200, "OK", headers, fixture("metrics_200_impression_count")};
    const AggregatedMetricsResponse read = answer_to<test_support::Number>(response);
    EXPECT_EQ(
        read.context,
        (MetricsContext{"impression", "count", {}, {}, {"2024-06-11T08:20:31+00:00", "2024-06-12T08:20:31+00:00"}}));
    EXPECT_EQ(read.data, 812.5);
    EXPECT_EQ(read.rate_limit, rate_limit);
    EXPECT_EQ(read.http, response);
}

TEST(DocumentedMetrics, plays_by_country_one_written_as_a_float) {
    const HttpResponse response{200, "OK", headers, fixture("buckets_200_play_country")};
    const MetricsBreakdownResponse read = answer_to<test_support::Rows>(response);
    EXPECT_EQ(read.context,
              (MetricsContext{"play", {}, "country", {}, {"2024-05-11T08:20:31+00:00", "2024-06-12T08:31:02+00:00"}}));
    EXPECT_EQ(read.data, (std::vector<BreakdownData>{{"PT", 19}, {"NZ", 4}}));
    const std::string uri =
        "/data/buckets/play/country?from=2024-05-11T10%3A20%3A31%2B02%3A00&currentPage=1&pageSize=25";
    EXPECT_EQ(read.pagination, (Pagination{2, 1, 25, 1, 2, {{"self", uri}, {"first", uri}, {"last", uri}}}));
    EXPECT_EQ(read.rate_limit, rate_limit);
    EXPECT_EQ(read.http, response);
}

TEST(DocumentedMetrics, plays_by_hour_with_malformed_times) {
    const HttpResponse response{200, "OK", headers, fixture("timeseries_200_play_hour")};
    const MetricsOverTimeResponse read = answer_to<test_support::Curve>(response);
    EXPECT_EQ(read.context,
              (MetricsContext{"play", {}, {}, "hour", {"2024-06-11T08:20:31+00:00", "2024-06-12T08:20:31+00:00"}}));
    EXPECT_EQ(read.data, (std::vector<OverTimeData>{{"2024-06-11T09+00:00:00:00", 3},
                                                    {"2024-06-11T10+00:00:00:00", 1},
                                                    {"2024-06-11T11:00:00+00:00", 8}}));
    for (int row = 0; row < 3; ++row)
        EXPECT_EQ(emitted_at(read.data.at(static_cast<std::size_t>(row))),
                  date::sys_days{2024_y / 6 / 11} + hours{9 + row});
    EXPECT_EQ(read.pagination.items_total, 3);
    EXPECT_EQ(read.rate_limit, rate_limit);
    EXPECT_EQ(read.http, response);
}

/// Everything that every error answer has.
template <class Error>
void expect_answer(const Error& e, const HttpResponse& response, const Problem& problem, const std::string& text) {
    EXPECT_EQ(e.status(), response.status);
    EXPECT_EQ(e.headers(), response.headers);
    EXPECT_EQ(e.body(), response.body);
    EXPECT_EQ(e.rate_limit(), rate_limit);
    EXPECT_EQ(e.problem(), problem);
    EXPECT_EQ(e.what(), text);
}

template <class Call>
class DocumentedMetricsErrors : public ::testing::Test {};
TYPED_TEST_SUITE(DocumentedMetricsErrors, test_support::MetricsCalls, test_support::MetricsCallNames);

TYPED_TEST(DocumentedMetricsErrors, each_400_says_which_parameter_is_wrong_and_what_would_be_right) {
    const char* query = "request-invalid-query-parameter";
    const char* title = "A query parameter is invalid.";
    const struct {
        const char* name;
        const char* type;
        const char* title;
        const char* detail;
        const char* parameter;
    } cases[] = {{"invalid_attribute", "invalid-attribute", "An attribute is invalid.",
                  "This value must be of type string.", "metric"},
                 {"unexpected_field", query, title, "This field was not expected.", "from:2024-05-20T09:15:05+02:00"},
                 {"referrer_too_long", query, title, "This value should not contain more than 2048 characters.",
                  "filterBy[referrer]"},
                 {"invalid_view_duration", query, title,
                  R"(This view duration is invalid. Use one of "3s", "5s", "10s", "30s".)", "viewDuration"},
                 {"invalid_interval", query, title, R"(This interval is invalid. Use one of "minute", "hour", "day".)",
                  "interval"},
                 {"interval_and_timeframe", query, title,
                  "This interval cannot be used with a timeframe over 60 minutes.", "interval"}};
    for (const auto& c : cases) {
        const HttpResponse response{400, "Bad Request", headers, fixture(std::string{"data_400_"} + c.name)};
        const auto e = thrown_by<BadRequestException>([&] { (void)answer_to<TypeParam>(response); });
        EXPECT_EQ(e.error(), (AnalyticsPlays400Error{documentation + c.type, c.title, 400, c.detail, c.parameter}));
        expect_answer(e, response, Problem{documentation + c.type, c.title, 400, c.detail, c.parameter, {}},
                      std::string{"400 "} + c.title + ": " + c.detail + " (" + c.parameter + ')');
    }
}

TYPED_TEST(DocumentedMetricsErrors, a_404_has_no_name_and_names_no_other_call) {
    const HttpResponse response{404, "Not Found", headers, fixture("404_unrecognized_request_url")};
    const auto e = thrown_by<NotFoundException>([&] { (void)answer_to<TypeParam>(response); });
    const std::string type = documentation + "unrecognized-request-url";
    EXPECT_EQ(e.error(), (NotFound{type, "Unrecognized request URL.", {}, 404}));
    expect_answer(e, response, Problem{type, "Unrecognized request URL.", 404, {}, {}, {}},
                  "404 Unrecognized request URL.");
}

TYPED_TEST(DocumentedMetricsErrors, a_429_says_how_long_to_wait) {
    const HttpResponse response{429, "Too Many Requests", headers, fixture("429_too_many_requests")};
    const auto e = thrown_by<TooManyRequestsException>([&] { (void)answer_to<TypeParam>(response); });
    const std::string type = documentation + "too-many-requests";
    EXPECT_EQ(e.error(), (TooManyRequests{type, "Too many requests.", 429}));
    EXPECT_EQ(e.retry_after(), seconds{7});
    expect_answer(e, response, Problem{type, "Too many requests.", 429, {}, {}, {}}, "429 Too many requests.");
}

TYPED_TEST(DocumentedMetricsErrors, other_statuses_are_those_of_every_endpoint) {
    const auto problem = [](int status, const char* title) {
        return HttpResponse{status,
                            {},
                            headers,
                            R"({"title":")" + std::string{title} + R"(","status":)" + std::to_string(status) + '}'};
    };
    const auto refused = problem(401, "The API key is invalid.");
    EXPECT_STREQ(thrown_by<UnauthorizedException>([&] { (void)answer_to<TypeParam>(refused); }).what(),
                 "401 The API key is invalid.");
    const auto disabled = problem(403, "You cannot get analytics from this project.");
    EXPECT_EQ(thrown_by<ForbiddenException>([&] { (void)answer_to<TypeParam>(disabled); }).error().status, 403);
    const auto method = problem(405, "Method is not allowed for this route.");
    EXPECT_STREQ(thrown_by<ApiException>([&] { (void)answer_to<TypeParam>(method); }).what(),
                 "405 Method is not allowed for this route.");
    const auto failed = problem(500, "Server error");
    EXPECT_STREQ(thrown_by<ServiceException>([&] { (void)answer_to<TypeParam>(failed); }).what(), "500 Server error");
}

template <class Endpoint>
class RemovedCalls : public ::testing::Test {
  protected:
    static std::string what(const std::string& body, typename Endpoint::Dimension dimension) {
        const auto transport = std::make_shared<FakeTransport>();
        transport->reply(HttpResponse{404, "Not Found", headers, body});
        const AnalyticsApi api{transport, "https://ws.api.video"};
        const auto e = thrown_by<NotFoundException>([&] {
            (void)Endpoint::get(api, {2023_y / 6 / 1, dimension, {}, {}, {}, {}});
        });
        return e.what();
    }
};
TYPED_TEST_SUITE(RemovedCalls, test_support::Endpoints, test_support::EndpointNames);

TYPED_TEST(RemovedCalls, name_the_call_that_replaces_them) {
    const std::string body = fixture("404_unrecognized_request_url");
    EXPECT_EQ(
        this->what(body, TypeParam::Dimension::country),
        "a call that the service has removed, use get_metrics_breakdown() instead: 404 Unrecognized request URL.");
    EXPECT_EQ(
        this->what(body, TypeParam::Dimension::emitted_at),
        "a call that the service has removed, use get_metrics_over_time() instead: 404 Unrecognized request URL.");
}

TYPED_TEST(RemovedCalls, are_not_what_another_404_means) {
    for (const char* body : {"", "{}", "<html>", R"({"title":"Not Found","status":404})"})
        EXPECT_EQ(this->what(body, TypeParam::Dimension::country), "404 Not Found");
}

}  // namespace
}  // namespace apivideo
