// SPDX-License-Identifier: MIT
// Bodies that are no JSON, or not the JSON that was promised.
#include "hostile/scripts.hpp"

#include <apivideo/errors.hpp>

#include <utility>

namespace apivideo::tests {
namespace {

std::string in_data(const std::string& element) { return R"({"data":[)" + element + R"(],"pagination":{}})"; }
std::string with_value(const std::string& value) { return in_data(R"({"value":)" + value + R"(,"plays":7})"); }
std::string with_pagination(const std::string& value) {
    return R"({"data":[{"value":"france","plays":7}],"pagination":)" + value + '}';
}
std::string nested(const std::string& open, const std::string& close, std::size_t depth) {
    std::string text;
    text.reserve(depth * (open.size() + close.size()));
    for (std::size_t i = 0; i < depth; ++i) text += open;
    for (std::size_t i = 0; i < depth; ++i) text += close;
    return text;
}

struct Json {
    std::string name;
    Text body;
    Expected expected;
};

std::vector<Json> documents() {
    return {{"json_nothing", "", unexpected("")},
            {"json_spaces", "  \r\n\t ", unexpected("")},
            {"json_null", "null", unexpected("")},
            {"json_true", "true", unexpected("")},
            {"json_number", "7", unexpected("")},
            {"json_string", R"("data")", unexpected("")},
            {"json_array", "[]", unexpected("")},
            {"json_empty_object", "{}", unexpected("/data")},
            {"json_html", "<!DOCTYPE html><html></html>", unexpected("")},
            {"json_truncated", good_body.substr(0, 36), unexpected("/data/0/plays")},
            {"json_trailing_garbage", good_body + "garbage", unexpected("")},
            {"json_trailing_document", good_body + good_body, unexpected("")},
            {"json_trailing_comma", R"({"data":[],})", unexpected("")},
            {"json_trailing_null_byte", good_body + std::string(1, '\0'), unexpected("")},
            {"json_null_byte_and_more", good_body + std::string(1, '\0') + "more", unexpected("")},
            {"json_byte_order_mark", "\xef\xbb\xbf" + good_body, right_data()},
            {"json_half_a_byte_order_mark", "\xef\xbb" + good_body, unexpected("")},
            {"json_utf_16", std::string{"\xff\xfe{\0}\0", 6}, unexpected("")},
            {"json_utf_32", std::string{"{\0\0\0}\0\0\0", 8}, unexpected("")},
            {"json_comment", "/* hello */" + good_body, unexpected("")},
            {"json_single_quotes", "{'data':[]}", unexpected("")},
            {"json_padding", [] { return std::string(megabyte, ' ') + good_body; }, right_data()},
            {"json_prefix_against_hijacking", ")]}',\n" + good_body, unexpected("")}};
}

std::vector<Json> types() {
    return {{"json_data_null", R"({"data":null})", unexpected("/data")},
            {"json_data_object", R"({"data":{}})", unexpected("/data")},
            {"json_data_string", R"({"data":"none"})", unexpected("/data")},
            {"json_data_number", R"({"data":0})", unexpected("/data")},
            {"json_data_false", R"({"data":false})", unexpected("/data")},
            {"json_data_twice", R"({"data":[],"data":[]})", unexpected("/data")},
            {"json_row_null", in_data("null"), unexpected("/data/0")},
            {"json_row_array", in_data("[]"), unexpected("/data/0")},
            {"json_row_number", in_data("1"), unexpected("/data/0")},
            {"json_row_empty", in_data("{}"), unexpected("/data/0/value")},
            {"json_row_late", in_data(R"({"value":"a","plays":1},7)"), unexpected("/data/1")},
            {"json_value_missing", in_data(R"({"plays":7})"), unexpected("/data/0/value")},
            {"json_value_null", with_value("null"), unexpected("/data/0/value")},
            {"json_value_number", with_value("7"), unexpected("/data/0/value")},
            {"json_value_true", with_value("true"), unexpected("/data/0/value")},
            {"json_value_array", with_value("[]"), unexpected("/data/0/value")},
            {"json_value_object", with_value("{}"), unexpected("/data/0/value")},
            {"json_value_twice", in_data(R"({"value":"a","value":"b","plays":7})"), unexpected("/data/0/value")},
            {"json_value_empty", with_value(R"("")"), rows("=7")},
            {"json_value_with_escapes", with_value(R"("\u0066rance")"), right_data()},
            {"json_value_with_a_null_character", with_value(R"("a\u0000b")"), rows(std::string{"a\0b=7", 5})},
            {"json_value_with_half_a_pair", with_value(R"("\ud800")"), unexpected("/data/0/value")},
            {"json_value_with_bad_utf_8", with_value("\"\xc3\x28\""), unexpected("/data/0/value")},
            {"json_value_with_an_overlong_form", with_value("\"\xc0\xaf\""), unexpected("/data/0/value")},
            {"json_value_with_a_surrogate_in_utf_8", with_value("\"\xed\xa0\x80\""), unexpected("/data/0/value")},
            {"json_value_with_a_control_character", with_value("\"a\x01\""), unexpected("/data/0/value")},
            {"json_value_with_a_line_end", with_value("\"a\n\""), unexpected("/data/0/value")},
            {"json_value_with_a_bad_escape", with_value(R"("\x41")"), unexpected("/data/0/value")},
            {"json_value_of_1_mb", with_value('"' + std::string(megabyte, 'v') + '"'),
             rows(std::string(megabyte, 'v') + "=7")},
            {"json_unknown_members", R"({"new":[{}],"data":[{"value":"france","plays":7,"new":{"plays":"x"}}]})",
             right_data()}};
}

std::vector<Json> paginations() {
    return {
        {"json_pagination_null", with_pagination("null"), right_data()},
        {"json_pagination_empty_array", with_pagination("[]"), right_data()},
        {"json_pagination_full_array", with_pagination("[1]"), unexpected("/pagination")},
        {"json_pagination_string", with_pagination(R"("no")"), unexpected("/pagination")},
        {"json_pagination_twice", R"({"pagination":{},"pagination":{},"data":[]})", unexpected("/pagination")},
        {"json_counter_string", with_pagination(R"({"pagesTotal":"1"})"), unexpected("/pagination/pagesTotal")},
        {"json_counter_fraction", with_pagination(R"({"itemsTotal":1.5})"), unexpected("/pagination/itemsTotal")},
        {"json_counter_array", with_pagination(R"({"pageSize":[]})"), unexpected("/pagination/pageSize")},
        {"json_links_string", with_pagination(R"({"links":"none"})"), right_data()},
        {"json_links_of_anything", with_pagination(R"({"links":[null,7,{"rel":[],"uri":{}}]})"), right_data()},
        {"json_links_million", [] { return with_pagination(R"({"links":[{})" + nested(",{}", "", 2'500'000) + "]}"); },
         right_data()},
        {"json_rows_without_end",
         [] { return in_data(R"({"value":"","plays":0})" + nested(R"(,{"value":"","plays":0})", "", 340'000) + ",7"); },
         unexpected("/data/340001")},
        {"json_empty_rows", [] { return in_data("{}" + nested(",{}", "", 2'500'000)); }, unexpected("/data/0/value")}};
}

std::vector<Json> depths() {
    const std::string arrays = nested("[", "]", 100'000);
    const std::string objects = nested(R"({"a":)", "}", 100'000);
    return {{"json_deep_arrays", arrays, unexpected("")},
            {"json_deep_objects", objects, unexpected("")},
            {"json_deep_open_arrays", std::string(100'000, '['), unexpected("")},
            {"json_deep_open_arrays_of_8_mb", [] { return std::string(std::size_t{8} << 20, '['); }, unexpected("")},
            {"json_deep_data", R"({"data":)" + arrays + '}', unexpected("/data/0")},
            {"json_deep_value", with_value(arrays), unexpected("/data/0/value")},
            {"json_deep_unknown_member", R"({"new":)" + arrays + R"(,"data":[]})", unexpected("")},
            {"json_deep_links", with_pagination(R"({"links":)" + arrays + '}'), unexpected("/pagination/links")}};
}

}  // namespace

std::vector<HostileCase> json_cases() {
    std::vector<HostileCase> cases;
    for (const auto& family : {documents(), types(), paginations(), depths()})
        for (const Json& json : family) cases.push_back({json.name, answers_body(json.body), json.expected});
    const std::string deep = std::string(100'000, '[');
    cases.push_back({"json_deep_error", answers_status(400, {}, deep), api_error(400)});
    cases.push_back({"json_deep_problems", answers_status(403, {}, R"({"problems":)" + deep), api_error(403)});
    cases.push_back({"json_problems_without_end",
                     answers_status(404, {}, [] { return R"({"problems":[{})" + nested(",{}", "", 2'500'000) + "]}"; }),
                     api_error(404)});
    cases.push_back({"json_error_of_wrong_types",
                     answers_status(400, {}, R"({"title":7,"status":"x","detail":{},"name":[],"problems":{}})"),
                     api_error(400)});
    return cases;
}

std::vector<HostileCase> number_cases() {
    const Expected refused = unexpected("/data/0/plays");
    const std::vector<Json> numbers{
        {"zero", "0", rows("france=0")},
        {"minus_zero", "-0", rows("france=0")},
        {"negative", "-5", rows("france=-5")},
        {"most_of_63_bits", "9223372036854775807", rows("france=9223372036854775807")},
        {"one_more_than_63_bits", "9223372036854775808", refused},
        {"most_of_64_bits", "18446744073709551615", refused},
        {"past_64_bits", "18446744073709551616", refused},
        {"least_of_64_bits", "-9223372036854775808", rows("france=-9223372036854775808")},
        {"one_less_than_64_bits", "-9223372036854775809", refused},
        {"of_1000_digits", std::string(1000, '9'), refused},
        {"of_million_digits", [] { return std::string(megabyte, '9'); }, refused},
        {"integer_with_a_fraction", "7.0", rows("france=7")},
        {"fraction", "7.5", refused},
        {"with_an_exponent", "7e0", rows("france=7")},
        {"past_exact_doubles", "9007199254740993.0", refused},
        {"past_all_numbers", "7e400", refused},
        {"past_all_negative_numbers", "-7e400", refused},
        {"next_to_nothing", "7e-400", refused},
        {"with_a_huge_exponent", "1e99999999999", refused},
        {"with_zeros_before", "007", refused},
        {"with_a_plus", "+7", refused},
        {"without_a_digit_before_the_point", ".7", refused},
        {"without_a_digit_behind_the_point", "7.", refused},
        {"hexadecimal", "0x7", refused},
        {"with_a_suffix", "7n", refused},
        {"not_a_number", "NaN", refused},
        {"infinity", "Infinity", refused},
        {"minus_infinity", "-Infinity", refused},
        {"minus_alone", "-", refused},
        {"missing", "", refused},
        {"in_quotes", "\"7\"", refused},
        {"null", "null", refused},
        {"true", "true", refused},
        {"array", "[7]", refused},
        {"object", "{}", refused},
        {"two_of_them", "7 7", refused},
        {"told_twice", "7,\"plays\":8", refused},
    };
    std::vector<HostileCase> cases;
    for (const Json& number : numbers)
        cases.push_back({"plays_" + number.name, answers_body([text = number.body] {
                             return in_data(R"({"value":"france","plays":)" + text.made() + '}');
                         }),
                         number.expected});
    return cases;
}

}  // namespace apivideo::tests
