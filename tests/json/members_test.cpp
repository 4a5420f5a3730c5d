// SPDX-License-Identifier: MIT
// Flat JSON: which members are reported, which bodies are refused.
#include "json/members.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace apivideo::detail {
namespace {

std::string text_of(const JsonMember& member) {
    const std::string* text = std::get_if<std::string>(&member.value);
    return std::to_string(member.item) + ':' + std::string{member.name} + '=' +
           (text ? '"' + *text + '"' : std::to_string(std::get<std::int64_t>(member.value)));
}

std::vector<std::string> members_of(std::string_view json, std::string_view list = "list") {
    std::vector<std::string> found;
    EXPECT_TRUE(read_json_members(json, list, [&](JsonMember&& member) { found.push_back(text_of(member)); })) << json;
    return found;
}

bool is_read(std::string_view json) {
    return read_json_members(json, "list", [](JsonMember&&) {});
}

using Members = std::vector<std::string>;

TEST(JsonMembers, reports_strings_and_integers_in_order) {
    EXPECT_EQ(members_of(R"({"a":"x","b":7,"a":"again","c":-9223372036854775808,"":"no name"})"),
              (Members{"0:a=\"x\"", "0:b=7", "0:a=\"again\"", "0:c=-9223372036854775808", "0:=\"no name\""}));
}

TEST(JsonMembers, skips_everything_else) {
    EXPECT_EQ(members_of(R"({"a":null,"b":true,"c":1.5,"d":1e3,"e":[1,"x"],"f":{"g":1},"h":9223372036854775808})"),
              Members{});
}

TEST(JsonMembers, reports_the_objects_of_the_list_by_their_number) {
    EXPECT_EQ(members_of(R"({"list":[{"a":1},{"b":{"c":2},"d":["x"]},{"e":3}],"f":4})"),
              (Members{"1:a=1", "3:e=3", "0:f=4"}));
}

TEST(JsonMembers, reports_nothing_of_a_list_of_another_name_or_place) {
    EXPECT_EQ(members_of(R"({"other":[{"a":1}],"list":{"b":2},"x":{"list":[{"c":3}]},"list":[[{"d":4}]]})"), Members{});
}

TEST(JsonMembers, leaves_an_object_of_the_list_and_the_list_when_they_end) {
    EXPECT_EQ(members_of(R"({"list":[{"a":1},["x",2],"y"],"other":[{"b":3}],"more":{"c":{"d":4}}})"), Members{"1:a=1"});
}

TEST(JsonMembers, reads_a_byte_order_mark_and_white_space) {
    EXPECT_EQ(members_of("\xef\xbb\xbf \t\r\n{ \"a\" : 1 } \n"), Members{"0:a=1"});
}

TEST(JsonMembers, refuses_what_is_not_one_object) {
    using namespace std::string_view_literals;
    for (const std::string_view json : {""sv,
                                        " "sv,
                                        "null"sv,
                                        "7"sv,
                                        "-7"sv,
                                        "1.5"sv,
                                        "true"sv,
                                        "\"a\""sv,
                                        "[]"sv,
                                        "[{}]"sv,
                                        "{}{}"sv,
                                        "{} x"sv,
                                        "{}\0"sv,
                                        "{}\0{}"sv,
                                        "{"sv,
                                        "{\"a\"}"sv,
                                        "{\"a\":1"sv,
                                        "{\"a\":\"\x01\"}"sv,
                                        "{\"a\":\"\xff\"}"sv,
                                        "{\"a\":\"\\ud800\"}"sv,
                                        "{\"a\":01}"sv,
                                        "\xff\xfe{"sv,
                                        "9223372036854775808"sv})
        EXPECT_FALSE(is_read(json)) << json;
}

TEST(JsonMembers, reads_64_levels_and_refuses_65) {
    const auto nested = [](std::size_t levels) {
        return "{\"a\":" + std::string(levels - 1, '[') + std::string(levels - 1, ']') + '}';
    };
    EXPECT_TRUE(is_read(nested(64)));
    EXPECT_FALSE(is_read(nested(65)));
    EXPECT_FALSE(is_read(nested(1'000'000)));
}

}  // namespace
}  // namespace apivideo::detail
