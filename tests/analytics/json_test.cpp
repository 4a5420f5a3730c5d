// SPDX-License-Identifier: MIT
// Answers and errors as JSON: the service's names, nothing lost on the way there and back, and nothing made up.
#include <apivideo/analytics/json.hpp>
#include <apivideo/errors.hpp>

#include <gtest/gtest.h>

#include "analytics/decoding.hpp"
#include "analytics/metrics_json.hpp"
#include "analytics/plays_json.hpp"
#include "errors/problem_json.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <tuple>
#include <vector>

namespace apivideo {
namespace {

using nlohmann::json;
using namespace std::string_literals;

template <class T>
const T& comparable(const T& value) {
    return value;
}
/// All of it, though a response has no `==`.
auto comparable(const AnalyticsPlaysResponse& response) {
    return std::tie(response.data, response.pagination, response.rate_limit, response.http);
}

auto comparable(const AggregatedMetricsResponse& response) {
    return std::tie(response.context, response.data, response.rate_limit, response.http);
}
auto comparable(const MetricsBreakdownResponse& response) {
    return std::tie(response.context, response.data, response.pagination, response.rate_limit, response.http);
}
auto comparable(const MetricsOverTimeResponse& response) {
    return std::tie(response.context, response.data, response.pagination, response.rate_limit, response.http);
}

template <class T>
void expect_round_trip(const T& value, const std::string& text) {
    const json as_json = value;
    EXPECT_EQ(as_json, json::parse(text)) << as_json.dump();
    const T read = as_json.get<T>();
    EXPECT_EQ(comparable(read), comparable(value));
}

template <class T>
std::string failure_of(const std::string& text) {
    try {
        (void)json::parse(text).get<T>();
    } catch (const json::exception& e) {
        return e.what();
    }
    return "nothing was thrown";
}

Pagination whole_pagination() { return {8, 3, 4, 2, 4, {{"self", "/a?currentPage=2"}, {"first", "/a?currentPage=1"}}}; }

TEST(Json, row_has_the_names_of_the_service) {
    expect_round_trip(AnalyticsData{"france", 7}, R"({"value":"france","plays":7})");
}

TEST(Json, numbers_keep_all_64_bits) {
    expect_round_trip(AnalyticsData{"a", 9223372036854775807}, R"({"value":"a","plays":9223372036854775807})");
    expect_round_trip(AnalyticsData{"a", -9223372036854775807 - 1}, R"({"value":"a","plays":-9223372036854775808})");
}

TEST(Json, link_has_the_names_of_the_service) {
    expect_round_trip(PaginationLink{"self", "/a"}, R"({"rel":"self","uri":"/a"})");
}

TEST(Json, pagination_has_the_names_of_the_service) {
    expect_round_trip(whole_pagination(), R"({"itemsTotal":8,"pagesTotal":3,"pageSize":4,"currentPage":2,
        "currentPageItems":4,"links":[{"rel":"self","uri":"/a?currentPage=2"},{"rel":"first","uri":"/a?currentPage=1"}]})");
}

TEST(Json, pagination_leaves_out_what_is_unset) { expect_round_trip(Pagination{}, R"({"links":[]})"); }

TEST(Json, each_counter_of_a_pagination_has_its_own_name) {
    expect_round_trip(Pagination{1, {}, {}, {}, {}, {}}, R"({"links":[],"itemsTotal":1})");
    expect_round_trip(Pagination{{}, 1, {}, {}, {}, {}}, R"({"links":[],"pagesTotal":1})");
    expect_round_trip(Pagination{{}, {}, 1, {}, {}, {}}, R"({"links":[],"pageSize":1})");
    expect_round_trip(Pagination{{}, {}, {}, 1, {}, {}}, R"({"links":[],"currentPage":1})");
    expect_round_trip(Pagination{{}, {}, {}, {}, 1, {}}, R"({"links":[],"currentPageItems":1})");
}

TEST(Json, response_is_its_body) {
    AnalyticsPlaysResponse response{{{"france", 7}, {"", 0}}, whole_pagination(), {}, {}};
    const json body = {{"data", json::array({{{"value", "france"}, {"plays", 7}}, {{"value", ""}, {"plays", 0}}})},
                       {"pagination", json(whole_pagination())}};
    expect_round_trip(response, body.dump());

    const AnalyticsPlaysResponse without = response;
    response.rate_limit.limit = 500;
    response.http = {200, "OK", {{"X-Request-Id", "1"}}, "{}"};
    EXPECT_EQ(json(response), body);
    EXPECT_EQ(comparable(body.get<AnalyticsPlaysResponse>()), comparable(without));
}

TEST(Json, rows_of_metrics_have_the_names_of_the_service) {
    expect_round_trip(BreakdownData{"FR", 7.5}, R"({"dimensionValue":"FR","metricValue":7.5})");
    expect_round_trip(OverTimeData{"2024-05-29T07:00:00Z", 0.1},
                      R"({"emittedAt":"2024-05-29T07:00:00Z","metricValue":0.1})");
}

TEST(Json, metrics_without_a_value_are_left_out) {
    expect_round_trip(BreakdownData{"FR", {}}, R"({"dimensionValue":"FR"})");
    expect_round_trip(OverTimeData{"a", {}}, R"({"emittedAt":"a"})");
    expect_round_trip(AggregatedMetricsResponse{}, R"({"context":{"timeframe":{}}})");
}

TEST(Json, responses_of_metrics_are_their_bodies) {
    const std::string context = R"({"metric":"play","timeframe":{"from":"f","to":"t"}})";
    const MetricsContext play{"play", {}, {}, {}, {"f", "t"}};
    expect_round_trip(AggregatedMetricsResponse{play, 346.5, {}, {}}, R"({"context":)" + context + R"(,"data":346.5})");
    expect_round_trip(MetricsBreakdownResponse{play, {{"FR", 1}}, {}, {}, {}},
                      R"({"context":)" + context +
                          R"(,"data":[{"dimensionValue":"FR","metricValue":1.0}],"pagination":{"links":[]}})");
    expect_round_trip(
        MetricsOverTimeResponse{play, {{"a", 1}}, {}, {}, {}},
        R"({"context":)" + context + R"(,"data":[{"emittedAt":"a","metricValue":1.0}],"pagination":{"links":[]}})");
    expect_round_trip(MetricsContext{{}, "sum", "country", "hour", {}},
                      R"({"aggregation":"sum","breakdown":"country","interval":"hour","timeframe":{}})");
}

TEST(Json, reading_a_response_leaves_nothing_of_what_was_there) {
    AnalyticsPlaysResponse response{{{"france", 7}}, whole_pagination(), {1, 2, {}}, {200, "OK", {}, "{}"}};
    json::parse(R"({"data":[]})").get_to(response);
    EXPECT_EQ(comparable(response), comparable(AnalyticsPlaysResponse{}));
}

TEST(Json, reading_a_pagination_leaves_nothing_of_what_was_there) {
    Pagination pagination = whole_pagination();
    json::parse("{}").get_to(pagination);
    EXPECT_EQ(pagination, Pagination{});
}

TEST(Json, bad_request_has_the_names_of_the_service) {
    expect_round_trip(AnalyticsPlays400Error{"t", "u", 400, "d", "n"},
                      R"({"type":"t","title":"u","status":400,"detail":"d","name":"n"})");
    expect_round_trip(AnalyticsPlays400Error{}, "{}");
}

TEST(Json, forbidden_has_the_names_of_the_service) {
    expect_round_trip(Model403ErrorSchema{"t", "u", "n", 403}, R"({"type":"t","title":"u","name":"n","status":403})");
    expect_round_trip(Model403ErrorSchema{}, "{}");
}

TEST(Json, not_found_has_the_names_of_the_service) {
    expect_round_trip(NotFound{"t", "u", "n", 404}, R"({"type":"t","title":"u","name":"n","status":404})");
    expect_round_trip(NotFound{}, "{}");
}

TEST(Json, too_many_requests_has_the_names_of_the_service) {
    expect_round_trip(TooManyRequests{"t", "u", 429}, R"({"type":"t","title":"u","status":429})");
    expect_round_trip(TooManyRequests{}, "{}");
}

TEST(Json, problem_has_its_further_problems) {
    const Problem inner{"t2", {}, {}, {}, "n2", {}};
    expect_round_trip(Problem{"t", "u", 400, "d", "n", {inner}},
                      R"({"type":"t","title":"u","status":400,"detail":"d","name":"n",
                          "problems":[{"type":"t2","name":"n2"}]})");
    expect_round_trip(Problem{}, "{}");
}

TEST(Json, malformed_links_are_none) {
    std::string too_many{"[{}"};
    for (int i = 1; i < 101; ++i) too_many += ",{}";
    too_many += ']';
    for (const std::string& links :
         {"{}"s, "[1]"s, "\"text\""s, "null"s, R"([{"rel":7}])"s, R"([{"uri":"/a"},{"rel":null}])"s,
          R"([{"rel":"self","uri":"/a"},[]])"s, too_many}) {
        const json read = json::parse(R"({"pageSize":1,"links":)" + links + "}");
        EXPECT_EQ(read.get<Pagination>(), (Pagination{{}, {}, 1, {}, {}, {}})) << links;
    }
}

TEST(Json, further_problems_are_read_one_level_deep) {
    const json read = json::parse(R"({"problems":[{"title":"A","problems":[{"title":"B"}]}]})");
    Problem expected;
    expected.problems = {Problem{{}, "A", {}, {}, {}, {}}};
    EXPECT_EQ(read.get<Problem>(), expected);
}

TEST(Json, trees_of_more_than_64_levels_are_refused) {
    const auto nested = [](int levels) {
        std::string text{"{}"};
        for (int i = 1; i < levels; ++i) text = R"({"problems":[)" + text + "]}";
        return json::parse(text);
    };
    EXPECT_NO_THROW((void)nested(32).get<Problem>());
    for (const int levels : {33, 100'000})
        EXPECT_THROW((void)nested(levels).get<Problem>(), json::type_error) << levels;
}

TEST(Json, links_have_what_is_there_as_those_of_an_answer) {
    const json read = json::parse(R"({"links":[{},{"rel":"self"},{"uri":"/a"}]})");
    EXPECT_EQ(read.get<Pagination>().links, (std::vector<PaginationLink>{{}, {"self", ""}, {"", "/a"}}));
}

TEST(Json, empty_array_is_a_pagination_without_anything) {
    EXPECT_EQ(comparable(json::parse(R"({"data":[],"pagination":[]})").get<AnalyticsPlaysResponse>()),
              comparable(AnalyticsPlaysResponse{}));
}

std::vector<std::string> corpus() {
    std::vector<std::string> bodies;
    for (const char* folder :
         {APIVIDEO_FIXTURES, APIVIDEO_FUZZ_CORPUS "/plays_answer", APIVIDEO_FUZZ_CORPUS "/problem_body"})
        for (const auto& entry : std::filesystem::directory_iterator{folder}) {
            std::ifstream file{entry.path(), std::ios::binary};
            bodies.emplace_back(std::istreambuf_iterator<char>{file}, std::istreambuf_iterator<char>{});
        }
    for (const char* number : {"7", "7.0", "1.0E+2", "-0.0", "7.5", "1e-1", "9007199254740992.0", "9007199254740994.0",
                               "9007199254740993", "9223372036854775807", "9223372036854775808", "1e16", "1e300"}) {
        bodies.push_back(R"({"data":[{"value":"a","plays":)"s + number + "}]}");
        bodies.push_back(R"({"data":[],"pagination":{"itemsTotal":)"s + number + "}}");
        bodies.push_back(R"({"status":)"s + number + "}");
    }
    for (const char* value :
         {"null", "true", "1", "\"x\"", "[]", "{}", "[1]", "[{}]", R"([{"rel":1}])", R"([{"title":"x"}])"})
        for (const char* name : {"data", "pagination", "links", "value", "plays", "title", "problems", "unknown"}) {
            const std::string member = '"' + std::string{name} + "\":" + value;
            if (name != "data"s) bodies.push_back("{\"data\":[]," + member + '}');
            if (name != "value"s) bodies.push_back("{\"data\":[{" + member + R"(,"value":"a"}]})");
            bodies.push_back('{' + member + '}');
            bodies.push_back(R"({"data":[],"pagination":{)" + member + "}}");
        }
    return bodies;
}

TEST(Json, reads_what_the_calls_read_and_refuses_what_they_refuse) {
    int pages = 0;
    int problems = 0;
    for (const std::string& body : corpus()) {
        SCOPED_TRACE(body);
        const json tree = json::parse(body, nullptr, false);
        if (tree.is_discarded()) continue;
        try {
            AnalyticsPlaysResponse expected = detail::decode({200, "OK", {}, body}, detail::plays_fields);
            expected.http = {};
            EXPECT_EQ(comparable(tree.get<AnalyticsPlaysResponse>()), comparable(expected));
            ++pages;
        } catch (const UnexpectedResponseException&) {
            EXPECT_THROW((void)tree.get<AnalyticsPlaysResponse>(), json::exception);
        }
        try {
            EXPECT_EQ(tree.get<Problem>(), detail::decode_problem(body));
            ++problems;
        } catch (const json::exception&) {
            EXPECT_EQ(detail::decode_problem(body), Problem{});
        }
    }
    EXPECT_GT(pages, 40);
    EXPECT_GT(problems, 100);
}

template <class Response, std::size_t N>
int count_read_alike(const std::string& body, const detail::json::Table<Response, N>& table) {
    const json tree = json::parse(body, nullptr, false);
    if (tree.is_discarded()) return 0;
    SCOPED_TRACE(body);
    try {
        Response expected = detail::decode({200, "OK", {}, body}, table);
        expected.http = {};
        EXPECT_EQ(comparable(tree.get<Response>()), comparable(expected));
        return 1;
    } catch (const UnexpectedResponseException&) {
        EXPECT_THROW((void)tree.get<Response>(), json::exception);
        return 0;
    }
}

TEST(Json, reads_metrics_as_the_calls_do) {
    int numbers = 0;
    int rows = 0;
    int curves = 0;
    for (std::string body : corpus()) {
        numbers += count_read_alike(body, detail::aggregated_metrics_fields);
        for (const char* const name : {"value", "plays"})
            for (std::size_t at = 0; (at = body.find('"' + std::string{name} + '"', at)) != std::string::npos; ++at)
                body.replace(at, 7, name == "plays"s ? "\"metricValue\"" : "\"dimensionValue\"");
        rows += count_read_alike(body, detail::breakdown_fields);
        curves += count_read_alike(body, detail::over_time_fields);
    }
    EXPECT_GT(numbers, 40);
    EXPECT_GT(rows, 40);
    EXPECT_GT(curves, 40);
}

TEST(Json, null_is_unset) {
    EXPECT_EQ(json::parse(R"({"title":null,"status":null,"problems":null})").get<Problem>(), Problem{});
    EXPECT_EQ(json::parse(R"({"itemsTotal":null,"links":null})").get<Pagination>(), Pagination{});
    EXPECT_EQ(comparable(json::parse(R"({"data":[],"pagination":null})").get<AnalyticsPlaysResponse>()),
              comparable(AnalyticsPlaysResponse{}));
}

TEST(Json, unknown_members_are_ignored) {
    EXPECT_EQ(json::parse(R"({"value":"a","plays":1,"more":{"plays":2}})").get<AnalyticsData>(),
              (AnalyticsData{"a", 1}));
    EXPECT_EQ(json::parse(R"({"more":1})").get<TooManyRequests>(), TooManyRequests{});
}

TEST(Json, missing_members_that_are_required_are_told_by_name) {
    EXPECT_NE(failure_of<AnalyticsData>(R"({"value":"a"})").find("plays"), std::string::npos);
    EXPECT_NE(failure_of<AnalyticsData>(R"({"plays":1})").find("value"), std::string::npos);
    EXPECT_NE(failure_of<AnalyticsPlaysResponse>("{}").find("data"), std::string::npos);
}

TEST(Json, members_of_another_type_are_refused) {
    for (const char* plays : {"1.5", "true", "\"1\"", "null", "[]"}) {
        const std::string failure = failure_of<AnalyticsData>(R"({"value":"a","plays":)" + std::string{plays} + "}");
        EXPECT_NE(failure.find("plays: expected an integer"), std::string::npos) << plays << ": " << failure;
    }
    EXPECT_NE(failure_of<AnalyticsData>(R"({"value":1,"plays":1})").find("value: expected a string"),
              std::string::npos);
    EXPECT_NE(failure_of<Pagination>("[1]").find("expected an object, found an array"), std::string::npos);
    EXPECT_NE(failure_of<Problem>("\"text\"").find("expected an object, found a string"), std::string::npos);
}

TEST(Json, failures_say_where) {
    EXPECT_NE(failure_of<AnalyticsPlaysResponse>(R"({"data":[{"value":"a","plays":1},{"value":"b","plays":"2"}]})")
                  .find("/data/1/plays: expected an integer, found a string"),
              std::string::npos);
}

TEST(Json, members_of_errors_of_another_type_are_unset) {
    EXPECT_EQ(json::parse(R"({"title":1,"status":404})").get<NotFound>(), (NotFound{{}, {}, {}, 404}));
}

TEST(Json, value_that_is_refused_leaves_what_was_there) {
    AnalyticsData row{"a", 1};
    EXPECT_THROW(json::parse(R"({"value":"b","plays":"x"})").get_to(row), json::exception);
    EXPECT_EQ(row, (AnalyticsData{"a", 1}));
}

TEST(Json, numbers_beyond_64_bits_are_refused) {
    EXPECT_NE(failure_of<AnalyticsData>(R"({"value":"a","plays":9223372036854775808})").find("no 64-bit integer"),
              std::string::npos);
}

}  // namespace
}  // namespace apivideo
