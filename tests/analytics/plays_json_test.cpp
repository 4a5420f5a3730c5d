// SPDX-License-Identifier: MIT
// Bodies of plays answers: what is taken, what is refused, where, and in which words.
#include "analytics/plays_json.hpp"

#include <apivideo/errors.hpp>

#include <gtest/gtest.h>

#include "analytics/decoding.hpp"
#include "support/thrown.hpp"

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace apivideo::detail {
namespace {

using namespace std::string_literals;
using test_support::is_one_line;
using test_support::thrown_by;

AnalyticsPlaysResponse decoded(const std::string& body) {
    return decode(HttpResponse{200, "OK", {}, body}, plays_fields);
}

/// Refused at this place with this message; an end `...` of the message stands for anything.
void expect_refused(const std::string& body, const std::string& where, const std::string& message) {
    SCOPED_TRACE(body.substr(0, 200));
    const auto e = thrown_by<UnexpectedResponseException>([&] { (void)decoded(body); });
    EXPECT_EQ(e.where(), where);
    EXPECT_EQ(e.status(), 200);
    EXPECT_EQ(e.body(), body);
    EXPECT_TRUE(is_one_line(e.what()));
    std::string expected = "unexpected answer (200)" + (where.empty() ? "" : " at " + where) + ": " + message;
    std::string text = e.what();
    if (const std::size_t open = expected.find("..."); open != std::string::npos) {
        expected.resize(open);
        text.resize(std::min(text.size(), open));
    }
    EXPECT_EQ(text, expected);
}

/// A valid body with @p json in the place of one value.
struct Place {
    const char* where;
    const char* expected;
    const char* before;
    const char* after;

    std::string with(const std::string& json) const { return before + json + after; }
};

constexpr const char* counter_end = R"(,"links":[]}})";
const Place document{"", "an object", "", ""};
const Place data{"/data", "an array", R"({"data":)", R"(,"pagination":{}})"};
const Place row{"/data/1", "an object", R"({"data":[{"value":"a","plays":1},)", R"(],"pagination":{}})"};
const Place value{"/data/1/value", "a string", R"({"data":[{"value":"a","plays":1},{"value":)", R"(,"plays":2}]})"};
const Place plays{"/data/0/plays", "an integer", R"({"data":[{"value":"a","plays":)", "}]}"};
const Place pagination{"/pagination", "an object", R"({"data":[],"pagination":)", "}"};
const Place counters[] = {
    {"/pagination/itemsTotal", "an integer", R"({"data":[],"pagination":{"itemsTotal":)", counter_end},
    {"/pagination/pagesTotal", "an integer", R"({"data":[],"pagination":{"pagesTotal":)", counter_end},
    {"/pagination/pageSize", "an integer", R"({"data":[],"pagination":{"pageSize":)", counter_end},
    {"/pagination/currentPage", "an integer", R"({"data":[],"pagination":{"currentPage":)", counter_end},
    {"/pagination/currentPageItems", "an integer", R"({"data":[],"pagination":{"currentPageItems":)", counter_end}};

enum class Kind { null, boolean, integer, fraction, text, object, array };
const struct {
    Kind kind;
    const char* json;
    const char* found;
} values[] = {{Kind::null, "null", "null"},
              {Kind::boolean, "true", "a boolean"},
              {Kind::boolean, "false", "a boolean"},
              {Kind::integer, "7", "a number"},
              {Kind::integer, "-7", "a number"},
              {Kind::fraction, "1.5", "a number"},
              {Kind::fraction, "18446744073709551616", "a number"},
              {Kind::fraction, "9223372036854775808", "a number"},
              {Kind::text, "\"100\"", "a string"},
              {Kind::object, "{}", "an object"},
              {Kind::object, R"({"value":"x","plays":1})", "an object"},
              {Kind::array, "[]", "an array"},
              {Kind::array, "[[1]]", "an array"}};

void expect_only(const Place& place, std::initializer_list<Kind> allowed) {
    for (const auto& v : values) {
        const bool taken = std::find(allowed.begin(), allowed.end(), v.kind) != allowed.end();
        if (!taken)
            expect_refused(place.with(v.json), place.where, "expected "s + place.expected + ", found " + v.found);
    }
}

TEST(PlaysJson, takes_only_an_object) { expect_only(document, {Kind::object}); }
TEST(PlaysJson, takes_only_an_array_as_data) { expect_only(data, {Kind::array}); }
TEST(PlaysJson, takes_only_objects_as_rows) { expect_only(row, {Kind::object}); }
TEST(PlaysJson, takes_only_a_string_as_value) { expect_only(value, {Kind::text}); }

TEST(PlaysJson, takes_only_an_integer_as_plays) {
    expect_only(plays, {Kind::integer, Kind::fraction});
    for (const char* number : {"1.5", "1e-2", "9007199254740992.5", "9007199254740993.0", "1e16", "9223372036854775808",
                               "-9223372036854775809", "18446744073709551615", "18446744073709551616",
                               "99999999999999999999999", "1e400", "-1e999999999"})
        expect_refused(plays.with(number), plays.where,
                       "expected an integer, found a number that is no 64-bit integer");
}

TEST(PlaysJson, takes_only_an_integer_or_null_as_a_counter) {
    for (const Place& counter : counters) {
        expect_only(counter, {Kind::integer, Kind::fraction, Kind::null});
        for (const char* number : {"1.5", "9223372036854775808", "1e400"})
            expect_refused(counter.with(number), counter.where,
                           "expected an integer, found a number that is no 64-bit integer");
    }
}

TEST(PlaysJson, takes_only_an_object_null_or_an_empty_array_as_pagination) {
    expect_only(pagination, {Kind::object, Kind::null, Kind::array});
    for (const char* element : {"null", "true", "1", "-1", "1.5", "\"a\"", "{}", R"({"pageSize":1})", "[]", "1e400"})
        expect_refused(pagination.with("["s + element + ']'), "/pagination", "expected an object, found an array");
}

TEST(PlaysJson, keeps_integers_exact_to_64_bits) {
    const struct {
        const char* text;
        std::int64_t number;
    } cases[] = {{"0", 0},
                 {"-0", 0},
                 {"-5", -5},
                 {"9007199254740993", 9007199254740993},
                 {"7.0", 7},
                 {"1.0E+2", 100},
                 {"-0.0", 0},
                 {"9223372036854775807", std::numeric_limits<std::int64_t>::max()},
                 {"-9223372036854775808", std::numeric_limits<std::int64_t>::min()}};
    for (const auto& c : cases) {
        EXPECT_EQ(decoded(plays.with(c.text)).data.at(0).plays, c.number);
        EXPECT_EQ(decoded(counters[1].with(c.text)).pagination.pages_total, c.number);
    }
}

TEST(PlaysJson, reads_each_counter_into_its_member) {
    const Pagination read =
        decoded(
            pagination.with(
                R"({"itemsTotal":1,"pagesTotal":2,"pageSize":3,"currentPage":4,"currentPageItems":5,"links":[{"rel":"self","uri":"\/a"},{"uri":"/b","rel":"next"}]})"))
            .pagination;
    EXPECT_EQ(read, (Pagination{1, 2, 3, 4, 5, {{"self", "/a"}, {"next", "/b"}}}));
}

TEST(PlaysJson, has_no_pagination_where_there_is_none) {
    EXPECT_EQ(decoded(R"({"data":[]})").pagination, Pagination{});
    for (const char* none : {"null", "[]", "{}", " [ ] "})
        EXPECT_EQ(decoded(pagination.with(none)).pagination, Pagination{});
    for (const Place& counter : counters) EXPECT_EQ(decoded(counter.with("null")).pagination, Pagination{});
}

TEST(PlaysJson, needs_data_and_in_each_row_value_and_plays) {
    expect_refused("{}", "/data", "expected an array, found nothing");
    expect_refused(R"({"pagination":{"pageSize":1}})", "/data", "expected an array, found nothing");
    expect_refused(R"({"Data":[]})", "/data", "expected an array, found nothing");
    expect_refused(row.with("{}"), "/data/1/value", "expected a string, found nothing");
    expect_refused(row.with(R"({"plays":1})"), "/data/1/value", "expected a string, found nothing");
    expect_refused(row.with(R"({"value":"x"})"), "/data/1/plays", "expected an integer, found nothing");
    expect_refused(row.with(R"({"inner":{"value":"x","plays":1}})"), "/data/1/value",
                   "expected a string, found nothing");
}

TEST(PlaysJson, refuses_a_second_one_of_a_required_member) {
    const char* message = "expected one such member, found a second";
    expect_refused(R"({"data":[],"data":[]})", "/data", message);
    expect_refused(R"({"data":[],"d\u0061ta":[]})", "/data", message);
    expect_refused(R"({"data":[],"pagination":{},"pagination":{}})", "/pagination", message);
    expect_refused(row.with(R"({"value":"a","plays":1,"value":"b"})"), "/data/1/value", message);
    expect_refused(row.with(R"({"value":"a","plays":1,"plays":1})"), "/data/1/plays", message);
}

TEST(PlaysJson, takes_the_last_of_repeated_counters_and_links) {
    EXPECT_EQ(
        decoded(pagination.with(
                    R"({"pageSize":1,"links":[{"rel":"a","uri":"b"}],"pageSize":2,"links":[{"rel":"c","uri":"d"}]})"))
            .pagination,
        (Pagination{{}, {}, 2, {}, {}, {{"c", "d"}}}));
    EXPECT_EQ(decoded(pagination.with(R"({"pageSize":1,"pageSize":null})")).pagination, Pagination{});
    EXPECT_EQ(decoded(pagination.with(R"({"links":"x","links":[{"rel":"c","uri":"d"}]})")).pagination.links,
              (std::vector<PaginationLink>{{"c", "d"}}));
    EXPECT_TRUE(decoded(pagination.with(R"({"links":[{"rel":"c","uri":"d"}],"links":"x"})")).pagination.links.empty());
}

TEST(PlaysJson, takes_members_in_any_order) {
    const AnalyticsPlaysResponse read = decoded(
        R"({"pagination":{"links":[{"uri":"u","rel":"r"}],"pageSize":1},"data":[{"plays":1,"value":"a"},{"value":"b","plays":2}]})");
    EXPECT_EQ(read.data, (std::vector<AnalyticsData>{{"a", 1}, {"b", 2}}));
    EXPECT_EQ(read.pagination, (Pagination{{}, {}, 1, {}, {}, {{"r", "u"}}}));
}

TEST(PlaysJson, ignores_unknown_members_of_every_type_anywhere) {
    for (const char* unknown :
         {"null", "true", "1", "-1", "1.5", "99999999999999999999", "\"x\"", "{}", "[]",
          "[1,[2,{\"a\":[]}],\"b\",null]",
          R"({"data":7,"pagination":"x","value":1,"plays":"y","links":2,"rel":3,"uri":[],"pageSize":{"plays":null}})",
          R"([{"value":1,"plays":"x"}])"}) {
        std::string body =
            R"({"new":?,"data":[{"new":?,"value":"a","new":?,"plays":1,"new":?}],"context":?,"pagination":{"new":?,"pageSize":25,"links":[{"new":?,"rel":"self","uri":"/x","new":?}],"new":?},"new":?})";
        for (std::size_t at; (at = body.find('?')) != std::string::npos;) body.replace(at, 1, unknown);
        SCOPED_TRACE(unknown);
        const AnalyticsPlaysResponse read = decoded(body);
        EXPECT_EQ(read.data, (std::vector<AnalyticsData>{{"a", 1}}));
        EXPECT_EQ(read.pagination, (Pagination{{}, {}, 25, {}, {}, {{"self", "/x"}}}));
    }
}

TEST(PlaysJson, says_where_a_fault_is_behind_unknown_members) {
    expect_refused(
        R"({"new":{"a":[{"b":1}]},"data":[{"new":[[]],"value":"a","plays":1},{"value":"b","new":{},"plays":null}]})",
        "/data/1/plays", "expected an integer, found null");
    expect_refused(R"({"data":[],"new":[{}],"pagination":{"new":[{}],"pageSize":"25"}})", "/pagination/pageSize",
                   "expected an integer, found a string");
}

TEST(PlaysJson, has_no_links_where_they_are_malformed_and_all_else) {
    for (const char* links : {"null",
                              "true",
                              "7",
                              "1.5",
                              "99999999999999999999",
                              "\"x\"",
                              "{}",
                              R"({"first":{"rel":"first","uri":"/videos"},"next":{"rel":"next","uri":"/videos"}})",
                              "[null]",
                              "[1]",
                              "[\"x\"]",
                              "[[]]",
                              R"([[{"rel":"self","uri":"/a"}]])",
                              R"([{"rel":null,"uri":"/a"}])",
                              R"([{"rel":"self","uri":null}])",
                              R"([{"rel":1,"uri":"/a"}])",
                              R"([{"rel":{"rel":"self"},"uri":"/a"}])",
                              R"([{"rel":["self"],"uri":"/a"}])",
                              R"([{"rel":"self","uri":"/a"},7])",
                              R"([{"rel":"self","uri":"/a"},{"rel":"next","uri":false}])"}) {
        SCOPED_TRACE(links);
        const AnalyticsPlaysResponse read = decoded(R"({"pagination":{"pageSize":1,"links":)"s + links +
                                                    R"(,"currentPage":2},"data":[{"value":"a","plays":1}]})");
        EXPECT_EQ(read.data, (std::vector<AnalyticsData>{{"a", 1}}));
        EXPECT_EQ(read.pagination, (Pagination{{}, {}, 1, 2, {}, {}}));
    }
}

TEST(PlaysJson, keeps_what_there_is_of_a_link) {
    EXPECT_EQ(decoded(pagination.with(R"({"links":[{},{"rel":"self"},{"uri":"/a"}]})")).pagination.links,
              (std::vector<PaginationLink>{{"", ""}, {"self", ""}, {"", "/a"}}));
}

TEST(PlaysJson, takes_more_links_than_anybody_needs_as_malformed) {
    std::string links{"{}"};
    for (int i = 1; i < 100; ++i) links += ",{}";
    EXPECT_EQ(decoded(pagination.with(R"({"links":[)" + links + "]}")).pagination.links.size(), 100u);
    EXPECT_EQ(decoded(pagination.with(R"({"links":[)" + links + R"(,{}],"pageSize":1})")).pagination,
              (Pagination{{}, {}, 1, {}, {}, {}}));
}

TEST(PlaysJson, decodes_escapes_and_keeps_utf_8) {
    const std::vector<AnalyticsData> rows =
        decoded(R"({"data":[{"value":"\/\"\\\b\f\n\r\t\u00e9\ud83c\udfac\u0000","plays":1},{"value":"é","plays":2}]})")
            .data;
    EXPECT_EQ(rows.at(0).value, "/\"\\\b\f\n\r\t\xc3\xa9\xf0\x9f\x8e\xac\0"s);
    EXPECT_EQ(rows.at(1).value, "\xc3\xa9");
}

TEST(PlaysJson, takes_white_space_and_a_byte_order_mark) {
    EXPECT_EQ(decoded("\xef\xbb\xbf \t\r\n{ \"data\" :\n[ ] }\r\n").data.size(), 0u);
}

TEST(PlaysJson, refuses_an_empty_body) { expect_refused("", "", "expected an object, found nothing"); }

TEST(PlaysJson, refuses_what_is_not_json_and_says_where) {
    const struct {
        std::string body;
        const char* where;
        const char* message;
    } cases[] = {{" ", "", "is not valid JSON at byte 2"},
                 {"<!DOCTYPE html><html></html>", "", "is not valid JSON at byte 1"},
                 {"OK", "", "is not valid JSON at byte 1"},
                 {"\xff\xfe{\0}\0"s, "", "is not valid JSON at byte 1"},
                 {"\0"s, "", "is not valid JSON at byte 1"},
                 {"\xef\xbb", "", "is not valid JSON ..."},
                 {"{", "", "is not valid JSON at byte 2"},
                 {R"({"data":[]}})", "", "is not valid JSON at byte 12"},
                 {R"({"data":[]} x)", "", "is not valid JSON at byte 13"},
                 {R"({"data":[]}{"data":[]})", "", "is not valid JSON at byte 12"},
                 {"{\"data\":[]}\0"s, "", "is not valid JSON at byte 12"},
                 {"{\"data\":[]}\0 rest"s, "", "is not valid JSON at byte 12"},
                 {"{\"data\":\0[]}"s, "/data", "is not valid JSON at byte 9"},
                 {R"({"data":[})", "/data/0", "is not valid JSON at byte 10"},
                 {R"({"data":[],})", "", "is not valid JSON at byte 12"},
                 {R"({'data':[]})", "", "is not valid JSON at byte 2"},
                 {R"({"data":[] /* none */})", "", "is not valid JSON at byte 12"},
                 {plays.with("01"), "/data/0/plays", "is not valid JSON ..."},
                 {plays.with("+1"), "/data/0/plays", "is not valid JSON ..."},
                 {plays.with("1."), "/data/0/plays", "is not valid JSON ..."},
                 {plays.with("NaN"), "/data/0/plays", "is not valid JSON ..."},
                 {plays.with("Infinity"), "/data/0/plays", "is not valid JSON ..."},
                 {plays.with(""), "/data/0/plays", "is not valid JSON ..."},
                 {value.with("\"\xff\""), "/data/1/value", "is not valid JSON ..."},
                 {value.with("\"\xc0\xaf\""), "/data/1/value", "is not valid JSON ..."},
                 {value.with("\"\xed\xa0\x80\""), "/data/1/value", "is not valid JSON ..."},
                 {value.with("\"\n\""), "/data/1/value", "is not valid JSON ..."},
                 {value.with("\"\x01\""), "/data/1/value", "is not valid JSON ..."},
                 {value.with("\"\0\""s), "/data/1/value", "is not valid JSON ..."},
                 {value.with(R"("\x")"), "/data/1/value", "is not valid JSON ..."},
                 {value.with(R"("\ud800")"), "/data/1/value", "is not valid JSON ..."},
                 {value.with(R"("\u12")"), "/data/1/value", "is not valid JSON ..."},
                 {value.with("\"never closed"), "/data/1/value", "is not valid JSON ..."},
                 {counters[2].with("tru"), "/pagination/pageSize", "is not valid JSON ..."},
                 {pagination.with(R"({"links":[)"), "/pagination/links", "is not valid JSON ..."}};
    for (const auto& c : cases) expect_refused(c.body, c.where, c.message);
}

TEST(PlaysJson, refuses_every_body_that_was_cut_short) {
    const std::string body =
        R"({"data":[{"value":"a","plays":12}],"new":{"a":[true,null,1.5]},"pagination":{"pageSize":25,"links":[{"rel":"self","uri":"/a"}]}})";
    EXPECT_NO_THROW((void)decoded(body));
    for (std::size_t size = 0; size < body.size(); ++size)
        EXPECT_THROW((void)decoded(body.substr(0, size)), UnexpectedResponseException) << size;
}

TEST(PlaysJson, says_that_an_unknown_number_is_out_of_range) {
    expect_refused(R"({"data":[],"new":1e400})", "", "has a number out of range at byte 22");
}

TEST(PlaysJson, takes_64_levels_and_refuses_the_65th) {
    const auto nested = [](std::size_t levels) {
        return R"({"data":[],"new":)" + std::string(levels - 1, '[') + std::string(levels - 1, ']') + '}';
    };
    EXPECT_NO_THROW((void)decoded(nested(64)));
    expect_refused(nested(65), "", "is nested deeper than 64 levels");
    expect_refused(nested(100'000), "", "is nested deeper than 64 levels");
    std::string objects;
    for (int i = 0; i < 100'000; ++i) objects += R"({"a":)";
    expect_refused(R"({"data":[],"pagination":{"links":)" + objects, "/pagination/links",
                   "is nested deeper than 64 levels");
    expect_refused(row.with(R"({"new":)" + objects), "/data/1", "is nested deeper than 64 levels");
    expect_refused(std::string(100'000, '['), "", "expected an object, found an array");
}

TEST(PlaysJson, takes_bodies_of_ten_megabytes) {
    constexpr std::size_t size = 10'000'000;
    std::string body = R"({"data":[{"value":"0","plays":0})";
    std::size_t rows = 1;
    for (; body.size() < size; ++rows) body += R"(,{"value":")" + std::to_string(rows) + R"(","plays":1})";
    const AnalyticsPlaysResponse read = decoded(body + "]}");
    ASSERT_EQ(read.data.size(), rows);
    EXPECT_EQ(read.data.back(), (AnalyticsData{std::to_string(rows - 1), 1}));
    EXPECT_EQ(decoded(value.with('"' + std::string(size, 'x') + '"')).data.at(1).value.size(), size);
    EXPECT_EQ(decoded(R"({"data":[],"new":")" + std::string(size, 'x') + "\"}").data.size(), 0u);
    expect_refused(std::string(size, ' '), "", "is not valid JSON at byte " + std::to_string(size + 1));
    expect_refused(R"({"data":[)" + std::string(size, '['), "/data/0", "expected an object, found an array");
}

TEST(PlaysJson, keeps_the_whole_answer_and_reads_its_rate_limit) {
    const HttpResponse response{200, "Fine", {{"x-ratelimit-remaining", "41"}, {"A", "b"}}, R"({"data":[]} )"};
    const AnalyticsPlaysResponse read = decode(HttpResponse{response}, plays_fields);
    EXPECT_EQ(read.http, response);
    EXPECT_EQ(read.rate_limit, (RateLimit{{}, 41, {}}));
}

}  // namespace
}  // namespace apivideo::detail
