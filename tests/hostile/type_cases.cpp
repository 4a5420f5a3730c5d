// SPDX-License-Identifier: MIT
// Every type of JSON in every place of the answer.
#include "hostile/scripts.hpp"

#include <algorithm>

namespace apivideo::tests {
namespace {

struct Type {
    std::string name;
    std::string text;
};

const std::vector<Type>& types() {
    static const std::vector<Type> all{{"null", "null"},    {"true", "true"},     {"false", "false"}, {"integer", "0"},
                                       {"fraction", "1.5"}, {"string", R"("x")"}, {"array", "[]"},    {"object", "{}"}};
    return all;
}

struct Place {
    std::string name;
    std::string before;
    std::string after;
    std::string where;                 ///< What an exception calls it.
    std::vector<std::string> taken{};  ///< Types that are right there, or do no harm.
    Expected then{right_data()};       ///< What they come to.
};

std::vector<std::string> all_types() {
    std::vector<std::string> names;
    for (const Type& type : types()) names.push_back(type.name);
    return names;
}

std::vector<Place> places() {
    const std::string row{R"({"data":[{"value":"france","plays":7)"};
    const std::string pagination = row + R"(}],"pagination":{)";
    const std::string link = pagination + R"("links":[{)";
    const std::vector<std::string> any = all_types();
    std::vector<Place> all{
        {"document", "", "", "", {"object"}, unexpected("/data")},
        {"data", R"({"data":)", "}", "/data", {"array"}, rows("")},
        {"row", R"({"data":[)", "]}", "/data/0", {"object"}, unexpected("/data/0/value")},
        {"value", R"({"data":[{"plays":7,"value":)", "}]}", "/data/0/value", {"string"}, rows("x=7")},
        {"plays", R"({"data":[{"value":"x","plays":)", "}]}", "/data/0/plays", {"integer"}, rows("x=0")},
        {"pagination", row + R"(}],"pagination":)", "}", "/pagination", {"null", "array", "object"}},
        {"links", pagination + R"("links":)", "}}", "", any},
        {"link", pagination + R"("links":[)", "]}}", "", any},
        {"rel", link + R"("rel":)", "}]}}", "", any},
        {"uri", link + R"("uri":)", "}]}}", "", any},
        {"unknown_member", row + R"(}],"new":)", "}", "", any},
        {"unknown_member_of_a_row", row + R"(,"new":)", "}]}", "", any},
        {"unknown_member_of_pagination", pagination + R"("new":)", "}}", "", any},
        {"unknown_member_of_a_link", link + R"("new":)", "}]}}", "", any}};
    for (const std::string counter : {"itemsTotal", "pagesTotal", "pageSize", "currentPage", "currentPageItems"})
        all.push_back(
            {counter, pagination + '"' + counter + "\":", "}}", "/pagination/" + counter, {"null", "integer"}});
    return all;
}

}  // namespace

std::vector<HostileCase> type_cases() {
    std::vector<HostileCase> cases;
    for (const Place& place : places()) {
        for (const Type& type : types()) {
            const bool taken = std::find(place.taken.begin(), place.taken.end(), type.name) != place.taken.end();
            cases.push_back({place.name + "_is_" + type.name, answers_body(place.before + type.text + place.after),
                             taken ? place.then : unexpected(place.where)});
        }
    }
    return cases;
}

}  // namespace apivideo::tests
