// SPDX-License-Identifier: MIT
// Tests of judging the parameters of a /data call.
#include "test_support/demo_data_query.hpp"

#include "test_support/demo_errors.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace apivideo::detail {
namespace {

using namespace date::literals;
using date::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

const date::sys_days today = 2023_y / 6 / 20;
const date::sys_seconds now = today + hours{15} + minutes{30};

constexpr DemoDataCall buckets = DemoDataCall::buckets;
constexpr DemoDataCall timeseries = DemoDataCall::timeseries;

DemoDataQuery parse(const std::string& query, DemoDataCall call = timeseries, const char* metric = "play") {
    const DemoMetric& found =
        call == DemoDataCall::metrics ? find_demo_aggregation(metric, "count") : find_demo_metric(metric);
    return parse_demo_data_query({call, found, today - days{30}, now}, query);
}

/// `name: detail` of the refusal.
std::string refusal(const std::string& query, DemoDataCall call = timeseries, const char* metric = "play") {
    try {
        (void)parse(query, call, metric);
    } catch (const DemoRefusal& refused) {
        EXPECT_EQ(refused.answer().status, 400);
        const nlohmann::json body = nlohmann::json::parse(refused.answer().body);
        return body.at("name").get<std::string>() + ": " + body.at("detail").get<std::string>();
    }
    return "none";
}

std::string unexpected(const std::string& field) { return field + ": This field was not expected."; }

TEST(DemoDataQuery, is_about_the_last_day_unless_it_says_otherwise) {
    const DemoDataQuery query = parse("");
    EXPECT_EQ(query.period.from, now - days{1});
    EXPECT_EQ(query.period.to, now);
    EXPECT_EQ(query.interval, DemoInterval::hour);
    EXPECT_FALSE(query.unique);
    EXPECT_EQ(query.view_duration, seconds{5});
    EXPECT_EQ(query.page.current_page, 1);
    EXPECT_EQ(query.page.page_size, 25);
    EXPECT_EQ(query.kept, "");
}

TEST(DemoDataQuery, begins_a_day_before_its_end_and_ends_now) {
    EXPECT_EQ(parse("to=2023-06-10T12:00:00Z").period.from, date::sys_days{2023_y / 6 / 9} + hours{12});
    EXPECT_EQ(parse("from=2023-06-10T12:00:00Z").period.to, now);
    EXPECT_EQ(parse("to=2030-01-01T00:00:00Z&from=2023-06-10T00:00:00%2B02:00").period.from,
              date::sys_days{2023_y / 6 / 9} + hours{22});
}

TEST(DemoDataQuery, needs_times_of_the_documented_form) {
    for (const char* wrong :
         {"", "2023-06-10", "2023-06-10T00:00:00", "2023-06-10T00:00:00+00:00", "2023-06-10T00:00:00.5Z"})
        for (const std::string name : {"from", "to"})
            EXPECT_EQ(refusal(name + "=" + wrong), name + ": This value is not a valid date.") << wrong;
}

TEST(DemoDataQuery, begins_at_most_30_days_before_the_servers_day_and_not_after_its_end) {
    const std::string too_early = ": This value must be within the last 30 days.";
    EXPECT_EQ(refusal("from=2023-05-21T00:00:00Z"), "none");
    EXPECT_EQ(refusal("from=2023-05-20T23:59:59Z"), "from" + too_early);
    EXPECT_EQ(refusal("from=2023-05-21T00:00:00%2B02:00"), "from" + too_early);
    EXPECT_EQ(refusal("to=2023-05-21T12:00:00Z"), "to" + too_early);
    EXPECT_EQ(refusal("from=2023-06-11T00:00:00Z&to=2023-06-10T00:00:00Z"),
              R"(from: This value must not be after "to".)");
    EXPECT_EQ(refusal("from=2023-06-20T16:00:00Z"), R"(from: This value must not be after "to".)");
    EXPECT_EQ(refusal("from=2023-06-10T00:00:00Z&to=2023-06-10T00:00:00Z"), "none");
}

TEST(DemoDataQuery, of_all_time_looks_at_no_times) {
    const DemoDataQuery query = parse("from=2001-01-01&to=x", buckets, "play-total");
    EXPECT_EQ(query.period.from, today - days{30});
    EXPECT_EQ(query.period.to, now);
}

TEST(DemoDataQuery, has_hours_up_to_two_days_and_then_days) {
    const std::string from = "from=2023-06-10T00:00:00Z&to=2023-06-12T00:00:0";
    EXPECT_EQ(parse(from + "0Z").interval, DemoInterval::hour);
    EXPECT_EQ(parse(from + "1Z").interval, DemoInterval::day);
    EXPECT_EQ(parse(from + "1Z&interval=hour").interval, DemoInterval::hour);
    EXPECT_EQ(parse("interval=day").interval, DemoInterval::day);
}

TEST(DemoDataQuery, has_minutes_of_an_hour_at_most) {
    const std::string from = "interval=minute&from=2023-06-10T00:00:00Z&to=2023-06-10T01:00:0";
    EXPECT_EQ(parse(from + "0Z").interval, DemoInterval::minute);
    EXPECT_EQ(refusal(from + "1Z"), "interval: This interval cannot be used with a timeframe over 60 minutes.");
    EXPECT_EQ(refusal("interval=minute"), "interval: This interval cannot be used with a timeframe over 60 minutes.");
    EXPECT_EQ(refusal("interval=week"), R"(interval: This interval is invalid. Use one of "minute", "hour", "day".)");
}

TEST(DemoDataQuery, sorts_buckets_by_value_and_timeseries_by_time_unless_it_says_otherwise) {
    const struct {
        DemoDataCall call;
        const char* query;
        bool by_value, descending;
    } rows[] = {{buckets, "", true, true},
                {buckets, "sortOrder=asc", true, false},
                {buckets, "sortBy=metricValue", true, true},
                {buckets, "sortBy=dimensionValue", false, false},
                {buckets, "sortBy=dimensionValue&sortOrder=desc", false, true},
                {timeseries, "", false, false},
                {timeseries, "sortOrder=desc", false, true},
                {timeseries, "sortBy=emittedAt", false, false},
                {timeseries, "sortBy=metricValue", true, true},
                {timeseries, "sortBy=metricValue&sortOrder=asc", true, false}};
    for (const auto& row : rows) {
        EXPECT_EQ(parse(row.query, row.call).by_value, row.by_value) << row.query;
        EXPECT_EQ(parse(row.query, row.call).descending, row.descending) << row.query;
    }
}

TEST(DemoDataQuery, takes_unique_and_a_view_duration) {
    EXPECT_TRUE(parse("unique=true", buckets, "view").unique);
    EXPECT_TRUE(parse("unique=true", buckets, "ccv-peak").unique);
    EXPECT_FALSE(parse("unique=false", buckets, "view").unique);
    EXPECT_EQ(parse("viewDuration=30s", buckets, "view").view_duration, seconds{30});
    for (const char* wrong : {"True", "1", "", "yes"})
        EXPECT_EQ(refusal(std::string{"unique="} + wrong, buckets, "view"),
                  "unique: This value must be of type boolean.");
    for (const char* wrong : {"7s", "5", "", "5S"})
        EXPECT_EQ(refusal(std::string{"viewDuration="} + wrong, buckets, "view"),
                  R"(viewDuration: This view duration is invalid. Use one of "3s", "5s", "10s", "30s".)");
}

TEST(DemoDataQuery, refuses_what_its_call_or_metric_does_not_take) {
    const struct {
        DemoDataCall call;
        const char* metric;
        const char* query;
        const char* field;
    } rows[] = {{DemoDataCall::metrics, "play", "sortBy=metricValue", "sortBy:metricValue"},
                {DemoDataCall::metrics, "play", "sortOrder=asc", "sortOrder:asc"},
                {DemoDataCall::metrics, "play", "interval=hour", "interval:hour"},
                {DemoDataCall::metrics, "play", "currentPage=1", "currentPage:1"},
                {DemoDataCall::metrics, "play", "pageSize=25", "pageSize:25"},
                {buckets, "play", "interval=hour", "interval:hour"},
                {buckets, "play", "unique=true", "unique:true"},
                {buckets, "ccv-peak", "viewDuration=5s", "viewDuration:5s"},
                {timeseries, "play", "unique=false", "unique:false"},
                {timeseries, "play", "dimension=country", "dimension:country"},
                {timeseries, "play", "From=2023-06-10T00:00:00Z", "From:2023-06-10T00:00:00Z"},
                {timeseries, "play", "from[]=x", "from[]:x"},
                {timeseries, "play", "from:x", "from:x"},
                {timeseries, "play", "filterBy[planet][]=mars", "filterBy[planet][]:mars"},
                {buckets, "play-total", "filterBy[country]=FR", "filterBy[country]:FR"}};
    for (const auto& row : rows) EXPECT_EQ(refusal(row.query, row.call, row.metric), unexpected(row.field));
}

TEST(DemoDataQuery, needs_sorting_and_pages_that_there_can_be) {
    const std::string values = "This value must be part of the following values: ";
    EXPECT_EQ(refusal("sortBy=emittedAt", buckets), "sortBy: " + values + "metricValue,dimensionValue");
    EXPECT_EQ(refusal("sortBy=dimensionValue"), "sortBy: " + values + "metricValue,emittedAt");
    EXPECT_EQ(refusal("sortOrder=up"), "sortOrder: " + values + "asc,desc");
    EXPECT_EQ(refusal("currentPage=0"), "currentPage: This value must be greater than or equal to 1.");
    EXPECT_EQ(refusal("pageSize=101"), "pageSize: This value must be between 1 and 100.");
}

TEST(DemoDataQuery, is_kept_for_links_encoded_whole_but_for_its_page) {
    EXPECT_EQ(parse("pageSize=7&from=2023-06-10T00:00:00%2B02:00&currentPage=2&filterBy[tag]=a+b%26%C3%A9"
                    "&filterBy%5Bcountry%5D[]=FR&filterBy[country][]=DE")
                  .kept,
              "from=2023-06-10T00%3A00%3A00%2B02%3A00&filterBy%5Btag%5D=a%20b%26%C3%A9&filterBy%5Bcountry%5D%5B%5D=FR&"
              "filterBy%5Bcountry%5D%5B%5D=DE&");
}

TEST(DemoDataQuery, has_the_last_of_what_is_sent_twice) {
    const DemoDataQuery query = parse("interval=hour&interval=day&pageSize=2&pageSize=3");
    EXPECT_EQ(query.interval, DemoInterval::day);
    EXPECT_EQ(query.page.page_size, 3);
}

}  // namespace
}  // namespace apivideo::detail
