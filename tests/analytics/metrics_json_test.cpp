// SPDX-License-Identifier: MIT
// Bodies of the /data answers: what is taken, what is refused, where, and in which words; each quirk of the service.
#include "analytics/metrics_json.hpp"

#include <apivideo/errors.hpp>

#include <gtest/gtest.h>

#include "analytics/decoding.hpp"
#include "support/equality.hpp"
#include "support/thrown.hpp"

#include <cmath>
#include <limits>
#include <string>
#include <vector>

namespace apivideo::detail {
namespace {

using namespace std::string_literals;
using test_support::expect_equality_sees;
using test_support::is_one_line;
using test_support::thrown_by;

AggregatedMetricsResponse number_in(const std::string& body) {
    return decode(HttpResponse{200, "OK", {}, body}, aggregated_metrics_fields);
}
MetricsBreakdownResponse breakdown_in(const std::string& body) {
    return decode(HttpResponse{200, "OK", {}, body}, breakdown_fields);
}
MetricsOverTimeResponse curve_in(const std::string& body) {
    return decode(HttpResponse{200, "OK", {}, body}, over_time_fields);
}
std::string number(const std::string& data) { return R"({"context":{},"data":)" + data + "}"; }
std::string rows(const std::string& data) { return R"({"context":{},"data":)" + data + R"(,"pagination":{}})"; }
std::string row_with(const std::string& value) { return rows(R"([{"metricValue":)" + value + "}]"); }

template <class Decode>
void expect_refused(const Decode& decode_body, const std::string& body, const std::string& where,
                    const std::string& message) {
    SCOPED_TRACE(body);
    const auto e = thrown_by<UnexpectedResponseException>([&] { (void)decode_body(body); });
    EXPECT_EQ(e.where(), where);
    EXPECT_EQ(e.body(), body);
    EXPECT_TRUE(is_one_line(e.what()));
    EXPECT_NE(std::string{e.what()}.find(message), std::string::npos) << e.what();
}

const struct {
    const char* text;
    double value;
} doubles[] = {{"7", 7},
               {"-7", -7},
               {"0", 0},
               {"7.0", 7},
               {"346.5", 346.5},
               {"0.1", 0.1},
               {"1.0E+2", 100},
               {"1.0E+25", 1e25},
               {"1e-7", 1e-7},
               {"16777217", 16777217},
               {"9007199254740993", 9007199254740992.0},
               {"9223372036854775807", 9223372036854775807.0},
               {"18446744073709551615", 18446744073709551615.0},
               {"18446744073709551616", 18446744073709551616.0},
               {"123456789012345678901234567890", 123456789012345678901234567890.0},
               {"1.7976931348623157e308", std::numeric_limits<double>::max()},
               {"5e-324", std::numeric_limits<double>::denorm_min()}};

TEST(MetricsJson, takes_every_finite_number_however_it_is_written) {
    for (const auto& c : doubles) {
        EXPECT_EQ(number_in(number(c.text)).data, c.value) << c.text;
        EXPECT_EQ(breakdown_in(row_with(c.text)).data.at(0).metric_value, c.value) << c.text;
        EXPECT_EQ(curve_in(row_with(c.text)).data.at(0).metric_value, c.value) << c.text;
    }
    EXPECT_TRUE(std::signbit(*number_in(number("-0.0")).data));
}

TEST(MetricsJson, has_no_value_where_there_is_null_or_nothing) {
    EXPECT_EQ(number_in(number("null")).data, std::nullopt);
    EXPECT_EQ(number_in(R"({"context":{"metric":"play"}})").data, std::nullopt);
    EXPECT_EQ(number_in("{}").data, std::nullopt);
    EXPECT_EQ(number_in(number("0")).data, 0.0);
    EXPECT_EQ(breakdown_in(rows(R"([{"dimensionValue":"FR","metricValue":null},{"dimensionValue":"DE"}])")).data,
              (std::vector<BreakdownData>{{"FR", {}}, {"DE", {}}}));
    EXPECT_EQ(curve_in(rows(R"([{"emittedAt":"a","metricValue":null},{"emittedAt":"b"}])")).data,
              (std::vector<OverTimeData>{{"a", {}}, {"b", {}}}));
}

TEST(MetricsJson, takes_rows_without_either_member) {
    EXPECT_EQ(breakdown_in(rows("[{},{\"dimensionValue\":null,\"metricValue\":1}]")).data,
              (std::vector<BreakdownData>{{"", {}}, {"", 1}}));
    EXPECT_EQ(curve_in(rows("[{},{\"emittedAt\":null,\"metricValue\":1}]")).data,
              (std::vector<OverTimeData>{{"", {}}, {"", 1}}));
}

TEST(MetricsJson, takes_what_is_valid_by_the_published_schema) {
    const std::string body = R"({"context":{},"data":[{}],"pagination":{"links":[]}})";
    EXPECT_EQ(breakdown_in(body).data.size(), 1u);
    EXPECT_EQ(curve_in(body).data.size(), 1u);
}

TEST(MetricsJson, refuses_numbers_that_are_none_and_says_where) {
    for (const char* data : {"NaN", "-Infinity", "01", "1."}) {
        expect_refused(number_in, number(data), "/data", "is not valid JSON");
        expect_refused(breakdown_in, row_with(data), "/data/0/metricValue", "is not valid JSON");
        expect_refused(curve_in, row_with(data), "/data/0/metricValue", "is not valid JSON");
    }
    for (const char* data : {"1e400", "-1e400", "1.0E+999999"}) {
        const char* message = "expected a number, found a number that no double holds";
        expect_refused(number_in, number(data), "/data", message);
        expect_refused(breakdown_in, row_with(data), "/data/0/metricValue", message);
        expect_refused(curve_in, row_with(data), "/data/0/metricValue", message);
    }
}

TEST(MetricsJson, refuses_other_types_as_a_number) {
    const struct {
        const char* value;
        const char* found;
    } cases[] = {{"\"356.2\"", "a string"}, {"true", "a boolean"}, {"[]", "an array"}, {"{}", "an object"}};
    for (const auto& c : cases) {
        const std::string message = "expected a number, found "s + c.found;
        expect_refused(number_in, number(c.value), "/data", message);
        expect_refused(breakdown_in, row_with(c.value), "/data/0/metricValue", message);
        expect_refused(curve_in, row_with(c.value), "/data/0/metricValue", message);
    }
}

TEST(MetricsJson, refuses_other_types_as_a_dimension_or_a_time) {
    expect_refused(breakdown_in, rows(R"([{},{"dimensionValue":7}])"), "/data/1/dimensionValue",
                   "expected a string, found a number");
    expect_refused(curve_in, rows(R"([{},{"emittedAt":{}}])"), "/data/1/emittedAt",
                   "expected a string, found an object");
}

TEST(MetricsJson, needs_the_list_of_rows) {
    for (const char* body : {"{}", R"({"context":{},"pagination":{}})"}) {
        expect_refused(breakdown_in, body, "/data", "expected an array, found nothing");
        expect_refused(curve_in, body, "/data", "expected an array, found nothing");
    }
    for (const char* data : {"null", "{}", "7", "\"x\""}) {
        expect_refused(breakdown_in, rows(data), "/data", "expected an array, found ");
        expect_refused(curve_in, rows(data), "/data", "expected an array, found ");
    }
    expect_refused(breakdown_in, rows("[{},7]"), "/data/1", "expected an object, found a number");
    expect_refused(number_in, "[]", "", "expected an object, found an array");
    expect_refused(number_in, "", "", "expected an object, found nothing");
}

TEST(MetricsJson, takes_any_text_as_context) {
    const MetricsContext context = number_in(R"({"context":{"metric":"unique-view-10","aggregation":"peak",
        "breakdown":"referrer","interval":"week","timeframe":{"from":"2024-10-01T00:00:00+00","to":"soon"}}})")
                                       .context;
    EXPECT_EQ(context,
              (MetricsContext{"unique-view-10", "peak", "referrer", "week", {"2024-10-01T00:00:00+00", "soon"}}));
}

TEST(MetricsJson, takes_contexts_of_any_type_for_the_sake_of_what_follows) {
    for (const char* context :
         {"[]", "{}", "null", "7", "\"play\"", "true", R"([{"metric":"x"}])", R"({"timeframe":[]})",
          R"({"timeframe":"x","metric":[]})", R"({"metric":null,"aggregation":{},"interval":1.5})",
          R"({"timeframe":{"from":7,"to":{"from":"x"}}})", R"({"new":{"timeframe":{"from":"x"}}})"}) {
        SCOPED_TRACE(context);
        const std::string before = R"({"context":)"s + context;
        EXPECT_EQ(number_in(before + R"(,"data":7})").data, 7);
        EXPECT_EQ(number_in(before + R"(,"data":7})").context, MetricsContext{});
        EXPECT_EQ(breakdown_in(before + R"(,"data":[{"metricValue":7}]})").data.size(), 1u);
        EXPECT_EQ(curve_in(before + R"(,"data":[{"metricValue":7}]})").context, MetricsContext{});
    }
    EXPECT_EQ(number_in(R"({"data":7})").context, MetricsContext{});
}

TEST(MetricsJson, keeps_what_fits_of_a_context) {
    EXPECT_EQ(number_in(R"({"context":{"metric":7,"aggregation":"sum","timeframe":{"from":[],"to":"x"}}})").context,
              (MetricsContext{{}, "sum", {}, {}, {{}, "x"}}));
}

TEST(MetricsJson, takes_a_pagination_as_the_plays_calls_do) {
    for (const char* pagination : {"[]", "{}", "null"})
        EXPECT_EQ(breakdown_in(R"({"data":[],"pagination":)"s + pagination + "}").pagination, Pagination{});
    EXPECT_EQ(curve_in(R"({"data":[]})").pagination, Pagination{});
    EXPECT_EQ(
        curve_in(R"({"data":[],"pagination":{"itemsTotal":3,"pagesTotal":2.0,"currentPage":1,"links":{"rel":"self"}}})")
            .pagination,
        (Pagination{3, 2, {}, 1, {}, {}}));
    expect_refused(breakdown_in, R"({"data":[],"pagination":{"pageSize":"x"}})", "/pagination/pageSize",
                   "expected an integer, found a string");
}

TEST(MetricsJson, keeps_times_that_are_none_and_reads_the_others_on_demand) {
    const MetricsOverTimeResponse read = curve_in(
        rows(R"([{"emittedAt":"2024-05-29T07+00:00:00:00","metricValue":2},{"emittedAt":"soon","metricValue":1}])"));
    EXPECT_EQ(read.data.at(0).emitted_at, "2024-05-29T07+00:00:00:00");
    EXPECT_EQ(emitted_at(read.data.at(0)), date::sys_days{date::year{2024} / 5 / 29} + std::chrono::hours{7});
    EXPECT_EQ(read.data.at(1), (OverTimeData{"soon", 1}));
    EXPECT_EQ(emitted_at(read.data.at(1)), std::nullopt);
}

TEST(MetricsJson, keeps_dimensions_with_commas_and_quotes_and_empty_ones) {
    EXPECT_EQ(breakdown_in(rows(R"([{"dimensionValue":"https://a/?b=\"c\",d"},{"dimensionValue":""}])")).data,
              (std::vector<BreakdownData>{{"https://a/?b=\"c\",d", {}}, {"", {}}}));
}

TEST(MetricsJson, ignores_unknown_members_anywhere) {
    const MetricsBreakdownResponse read = breakdown_in(
        R"({"new":[{"data":1}],"context":{"new":{}},"data":[{"new":[1e3],"metricValue":7,"dimensionValue":"FR"}]})");
    EXPECT_EQ(read.data, (std::vector<BreakdownData>{{"FR", 7}}));
}

TEST(MetricsJson, keeps_the_whole_answer_and_reads_its_rate_limit) {
    const HttpResponse response{200, "Fine", {{"x-ratelimit-remaining", "41"}}, R"({"data":7} )"};
    const AggregatedMetricsResponse read = decode(HttpResponse{response}, aggregated_metrics_fields);
    EXPECT_EQ(read.http, response);
    EXPECT_EQ(read.rate_limit, (RateLimit{{}, 41, {}}));
}

TEST(MetricsRows, are_equal_where_each_member_is) {
    expect_equality_sees<BreakdownData>([](BreakdownData& d) { d.dimension_value = "a"; },
                                        [](BreakdownData& d) { d.metric_value = 0; });
    expect_equality_sees<OverTimeData>([](OverTimeData& d) { d.emitted_at = "a"; },
                                       [](OverTimeData& d) { d.metric_value = 0; });
}

TEST(MetricsContexts, are_equal_where_each_member_is) {
    expect_equality_sees<MetricsTimeframe>([](MetricsTimeframe& t) { t.from = ""; },
                                           [](MetricsTimeframe& t) { t.to = ""; });
    using Context = MetricsContext;
    expect_equality_sees<Context>([](Context& c) { c.metric = ""; }, [](Context& c) { c.aggregation = ""; },
                                  [](Context& c) { c.breakdown = ""; }, [](Context& c) { c.interval = ""; },
                                  [](Context& c) { c.timeframe.to = ""; });
}

}  // namespace
}  // namespace apivideo::detail
