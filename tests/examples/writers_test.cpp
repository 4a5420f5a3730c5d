// SPDX-License-Identifier: MIT
// The report as table, csv and json.
#include "writers.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <limits>
#include <string>

namespace analytics_report {
namespace {

constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();

Screen terminal() {
    Screen screen;
    screen.terminal = true;
    return screen;
}

Report report(std::vector<Row> rows) {
    Report report;
    report.question.subject = "Plays of videos";
    report.question.dimension = "country";
    report.pagination.emplace();
    report.rows = std::move(rows);
    return report;
}

TEST(Table, has_a_header_right_aligned_plays_and_a_total) {
    EXPECT_EQ(as_table(report({{"france", 1200}, {"türkiye", 34}, {"chad", 0}}), {}),
              "Plays of videos\n"
              "\n"
              "country  plays\n"
              "-------  -----\n"
              "france    1200\n"
              "türkiye     34\n"
              "chad         0\n"
              "-------  -----\n"
              "total     1234\n");
}

TEST(Table, without_rows_has_a_total_of_none) {
    EXPECT_EQ(as_table(report({}), {}),
              "Plays of videos\n"
              "\n"
              "country  plays\n"
              "-------  -----\n"
              "-------  -----\n"
              "total        0\n");
}

TEST(Table, says_which_page_it_is_and_how_many_requests_are_left) {
    Report page = report({{"france", 1}});
    page.pagination->current_page = 2;
    page.pagination->pages_total = 3;
    page.rate_limit.remaining = 499;
    page.rate_limit.limit = 500;
    const std::string table = as_table(page, {});
    EXPECT_NE(table.find("\npage 2 of 3, 499 of 500 requests left\n"), std::string::npos) << table;
    EXPECT_NE(table.find("\ntotal of this page      1\n"), std::string::npos) << table;
}

TEST(Table, of_many_pages_says_which) {
    Report all = report({{"france", 1}});
    all.pagination->pages_total = 3;
    all.pages = 3;
    EXPECT_NE(as_table(all, {}).find("\npages 1 to 3 of 3\n"), std::string::npos) << as_table(all, {});
    EXPECT_NE(as_table(all, {}).find("\ntotal        1\n"), std::string::npos) << as_table(all, {});
}

TEST(Table, of_fewer_pages_than_there_are_is_of_a_part) {
    Report some = report({{"france", 1}});
    some.pagination->pages_total = 3;
    some.pages = 1;
    EXPECT_NE(as_table(some, {}).find("\ntotal of these pages      1\n"), std::string::npos) << as_table(some, {});
    EXPECT_NE(as_table(some, {}).find("\npage 1 of 3\n"), std::string::npos) << as_table(some, {});
}

TEST(Table, keeps_no_room_in_each_line_for_one_value_that_is_longer_than_any) {
    std::vector<Row> rows(1000, Row{"x", std::int64_t{1}});
    rows.push_back({std::string(100'000, 'y'), 2});
    const std::string table = as_table(report(rows), {});
    EXPECT_NE(table.find(std::string(100'000, 'y') + "      2\n"), std::string::npos);
    EXPECT_LT(table.size(), 300'000U);
}

TEST(Table, says_of_page_and_requests_only_what_it_knows) {
    Report page = report({{"france", 1}});
    page.rate_limit.remaining = 7;
    EXPECT_NE(as_table(page, {}).find("\n7 requests left\n"), std::string::npos);
    page.rate_limit = {};
    page.pagination->current_page = 1;
    EXPECT_NE(as_table(page, {}).find("\npage 1\n"), std::string::npos);
}

TEST(Table, draws_bars_in_proportion_on_a_terminal) {
    Screen screen = terminal();
    screen.columns = 32;  // 7 + 5 of columns, 4 of gaps: 16 for the longest bar
    EXPECT_EQ(as_table(report({{"france", 160}, {"italy", 80}, {"spain", 5}, {"malta", 1}, {"chad", 0}}), screen),
              "Plays of videos\n"
              "\n"
              "country  plays\n"
              "-------  -----\n"
              "france     160  ████████████████\n"
              "italy       80  ████████\n"
              "spain        5  ▌\n"
              "malta        1  ▏\n"
              "chad         0\n"
              "-------  -----\n"
              "total      246\n");
}

TEST(Table, draws_bars_in_ascii_where_the_terminal_knows_no_more) {
    Screen screen = terminal();
    screen.columns = 32;
    screen.utf8 = false;
    const std::string table = as_table(report({{"france", 160}, {"malta", 1}}), screen);
    EXPECT_NE(table.find("france     160  ################\n"), std::string::npos) << table;
    EXPECT_NE(table.find("malta        1  #\n"), std::string::npos) << table;
}

TEST(Table, draws_no_bars_where_there_is_no_room) {
    Screen screen = terminal();
    screen.columns = 20;
    EXPECT_NE(as_table(report({{"france", 160}}), screen).find("france     160\n"), std::string::npos);
}

TEST(Table, shortens_values_that_are_longer_than_a_line_on_a_terminal_only) {
    const std::string value(1000, 'x');
    EXPECT_NE(as_table(report({{value, 1}}), {}).find(value), std::string::npos);
    const std::string table = as_table(report({{value, 1}}), terminal());
    EXPECT_EQ(table.find(value), std::string::npos);
    EXPECT_NE(table.find("xxx...  "), std::string::npos);
}

TEST(Table, shortens_values_to_what_a_narrow_terminal_has_room_for) {
    Screen narrow = terminal();
    narrow.columns = 30;
    const std::string table = as_table(report({{std::string(60, 'x'), 1234567}}), narrow);
    EXPECT_NE(table.find('\n' + std::string(18, 'x') + "...  1234567\n"), std::string::npos) << table;
}

TEST(Written, has_no_bytes_beyond_ascii_where_the_terminal_knows_no_more) {
    Screen screen = terminal();
    screen.utf8 = false;
    const Report odd = report({{"t\xc3\xbcrkiye \xc3\x9b[31m", 3}});
    for (const Format format : {Format::table, Format::csv, Format::json}) {
        const std::string text = written(odd, format, screen);
        EXPECT_NE(text.find("t?rkiye"), std::string::npos) << text;
        for (const char c : text) EXPECT_LT(static_cast<unsigned char>(c), 0x80);
    }
    screen.terminal = false;
    EXPECT_NE(written(odd, Format::csv, screen).find("t\xc3\xbcrkiye"), std::string::npos);
}

TEST(Table, lets_no_value_break_a_line_or_steer_a_terminal) {
    const std::string table = as_table(report({{"a\x1b[2J\nb", 1}}), {});
    EXPECT_NE(table.find("a [2J b      1\n"), std::string::npos) << table;
}

TEST(Table, does_not_wrap_a_total_that_is_too_large) {
    EXPECT_NE(as_table(report({{"france", largest}, {"italy", 1}}), {}).find("too many to count"), std::string::npos);
}

TEST(Csv, has_a_header_and_a_line_for_each_row) {
    EXPECT_EQ(as_csv(report({{"france", 1200}, {"mac osx", 34}}), {}), "value,plays\nfrance,1200\nmac osx,34\n");
}

TEST(Csv, of_no_rows_is_a_header) { EXPECT_EQ(as_csv(report({}), {}), "value,plays\n"); }

Report fractions() {
    Report fractions =
        report({{"FR", std::optional{0.25}}, {"DE", std::optional<double>{}}, {"IT", std::optional{7.0}}});
    fractions.question.measure = {"play-rate", "Play rate", "", "", false, false};
    fractions.question.value_name = "dimensionValue";
    fractions.question.number_name = "metricValue";
    return fractions;
}

Report one_number(std::optional<double> number) {
    Report one = report({{"", number}});
    one.question.shape = Shape::one_number;
    one.question.value_name = "";
    one.question.number_name = "data";
    one.pagination.reset();
    return one;
}

TEST(MissingValues, are_empty_in_csv_null_in_json_and_a_dash_in_a_table) {
    EXPECT_EQ(as_csv(fractions(), {}), "dimensionValue,metricValue\nFR,0.25\nDE,\nIT,7\n");
    EXPECT_EQ(as_json_lines(fractions()),
              "{\"dimensionValue\":\"FR\",\"metricValue\":0.25}\n"
              "{\"dimensionValue\":\"DE\",\"metricValue\":null}\n"
              "{\"dimensionValue\":\"IT\",\"metricValue\":7}\n");
    EXPECT_EQ(as_table(fractions(), {}),
              "Plays of videos\n"
              "\n"
              "country     play-rate\n"
              "----------  ---------\n"
              "FR France        0.25\n"
              "DE Germany          -\n"
              "IT Italy            7\n");
}

TEST(OneNumber, is_alone_on_a_line_in_a_table_and_in_csv) {
    EXPECT_EQ(as_table(one_number(1234567.125), {}), "1234567.125\n");
    EXPECT_EQ(as_csv(one_number(1234567.125), {}), "1234567.125\n");
    EXPECT_EQ(as_json_lines(one_number(7)), "{\"data\":7}\n");
    EXPECT_EQ(as_table(one_number({}), {}), "-\n");
    EXPECT_EQ(as_csv(one_number({}), {}), "\n");
    EXPECT_EQ(nlohmann::json::parse(as_json(one_number({})))["data"], nullptr);
}

TEST(JsonReport, has_the_context_that_the_service_told) {
    Report metrics = one_number(7);
    metrics.context.emplace();
    metrics.context->metric = "play";
    metrics.context->timeframe.from = "2024-05-29T07:00:00+00:00";
    EXPECT_EQ(nlohmann::json::parse(as_json(metrics)), nlohmann::json::parse(R"({
        "context": {"metric": "play", "timeframe": {"from": "2024-05-29T07:00:00+00:00"}},
        "data": 7, "rateLimit": {}})"));
}

TEST(Table, shows_no_more_rows_than_wanted_but_the_total_of_all) {
    const Report three = report({{"france", 3}, {"italy", 2}, {"chad", 1}});
    EXPECT_EQ(as_table(three, {}, 1),
              "Plays of videos\n"
              "\n"
              "country  plays\n"
              "-------  -----\n"
              "france       3\n"
              "... 2 more\n"
              "-------  -----\n"
              "total        6\n");
    EXPECT_EQ(as_table(three, {}, 3), as_table(three, {}));
}

TEST(Csv, quotes_what_would_break_a_line) {
    EXPECT_EQ(as_csv(report({{"a,b", 1}, {"say \"hi\"", 2}, {"two\nlines", 3}, {"c\rd", 4}}), {}),
              "value,plays\n\"a,b\",1\n\"say \"\"hi\"\"\",2\n\"two\nlines\",3\n\"c\rd\",4\n");
}

TEST(Csv, keeps_values_as_they_are_except_on_a_terminal) {
    EXPECT_EQ(as_csv(report({{"a\x1b[2J", 1}}), {}), "value,plays\na\x1b[2J,1\n");
    EXPECT_EQ(as_csv(report({{"a\x1b[2J", 1}}), terminal()), "value,plays\na [2J,1\n");
}

TEST(JsonReport, names_things_as_the_service_does) {
    Report page = report({{"france", 1200}});
    page.pagination->current_page = 1;
    page.pagination->pages_total = 2;
    page.pagination->items_total = 30;
    page.pagination->links = {{"self", "/analytics/videos/plays?currentPage=1"}};
    page.rate_limit.limit = 500;
    page.rate_limit.retry_after = std::chrono::seconds{60};
    const auto expected = nlohmann::json::parse(R"({
        "data": [{"value": "france", "plays": 1200}],
        "pagination": {"currentPage": 1, "pagesTotal": 2, "itemsTotal": 30,
                       "links": [{"rel": "self", "uri": "/analytics/videos/plays?currentPage=1"}]},
        "rateLimit": {"limit": 500, "retryAfter": 60}})");
    EXPECT_EQ(nlohmann::json::parse(as_json(page)), expected);
}

TEST(JsonReport, keeps_values_and_the_largest_numbers) {
    const std::string value{"a\x1b[2J\"\\\n\x7f\xc2\x9b türkiye 日本"};
    const auto json = nlohmann::json::parse(as_json(report({{value, largest}})));
    EXPECT_EQ(json["data"][0]["value"], value);
    EXPECT_EQ(json["data"][0]["plays"], largest);
}

TEST(JsonReport, has_no_character_that_steers_a_terminal) {
    const std::string json = as_json(report({{"\x1b\x7f\xc2\x9b", 1}}));
    for (const char* bytes : {"\x1b", "\x7f", "\xc2\x9b"}) EXPECT_EQ(json.find(bytes), std::string::npos);
}

TEST(JsonReport, is_valid_even_where_a_value_is_not_utf8) {
    EXPECT_TRUE(nlohmann::json::accept(as_json(report({{"\xff", 1}}))));
}

}  // namespace
}  // namespace analytics_report
