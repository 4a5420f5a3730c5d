// SPDX-License-Identifier: MIT
// Tests of cutting rows into pages, with counters and links that agree.
#include "test_support/demo_pages.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <limits>
#include <map>

namespace apivideo::detail {
namespace {

using nlohmann::json;

std::vector<DemoRow> numbered(int count) {
    std::vector<DemoRow> rows;
    for (int i = 0; i < count; ++i) rows.push_back({"value " + std::to_string(i), i});
    return rows;
}

DemoQuery query(std::int64_t page, std::int64_t size, DemoMedia media = DemoMedia::videos) {
    DemoQuery made{{media, DemoDimension::country, {}, {}, {}}};
    made.page.current_page = page;
    made.page.page_size = size;
    made.kept = "dimension=country";
    return made;
}

json page(std::int64_t number, std::int64_t size, int rows) {
    return json::parse(demo_page(query(number, size), numbered(rows)));
}

/// relation -> page number.
std::map<std::string, std::string> links(const json& page) {
    std::map<std::string, std::string> made;
    for (const json& link : page.at("pagination").at("links")) {
        const std::string uri = link.at("uri");
        const std::size_t begin = uri.find("currentPage=") + 12;
        made[link.at("rel")] = uri.substr(begin, uri.find('&', begin) - begin);
    }
    return made;
}

TEST(DemoPages, hold_the_rows_of_their_place) {
    EXPECT_EQ(page(2, 2, 5).at("data"),
              json::parse(R"([{"value":"value 2","plays":2},{"value":"value 3","plays":3}])"));
    EXPECT_EQ(page(3, 2, 5).at("data"), json::parse(R"([{"value":"value 4","plays":4}])"));
}

TEST(DemoPages, count_items_and_pages) {
    struct Row {
        std::int64_t page, size;
        int rows;
        std::int64_t items, pages;
    };
    for (const Row& row : {Row{1, 25, 60, 25, 3}, Row{3, 25, 60, 10, 3}, Row{1, 100, 60, 60, 1}, Row{1, 60, 60, 60, 1},
                           Row{60, 1, 60, 1, 60}, Row{4, 25, 60, 0, 3}, Row{1, 25, 0, 0, 1},
                           Row{std::numeric_limits<std::int64_t>::max(), 100, 60, 0, 1}}) {
        const json made = page(row.page, row.size, row.rows);
        const json& pagination = made.at("pagination");
        EXPECT_EQ(pagination.at("currentPage"), row.page);
        EXPECT_EQ(pagination.at("currentPageItems"), row.items) << row.page;
        EXPECT_EQ(pagination.at("pageSize"), row.size);
        EXPECT_EQ(pagination.at("pagesTotal"), row.pages) << row.page;
        EXPECT_EQ(pagination.at("itemsTotal"), row.rows);
        EXPECT_EQ(made.at("data").size(), static_cast<std::size_t>(row.items));
    }
}

TEST(DemoPages, link_to_each_other) {
    using Links = std::map<std::string, std::string>;
    EXPECT_EQ(links(page(1, 25, 60)), (Links{{"self", "1"}, {"first", "1"}, {"next", "2"}, {"last", "3"}}));
    EXPECT_EQ(links(page(2, 25, 60)),
              (Links{{"self", "2"}, {"first", "1"}, {"previous", "1"}, {"next", "3"}, {"last", "3"}}));
    EXPECT_EQ(links(page(3, 25, 60)), (Links{{"self", "3"}, {"first", "1"}, {"previous", "2"}, {"last", "3"}}));
    EXPECT_EQ(links(page(9, 25, 60)), (Links{{"self", "9"}, {"first", "1"}, {"previous", "3"}, {"last", "3"}}));
    EXPECT_EQ(links(page(1, 25, 0)), (Links{{"self", "1"}, {"first", "1"}, {"last", "1"}}));
}

TEST(DemoPages, keep_the_parameters_in_their_links) {
    EXPECT_EQ(page(1, 25, 1).at("pagination").at("links").at(0).at("uri"),
              "/analytics/videos/plays?dimension=country&currentPage=1&pageSize=25");
    EXPECT_EQ(json::parse(demo_page(query(1, 7, DemoMedia::live_streams), numbered(1)))
                  .at("pagination")
                  .at("links")
                  .at(0)
                  .at("uri"),
              "/analytics/live-streams/plays?dimension=country&currentPage=1&pageSize=7");
}

TEST(DemoPages, are_written_in_the_order_of_the_documentation) {
    const std::string text = demo_page(query(1, 1), numbered(1));
    EXPECT_EQ(text.substr(0, text.find(R"("links")")),
              R"({"data":[{"value":"value 0","plays":0}],"pagination":{"currentPage":1,"currentPageItems":1,)"
              R"("pageSize":1,"pagesTotal":1,"itemsTotal":1,)");
}

const DemoPeriod day{date::sys_days{date::year{2023} / 6 / 19}, date::sys_days{date::year{2023} / 6 / 20}};

TEST(DemoPages, of_a_data_call_say_what_they_answer_and_keep_all_parameters_in_their_links) {
    const std::vector<DemoDataRow> rows{{"FR", 7}, {"", 0.25}, {"DE", 1}};
    EXPECT_EQ(
        demo_data_page({"play", "breakdown", "country", day},
                       {"dimensionValue", rows, "/data/buckets/play/country?from=x&", {1, 2}}),
        R"({"context":{"metric":"play","breakdown":"country",)"
        R"("timeframe":{"from":"2023-06-19T00:00:00+00:00","to":"2023-06-20T00:00:00+00:00"}},)"
        R"("data":[{"dimensionValue":"FR","metricValue":7},{"dimensionValue":"","metricValue":0.25}],)"
        R"("pagination":{"currentPage":1,"currentPageItems":2,"pageSize":2,"pagesTotal":2,"itemsTotal":3,"links":[)"
        R"({"rel":"self","uri":"/data/buckets/play/country?from=x&currentPage=1&pageSize=2"},)"
        R"({"rel":"first","uri":"/data/buckets/play/country?from=x&currentPage=1&pageSize=2"},)"
        R"({"rel":"next","uri":"/data/buckets/play/country?from=x&currentPage=2&pageSize=2"},)"
        R"({"rel":"last","uri":"/data/buckets/play/country?from=x&currentPage=2&pageSize=2"}]}})");
}

TEST(DemoPages, have_a_number_alone_where_a_data_call_has_no_rows) {
    const DemoContext context{"play", "aggregation", "rate", day};
    EXPECT_EQ(demo_number(context, 0.5),
              R"({"context":{"metric":"play","aggregation":"rate",)"
              R"("timeframe":{"from":"2023-06-19T00:00:00+00:00","to":"2023-06-20T00:00:00+00:00"}},"data":0.5})");
    EXPECT_EQ(json::parse(demo_number(context, 12)).at("data").dump(), "12");
    EXPECT_TRUE(json::parse(demo_number(context, std::nullopt)).at("data").is_null());
}

}  // namespace
}  // namespace apivideo::detail
