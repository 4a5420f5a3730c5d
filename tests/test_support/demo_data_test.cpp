// SPDX-License-Identifier: MIT
// Tests of the numbers of the /data calls: they agree with each other and with those of the plays calls.
#include "test_support/demo_data.hpp"

#include "test_support/demo_data_fixture.hpp"

#include <algorithm>
#include <map>
#include <string>

namespace apivideo::detail {
namespace {

using nlohmann::json;

constexpr const char* breakdowns[] = {"media-id",    "media-type",       "continent", "country",
                                      "device-type", "operating-system", "browser",   "referrer"};
TEST_F(DemoData, count_as_many_plays_in_every_breakdown_and_over_time_as_at_once) {
    for (const std::string query : {"", "?from=2023-06-10T00:00:00Z", "?from=2023-06-19T12:34:56%2B02:00",
                                    "?from=2023-06-18T00:00:00Z&filterBy[country][]=FR&filterBy[browser]=chrome"})
        for (const std::string metric : {"play", "start", "end", "impression"}) {
            const double total = number(metric + "/count" + query);
            EXPECT_GT(total, 0);
            for (const std::string breakdown : breakdowns)
                EXPECT_EQ(sum("/data/buckets/" + metric + "/" + breakdown + query), total) << metric << breakdown;
            EXPECT_EQ(sum("/data/timeseries/" + metric + query), total) << metric << query;
        }
}

TEST_F(DemoData, count_the_plays_of_the_plays_calls) {
    const std::string plays = "from=2023-06-10&to=2023-06-13&pageSize=100&dimension=";
    const struct {
        const char* call;
        const char* type;
        const char* id;
    } media[] = {{"videos", "video", "videoId"}, {"live-streams", "live-stream", "liveStreamId"}};
    for (const auto& of : media) {
        const auto rows = [&](const std::string& dimension) {
            return rows_of(std::string{"/analytics/"} + of.call + "/plays?" + plays + dimension);
        };
        const std::string query = "?" + days_of_june + "&filterBy[mediaType]=" + of.type;
        const struct {
            const char* dimension;
            const char* breakdown;
        } dimensions[] = {{of.id, "media-id"},
                          {"deviceType", "device-type"},
                          {"operatingSystem", "operating-system"},
                          {"browser", "browser"}};
        for (const auto& by : dimensions) {
            double total = 0;
            std::map<std::string, double> expected;
            for (const json& row : rows(by.dimension)) total += expected[row.at("value")] = row.at("plays");
            EXPECT_EQ(values(std::string{"/data/buckets/play/"} + by.breakdown + query), expected);
            EXPECT_EQ(number("play/count" + query), total);
        }
    }
}

TEST_F(DemoData, have_countries_as_codes_with_the_plays_of_their_names) {
    const json named = rows_of("/analytics/videos/plays?from=2023-06-10&to=2023-06-13&pageSize=100&dimension=country");
    const auto coded = values("/data/buckets/play/country?filterBy[mediaType]=video&" + days_of_june);
    std::map<std::string, double> expected;
    for (const json& row : named)
        for (const DemoCountry& country : demo_countries())
            if (country.value == row.at("value")) expected[std::string{country.code}] = row.at("plays");
    EXPECT_EQ(coded, expected);
    EXPECT_EQ(coded.count("FR"), 1u);
}

TEST_F(DemoData, have_the_hours_of_the_plays_calls_with_an_offset) {
    const std::string day = "from=2023-06-12T00:00:00Z&to=2023-06-13T00:00:00Z&filterBy[mediaType]=video";
    std::map<std::string, double> expected;
    for (const json& row : rows_of("/analytics/videos/plays?from=2023-06-12&to=2023-06-13&dimension=emittedAt"))
        expected[row.at("value").get<std::string>().substr(0, 19) + "+00:00"] = row.at("plays");
    EXPECT_EQ(values("/data/timeseries/play?" + day), expected);
}

TEST_F(DemoData, agree_with_each_other_in_every_breakdown) {
    for (const std::string breakdown : breakdowns) {
        const auto of = [&](const char* metric) {
            return values(std::string{"/data/buckets/"} + metric + "/" + breakdown);
        };
        auto starts = of("start");
        auto ends = of("end");
        auto peaks = of("ccv-peak");
        const auto impressions = of("impression");
        const auto rates = of("play-rate");
        for (const auto& [value, plays] : of("play")) {
            EXPECT_GE(impressions.at(value), plays);
            EXPECT_DOUBLE_EQ(rates.at(value), plays / impressions.at(value));
            EXPECT_LE(starts[value], plays);
            EXPECT_LE(ends[value], starts[value]);
        }
        for (const auto& [value, average] : of("ccv-average")) EXPECT_LE(average, peaks[value]);
    }
}

TEST_F(DemoData, have_the_ratios_of_their_counts) {
    EXPECT_DOUBLE_EQ(number("play/rate"), number("play/count") / number("impression/count"));
    EXPECT_DOUBLE_EQ(number("watch-time/average"), number("watch-time/sum") / number("start/count"));
    EXPECT_DOUBLE_EQ(number("impression-time/average"), number("impression-time/sum") / number("impression/count"));
    EXPECT_EQ(number("play/sum"), number("play/count"));
}

TEST_F(DemoData, have_viewers_whose_peak_over_time_is_their_peak) {
    double peak = 0;
    for (const auto& [time, viewers] : values("/data/timeseries/ccv-peak")) peak = std::max(peak, viewers);
    EXPECT_EQ(number("ccv/peak"), peak);
    EXPECT_GT(peak, 5);
    double average = 0;
    for (const auto& [time, viewers] :
         values("/data/timeseries/ccv-average?from=2023-06-18T00:00:00Z&to=2023-06-19T00:00:00Z"))
        average += viewers / 24;
    EXPECT_NEAR(sum("/data/buckets/ccv-average/country?from=2023-06-18T00:00:00Z&to=2023-06-19T00:00:00Z"), average,
                1e-9);
}

TEST_F(DemoData, have_viewers_at_each_minute_of_those_who_came_before) {
    const std::string minutes = "?interval=minute&from=2023-06-19T21:00:00Z&to=2023-06-19T22:00:00Z&pageSize=100";
    EXPECT_EQ(values("/data/timeseries/ccv-peak" + minutes).size(), 60u);
    EXPECT_LT(values("/data/timeseries/play" + minutes).size(), 60u);
}

TEST_F(DemoData, have_live_viewers_of_the_last_20_seconds) {
    EXPECT_EQ(number("ccv/live"), number("ccv/peak?from=2023-06-20T15:29:40Z&to=2023-06-20T15:30:00Z"));
    EXPECT_EQ(number("ccv/live?to=2023-06-19T21:00:00Z"),
              number("ccv/peak?from=2023-06-19T20:59:40Z&to=2023-06-19T21:00:00Z"));
    EXPECT_GT(number("ccv/live"), 0);
    EXPECT_LT(number("ccv/live"), number("ccv/peak"));
}

TEST_F(DemoData, have_fewer_views_the_longer_they_last_and_fewer_unique_ones) {
    double before = number("start/count") + 1;
    for (const std::string duration : {"3s", "5s", "10s", "30s"}) {
        const double views = number("view/count?viewDuration=" + duration);
        EXPECT_LT(views, before);
        EXPECT_LT(number("view/count?unique=true&viewDuration=" + duration), views);
        EXPECT_EQ(number("view/count?unique=false&viewDuration=" + duration), views);
        before = views;
    }
    EXPECT_EQ(number("view/count"), number("view/count?viewDuration=5s"));
    EXPECT_LT(sum("/data/buckets/ccv-average/country?unique=true"), sum("/data/buckets/ccv-average/country"));
}

TEST_F(DemoData, count_unique_viewers_over_midnight_once_but_once_in_each_interval) {
    const std::string query = "?unique=true&from=2023-06-18T12:00:00Z&to=2023-06-19T12:00:00Z";
    const double once = number("view/count" + query);
    EXPECT_EQ(sum("/data/buckets/view/country" + query), once);
    EXPECT_GT(sum("/data/timeseries/view" + query + "&interval=day"), once);
    EXPECT_GT(sum("/data/timeseries/view" + query + "&interval=hour"),
              sum("/data/timeseries/view" + query + "&interval=day"));
}

TEST_F(DemoData, have_all_plays_that_there_are_in_the_total_whatever_the_period) {
    const double total = number("play/total");
    EXPECT_EQ(total, number("play/count?from=2023-05-21T00:00:00Z"));
    EXPECT_EQ(total, number("play/total?from=2023-06-19T00:00:00Z&to=whenever"));
    EXPECT_EQ(total, sum("/data/buckets/play-total/media-id?from=2023-06-19T00:00:00Z"));
    EXPECT_EQ(number("play/total?filterBy[mediaType]=video") + number("play/total?filterBy[mediaType]=live-stream"),
              total);
    EXPECT_EQ(number("play/total?filterBy[mediaId][]=vi3q7HxhApxRF1c8F8r6VeaI"),
              values("/data/buckets/play-total/media-id").at("vi3q7HxhApxRF1c8F8r6VeaI"));
}

TEST_F(DemoData, are_the_same_on_every_machine) {
    const struct {
        const char* call;
        double expected;
    } rows[] = {{"play/count?", 2729},
                {"impression/count?", 4155},
                {"impression-time/sum?", 4199075},
                {"watch-time/sum?", 1849103},
                {"end/count?", 814},
                {"ccv/peak?", 27},
                {"view/count?unique=true&", 1757}};
    for (const auto& row : rows) EXPECT_EQ(number(row.call + days_of_june), row.expected) << row.call;
}

}  // namespace
}  // namespace apivideo::detail
