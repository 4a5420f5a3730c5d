// SPDX-License-Identifier: MIT
// Tests of which rows the /data calls answer with, in which order, and with what beside them.
#include "test_support/demo_rows.hpp"

#include "test_support/demo_data_fixture.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace apivideo::detail {
namespace {

using nlohmann::json;

TEST_F(DemoData, go_on_to_the_time_of_day_and_no_further) {
    const double until_now = number("play/count?from=2023-06-20T00:00:00Z");
    EXPECT_GT(until_now, 0);
    EXPECT_EQ(number("play/count?from=2023-06-20T00:00:00Z&to=2023-06-25T00:00:00Z"), until_now);
    EXPECT_EQ(keys("/data/timeseries/play?sortOrder=desc", "emittedAt").front(), "2023-06-20T15:00:00+00:00");
    utc_now += std::chrono::hours{2};
    EXPECT_GT(number("play/count?from=2023-06-20T00:00:00Z"), until_now);
    EXPECT_EQ(number("play/count?from=2023-06-20T00:00:00Z&to=2023-06-20T15:30:00Z"), until_now);
}

TEST_F(DemoData, begin_and_end_at_the_second_of_the_period) {
    const std::string begin = "2023-06-18T00:00:00Z", middle = "2023-06-18T17:11:13Z", end = "2023-06-19T00:00:00Z";
    const auto count = [&](const std::string& from, const std::string& to) {
        return number("play/count?from=" + from + "&to=" + to);
    };
    EXPECT_EQ(count(begin, middle) + count(middle, end), count(begin, end));
    EXPECT_EQ(count("2023-06-18T02:00:00%2B02:00", "2023-06-18T19:00:00-05:00"), count(begin, end));
    EXPECT_EQ(count(middle, middle), 0);
}

TEST_F(DemoData, have_intervals_of_utc_with_the_first_beginning_before_the_period_does) {
    EXPECT_EQ(keys("/data/timeseries/play?interval=day&from=2023-06-18T23:00:00%2B02:00&to=2023-06-20T00:00:00Z",
                   "emittedAt"),
              (std::vector<std::string>{"2023-06-18T00:00:00+00:00", "2023-06-19T00:00:00+00:00"}));
    const std::string minutes =
        "/data/timeseries/impression?interval=minute&from=2023-06-19T20:00:30Z&to=2023-06-19T21:00:30Z";
    for (const std::string& minute : keys(minutes, "emittedAt")) EXPECT_EQ(minute.substr(16), ":00+00:00");
}

TEST_F(DemoData, have_no_row_of_what_did_not_happen) {
    const std::string query = "?from=2023-06-19T02:00:00Z&to=2023-06-19T03:00:00Z&interval=minute&pageSize=100";
    const auto minutes = values("/data/timeseries/play" + query);
    EXPECT_GT(minutes.size(), 0u);
    EXPECT_LT(minutes.size(), 60u);
    const auto ends = values("/data/timeseries/end" + query);
    EXPECT_GT(ends.size(), 0u);
    EXPECT_LT(ends.size(), minutes.size());
    const json nothing = json_of("/data/buckets/play/country?filterBy[country]=XX");
    EXPECT_EQ(nothing.at("data"), json::array());
    EXPECT_EQ(nothing.at("pagination").at("itemsTotal"), 0);
    EXPECT_EQ(number("play/count?filterBy[country]=XX"), 0);
    EXPECT_TRUE(json_of("/data/metrics/play/rate?filterBy[country]=XX").at("data").is_null());
}

TEST_F(DemoData, come_sorted_as_asked) {
    const auto sorted = [&](const std::string& query) {
        const json rows = rows_of("/data/buckets/play/country?pageSize=100" + query);
        return std::is_sorted(rows.begin(), rows.end(), [&](const json& a, const json& b) {
            const bool descends = query.find("desc") != std::string::npos || query.empty();
            const char* const key =
                query.find("dimensionValue") != std::string::npos ? "dimensionValue" : "metricValue";
            return descends ? a.at(key) > b.at(key) : a.at(key) < b.at(key);
        });
    };
    for (const char* query : {"", "&sortBy=metricValue&sortOrder=desc", "&sortBy=metricValue&sortOrder=asc",
                              "&sortBy=dimensionValue&sortOrder=asc", "&sortBy=dimensionValue&sortOrder=desc"})
        EXPECT_TRUE(sorted(query)) << query;
    std::vector<std::string> up = keys("/data/timeseries/play?sortBy=emittedAt", "emittedAt");
    const std::vector<std::string> down = keys("/data/timeseries/play?sortBy=emittedAt&sortOrder=desc", "emittedAt");
    std::reverse(up.begin(), up.end());
    EXPECT_EQ(up, down);
    const std::vector<std::string> most = keys("/data/timeseries/play?sortBy=metricValue", "emittedAt");
    EXPECT_EQ(most.front(), keys("/data/timeseries/play?sortBy=metricValue&sortOrder=asc", "emittedAt").back());
}

TEST_F(DemoData, can_be_walked_by_links_over_a_period_that_stays) {
    std::vector<std::string> all;
    std::string target = "/data/buckets/play/country?" + days_of_june + "&filterBy[tag]=Cool+videos&pageSize=7";
    const std::vector<std::string> expected = keys(target + "0");
    while (!target.empty()) {
        const json answer = json_of(target);
        for (const json& row : answer.at("data")) all.push_back(row.at("dimensionValue"));
        target.clear();
        for (const json& link : answer.at("pagination").at("links")) {
            const std::string uri = link.at("uri");
            EXPECT_NE(uri.find("to=2023-06-13T00%3A00%3A00Z"), std::string::npos) << uri;
            if (link.at("rel") == "next") target = uri;
        }
    }
    EXPECT_EQ(all, expected);
    EXPECT_GT(all.size(), 50u);
}

TEST_F(DemoData, name_the_metric_with_what_it_was_asked_with) {
    const struct {
        const char* target;
        const char* metric;
    } rows[] = {{"/data/metrics/play/count", "play"},
                {"/data/metrics/view/count", "view-5"},
                {"/data/metrics/view/count?viewDuration=10s", "view-10"},
                {"/data/metrics/view/count?viewDuration=10s&unique=true", "unique-view-10"},
                {"/data/metrics/ccv/peak?unique=true", "unique-ccv"},
                {"/data/metrics/ccv/peak?unique=false", "ccv"},
                {"/data/buckets/play-total/media-id", "play-total"},
                {"/data/buckets/ccv-average/country?unique=true", "unique-ccv-average"},
                {"/data/timeseries/ccv-peak?unique=true", "unique-ccv-peak"},
                {"/data/timeseries/view?unique=true", "unique-view-5"}};
    for (const auto& row : rows) EXPECT_EQ(json_of(row.target).at("context").at("metric"), row.metric) << row.target;
}

TEST_F(DemoData, say_what_they_are_about) {
    EXPECT_EQ(json_of("/data/metrics/ccv/peak").at("context").at("aggregation"), "peak");
    EXPECT_EQ(json_of("/data/buckets/play/referrer").at("context").at("breakdown"), "referrer");
    EXPECT_EQ(json_of("/data/timeseries/play").at("context").at("interval"), "hour");
    EXPECT_EQ(json_of("/data/timeseries/play?from=2023-06-10T00:00:00%2B02:00").at("context"), json::parse(R"({
        "metric": "play", "interval": "day",
        "timeframe": {"from": "2023-06-09T22:00:00+00:00", "to": "2023-06-20T15:30:00+00:00"}})"));
}

}  // namespace
}  // namespace apivideo::detail
