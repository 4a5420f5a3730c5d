// SPDX-License-Identifier: MIT
// Each rule of a table: what is read, what is skipped, and what is a fault.
#include "json/reader.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace apivideo::detail::json {
namespace {

using namespace std::string_literals;

struct Part {
    std::string name{};
    std::optional<std::int64_t> size{};
};
struct Whole {
    std::string title{"untitled"};
    std::int64_t number{0};
    std::optional<std::string> note{};
    std::optional<std::int64_t> hint{};
    std::optional<double> measure{};
    Part part{};
    std::optional<Part> odd{};
    std::vector<Part> parts{};
    std::vector<Part> whole{};
    std::vector<Part> fitting{};
};

constexpr auto part_fields = table(required<&Part::name>("name"), optional<&Part::size>("size"));
constexpr auto link_like = table(defaulted<&Part::name>("name"));
constexpr auto lenient_part = table(defaulted<&Part::name>("name"), lenient<&Part::size>("size"));
constexpr auto whole_fields = table(
    required<&Whole::number>("number"), defaulted<&Whole::title>("title"), optional<&Whole::note>("note"),
    lenient<&Whole::hint>("hint"), optional<&Whole::measure>("measure"), optional<&Whole::part>("part", part_fields),
    lenient<&Whole::odd>("odd", lenient_part), optional<&Whole::parts>("parts", part_fields),
    whole_list<&Whole::whole>("whole", link_like, 2), fitting_items<&Whole::fitting>("fitting", lenient_part, 2));

Whole whole_of(const std::string& members) {
    Whole whole;
    const std::optional<Fault> fault =
        read(R"({"number":1)" + (members.empty() ? "" : "," + members) + "}", whole_fields, whole);
    EXPECT_FALSE(fault) << members << ": " << fault->where << ": " << fault->message;
    return whole;
}

std::string fault_of(const std::string& text) {
    Whole whole;
    const std::optional<Fault> fault = read(text, whole_fields, whole);
    return fault ? fault->where + ": " + fault->message : "no fault";
}
std::string fault_with(const std::string& member) { return fault_of(R"({"number":1,)" + member + "}"); }

std::vector<std::string> names_of(const std::vector<Part>& parts) {
    std::vector<std::string> names;
    for (const Part& part : parts) names.push_back(part.name);
    return names;
}
using Names = std::vector<std::string>;

TEST(JsonReader, needs_each_required_member_once) {
    EXPECT_EQ(fault_of("{}"), "/number: expected an integer, found nothing");
    EXPECT_EQ(fault_of(R"({"number":null})"), "/number: expected an integer, found null");
    EXPECT_EQ(fault_of(R"({"number":"1"})"), "/number: expected an integer, found a string");
    EXPECT_EQ(fault_of(R"({"number":1,"number":1})"), "/number: expected one such member, found a second");
}

TEST(JsonReader, keeps_the_default_of_a_missing_member) {
    EXPECT_EQ(whole_of("").title, "untitled");
    EXPECT_EQ(whole_of(R"("title":"")").title, "");
    EXPECT_EQ(fault_with(R"("title":null)"), "/title: expected a string, found null");
    EXPECT_EQ(fault_with(R"("title":1)"), "/title: expected a string, found a number");
}

TEST(JsonReader, unsets_an_optional_member_that_is_missing_or_null) {
    EXPECT_EQ(whole_of("").note, std::nullopt);
    EXPECT_EQ(whole_of(R"("note":"a","note":null)").note, std::nullopt);
    EXPECT_EQ(whole_of(R"("note":"a","note":"b")").note, "b");
    EXPECT_EQ(fault_with(R"("note":true)"), "/note: expected a string, found a boolean");
    EXPECT_EQ(whole_of(R"("part":null)").part.name, "");
}

TEST(JsonReader, unsets_a_lenient_member_that_does_not_fit) {
    for (const char* value : {"null", "true", "\"1\"", "1.5", "9223372036854775808", "[]", "[1,[2]]", R"({"hint":3})"})
        EXPECT_EQ(whole_of(R"("hint":)"s + value).hint, std::nullopt) << value;
    EXPECT_EQ(whole_of(R"("hint":-9223372036854775808)").hint, INT64_MIN);
}

TEST(JsonReader, reads_a_number_that_equals_an_integer) {
    EXPECT_EQ(whole_of(R"("hint":7.0)").hint, 7);
    EXPECT_EQ(fault_of(R"({"number":7.5})"), "/number: expected an integer, found a number that is no 64-bit integer");
}

TEST(JsonReader, reads_every_number_as_the_nearest_double) {
    EXPECT_EQ(whole_of(R"("measure":7)").measure, 7.0);
    EXPECT_EQ(whole_of(R"("measure":-0.1)").measure, -0.1);
    EXPECT_EQ(whole_of(R"("measure":9007199254740993)").measure, 9007199254740992.0);
    EXPECT_EQ(whole_of(R"("measure":18446744073709551615)").measure, 18446744073709551616.0);
    EXPECT_EQ(whole_of(R"("measure":null)").measure, std::nullopt);
    EXPECT_EQ(fault_with(R"("measure":"7")"), "/measure: expected a number, found a string");
    EXPECT_EQ(fault_with(R"("measure":1e999)"), "/measure: expected a number, found a number that no double holds");
}

TEST(JsonReader, leaves_out_a_lenient_object_that_is_none) {
    for (const char* value : {"null", "7", "[]", R"([{"name":"a"}])", "\"a\""}) {
        const Whole read = whole_of(R"("odd":)"s + value + R"(,"note":"after")");
        EXPECT_EQ(read.odd.has_value(), false) << value;
        EXPECT_EQ(read.note, "after") << value;
    }
    EXPECT_EQ(whole_of(R"("odd":{"name":"a","size":"x"})").odd->name, "a");
}

TEST(JsonReader, reads_objects_within_objects) {
    EXPECT_EQ(whole_of(R"("part":{"name":"a","size":1},"note":"b")").part.size, 1);
    EXPECT_EQ(fault_with(R"("part":{"size":1})"), "/part/name: expected a string, found nothing");
    EXPECT_EQ(fault_with(R"("part":{"name":"a"},"part":{"name":"b"})"),
              "/part: expected one such member, found a second");
}

TEST(JsonReader, takes_an_empty_array_for_an_optional_object) {
    EXPECT_EQ(whole_of(R"("part":[],"note":"b")").note, "b");
    for (const char* item : {"null", "1", "{}", "[]"})
        EXPECT_EQ(fault_with(R"("part":[)"s + item + "]"), "/part: expected an object, found an array") << item;
}

TEST(JsonReader, reads_lists_and_says_which_item_does_not_fit) {
    EXPECT_EQ(names_of(whole_of(R"("parts":[{"name":"a"},{"name":"b"}])").parts), (Names{"a", "b"}));
    EXPECT_EQ(fault_with(R"("parts":[{"name":"a"},{"name":1}])"), "/parts/1/name: expected a string, found a number");
    EXPECT_EQ(fault_with(R"("parts":[{"name":"a"},[]])"), "/parts/1: expected an object, found an array");
    EXPECT_EQ(fault_with(R"("parts":[{"name":"a"},7])"), "/parts/1: expected an object, found a number");
}

TEST(JsonReader, keeps_the_last_of_several_lists) {
    EXPECT_EQ(names_of(whole_of(R"("parts":[{"name":"a"}],"parts":[{"name":"b"}])").parts), Names{"b"});
}

TEST(JsonReader, empties_a_whole_list_of_which_anything_does_not_fit) {
    EXPECT_EQ(names_of(whole_of(R"("whole":[{"name":"a"},{}])").whole), (Names{"a", ""}));
    for (const char* list : {R"([{"name":"a"},{"name":1}])", R"([{"name":null}])",
                             R"([{"name":{"name":"a"}},{"name":"b"}])", R"([{"name":["a"]},{"name":"b"}])",
                             R"([{"name":"a"},[[{}]]])", "[1]", "[{},{},{}]", "7", "null", R"({"name":"a"})"}) {
        const Whole read = whole_of(R"("whole":)"s + list + R"(,"note":"after","parts":[{"name":"b"}])");
        EXPECT_TRUE(read.whole.empty()) << list;
        EXPECT_EQ(read.note, "after") << list;
        EXPECT_EQ(names_of(read.parts), Names{"b"}) << list;
    }
}

TEST(JsonReader, reads_a_whole_list_after_one_that_did_not_fit) {
    EXPECT_EQ(names_of(whole_of(R"("whole":[1],"whole":[{"name":"a"}])").whole), Names{"a"});
    EXPECT_EQ(names_of(whole_of(R"("whole":[{"name":"a"}],"whole":7)").whole), Names{});
}

TEST(JsonReader, keeps_the_fitting_items_of_a_list_up_to_its_limit) {
    EXPECT_EQ(
        names_of(
            whole_of(R"("fitting":[1,{"name":"a"},[{"name":"x"}],{"name":"b","size":"?"},{"name":"c"}],"note":"n")")
                .fitting),
        (Names{"a", "b"}));
}

TEST(JsonReader, leaves_out_items_of_which_no_member_fits) {
    EXPECT_EQ(
        names_of(
            whole_of(R"("fitting":[{},{"new":"x"},{"size":"?"},{"name":"a"},{},{"size":1},{"name":"c"}])").fitting),
        (Names{"a", ""}));
}

TEST(JsonReader, skips_unknown_members_at_any_depth) {
    EXPECT_EQ(whole_of(R"("new":{"number":[{"number":"x"}],"parts":7},"note":"a")").note, "a");
    EXPECT_EQ(whole_of(R"("part":{"new":[[{}]],"name":"a"},"note":"b")").part.name, "a");
}

TEST(JsonReader, reads_only_one_object) {
    for (const char* text : {"null", "7", "-7", "1.5", "true", "\"a\"", "[]", "[{}]"})
        EXPECT_EQ(fault_of(text).substr(0, 20), ": expected an object") << text;
    for (const std::string& text : {" "s, R"({"number":1} x)"s, R"({"number":1}{})"s, "{\"number\":1}\0"s, "{"s,
                                    "{\"number\":\"\xff\"}"s, "\xff\xfe{"s})
        EXPECT_NE(fault_of(text).find("is not valid JSON at byte"), std::string::npos) << text;
    EXPECT_EQ(fault_of(""), ": expected an object, found nothing");
    EXPECT_EQ(fault_of("\xef\xbb\xbf \t\r\n{ \"number\" : 1 } \n"), "no fault");
}

TEST(JsonReader, reads_64_levels_and_refuses_65) {
    const auto nested = [](std::size_t levels) {
        return R"({"number":1,"new":)" + std::string(levels - 1, '[') + std::string(levels - 1, ']') + '}';
    };
    EXPECT_EQ(fault_of(nested(64)), "no fault");
    EXPECT_EQ(fault_of(nested(65)), ": is nested deeper than 64 levels");
    EXPECT_EQ(fault_with(R"("whole":)" + std::string(100'000, '[')), "/whole: is nested deeper than 64 levels");
}

}  // namespace
}  // namespace apivideo::detail::json
