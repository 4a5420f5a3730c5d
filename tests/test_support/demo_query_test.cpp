// SPDX-License-Identifier: MIT
// Tests of judging the parameters of a plays call.
#include "test_support/demo_query.hpp"

#include "test_support/demo_errors.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <limits>

namespace apivideo::detail {
namespace {

using namespace date::literals;

const date::sys_days today = 2023_y / 6 / 20;
const std::string known_video = "vi3q7HxhApxRF1c8F8r6VeaI";
const std::string good = "from=2023-06-10&dimension=country";

const DemoPlays& plays() {
    static const DemoPlays made{1, today};
    return made;
}

DemoQuery parse(const std::string& query, DemoMedia media = DemoMedia::videos) {
    return parse_demo_query(media, query, plays(), today);
}

/// `name: detail` of the refusal.
std::string refusal(const std::string& query, DemoMedia media = DemoMedia::videos) {
    try {
        (void)parse(query, media);
    } catch (const DemoRefusal& refused) {
        EXPECT_EQ(refused.answer().status, 400);
        const nlohmann::json body = nlohmann::json::parse(refused.answer().body);
        return body.at("name").get<std::string>() + ": " + body.at("detail").get<std::string>();
    }
    return "none";
}

TEST(DemoQuery, has_the_documented_defaults) {
    const DemoQuery query = parse(good);
    EXPECT_EQ(query.selection.from, date::sys_days{2023_y / 6 / 10});
    EXPECT_EQ(query.selection.to, today);
    EXPECT_EQ(query.selection.dimension, DemoDimension::country);
    EXPECT_EQ(query.selection.of_one, std::nullopt);
    EXPECT_EQ(query.page.current_page, 1);
    EXPECT_EQ(query.page.page_size, 25);
}

TEST(DemoQuery, takes_all_parameters_in_any_order_and_ignores_others) {
    const DemoQuery query = parse("pageSize=100&currentPage=3&unknown=x&filter=videoId%3A" + known_video +
                                  "&dimension=videoId&to=2023-06-12&from=2023-06-10");
    EXPECT_EQ(query.selection.from, date::sys_days{2023_y / 6 / 10});
    EXPECT_EQ(query.selection.to, date::sys_days{2023_y / 6 / 12});
    EXPECT_EQ(query.selection.dimension, DemoDimension::media_id);
    EXPECT_EQ(query.selection.of_one, 0u);
    EXPECT_EQ(query.page.current_page, 3);
    EXPECT_EQ(query.page.page_size, 100);
    EXPECT_EQ(query.kept, "dimension=videoId&filter=videoId:" + known_video);
}

TEST(DemoQuery, knows_the_dimensions_of_each_call) {
    for (const char* name : {"emittedAt", "country", "deviceType", "operatingSystem", "browser"})
        for (const DemoMedia media : {DemoMedia::videos, DemoMedia::live_streams})
            EXPECT_EQ(refusal(std::string{"from=2023-06-10&dimension="} + name, media), "none") << name;
    EXPECT_EQ(refusal("from=2023-06-10&dimension=liveStreamId", DemoMedia::live_streams), "none");
}

TEST(DemoQuery, refuses_a_dimension_of_the_other_call_or_of_none) {
    const std::string expected = "dimension: This value must be part of the following values: emittedAt,";
    for (const char* name : {"liveStreamId", "referrer", "Country", "", "country,browser"})
        EXPECT_EQ(refusal(std::string{"from=2023-06-10&dimension="} + name),
                  expected + "videoId,country,deviceType,operatingSystem,browser")
            << name;
    EXPECT_EQ(refusal("from=2023-06-10&dimension=videoId", DemoMedia::live_streams),
              expected + "liveStreamId,country,deviceType,operatingSystem,browser");
}

TEST(DemoQuery, needs_a_period_within_its_30_days) {
    struct Row {
        const char* period;
        const char* expected;
    };
    const Row rows[] = {
        {"from=2023-05-21", "none"},
        {"from=2023-05-20", "from: This value must be within the last 30 days."},
        {"from=2023-06-20", "none"},
        {"from=2023-06-21", "from: This value must be within the last 30 days."},
        {"from=2023-05-21&to=2023-05-21", "none"},
        {"from=2023-06-10&to=2023-05-20", "to: This value must be within the last 30 days."},
        {"from=2023-06-10&to=2023-06-20", "none"},
        {"from=2023-06-10&to=2023-06-21", "to: This value must be within the last 30 days."},
        {"from=2023-06-10&to=2023-06-10", "none"},
        {"from=2023-06-10&to=2023-06-09", "from: This value must not be after \"to\"."},
        {"from=2023-06-31", "from: This value is not a valid date."},
        {"from=", "from: This value is not a valid date."},
        {"from=2023-06-10&to=null", "to: This value is not a valid date."},
        {"from=2023-06-10&to=", "to: This value is not a valid date."},
    };
    for (const Row& row : rows)
        EXPECT_EQ(refusal(std::string{row.period} + "&dimension=country"), row.expected) << row.period;
}

TEST(DemoQuery, needs_from_and_dimension) {
    EXPECT_EQ(refusal(""), "from: This value must be of type string.");
    EXPECT_EQ(refusal("dimension=country"), "from: This value must be of type string.");
    EXPECT_EQ(refusal("from=2023-06-10"), "dimension: This value must be of type string.");
}

TEST(DemoQuery, needs_a_filter_of_one_existing_id) {
    const std::string structure = "filter: This value must be of the following structure(s): videoId:{videoId}";
    const std::string unknown = "filter: This value must refer to an existing video";
    EXPECT_EQ(refusal(good + "&filter=videoId:" + known_video), "none");
    for (const char* filter : {"", "videoId", "videoId:", "liveStreamId:li3q7HxhApxRF1c8F8r6VeaI", "VideoId:a",
                               "vi3q7HxhApxRF1c8F8r6VeaI", "country:france", "videoId:a,videoId:b"})
        EXPECT_EQ(refusal(good + "&filter=" + filter), structure) << filter;
    for (const char* id :
         {"viUnknown", "vi3q7HxhApxRF1c8F8r6Vea", "VI3Q7HXHAPXRF1C8F8R6VEAI", "%20", "a+b", "li3q7HxhApxRF1c8F8r6VeaI"})
        EXPECT_EQ(refusal(good + "&filter=videoId:" + id), unknown) << id;
    EXPECT_EQ(refusal(good + "&filter=liveStreamId:" + known_video, DemoMedia::live_streams),
              "filter: This value must refer to an existing live stream");
}

TEST(DemoQuery, needs_pages_that_are_numbers_in_range) {
    const std::string number = ": This value must be of type integer.";
    const std::string page = "currentPage: This value must be greater than or equal to 1.";
    const std::string size = "pageSize: This value must be between 1 and 100.";
    for (const char* bad : {"", "x", "1.5", "1e2", "0x1", "+1", "-", "--1", "1 ", "null", "9223372036854775808"}) {
        EXPECT_EQ(refusal(good + "&currentPage=" + bad), "currentPage" + number) << bad;
        EXPECT_EQ(refusal(good + "&pageSize=" + bad), "pageSize" + number) << bad;
    }
    for (const char* low : {"0", "-1", "-0"}) {
        EXPECT_EQ(refusal(good + "&currentPage=" + low), page) << low;
        EXPECT_EQ(refusal(good + "&pageSize=" + low), size) << low;
    }
    EXPECT_EQ(refusal(good + "&pageSize=101"), size);
    EXPECT_EQ(parse(good + "&currentPage=9223372036854775807").page.current_page,
              std::numeric_limits<std::int64_t>::max());
}

}  // namespace
}  // namespace apivideo::detail
