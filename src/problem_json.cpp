// SPDX-License-Identifier: MIT
// The body of an error answer, from JSON to Problem.
#include "problem_json.hpp"

#include "json_members.hpp"

#include <utility>

namespace apivideo::detail {
namespace {

void assign(Problem& problem, JsonMember&& member) {
    if (std::string* text = std::get_if<std::string>(&member.value)) {
        if (member.name == "type") problem.type = std::move(*text);
        if (member.name == "title") problem.title = std::move(*text);
        if (member.name == "detail") problem.detail = std::move(*text);
        if (member.name == "name") problem.name = std::move(*text);
    } else if (member.name == "status") {
        problem.status = std::get<std::int64_t>(member.value);
    }
}

}  // namespace

Problem decode_problem(std::string_view body) {
    Problem problem;
    const bool valid = read_json_members(body, "problems", [&](JsonMember&& member) {
        if (member.item > problem.problems.size()) problem.problems.resize(member.item);
        assign(member.item == 0 ? problem : problem.problems[member.item - 1], std::move(member));
    });
    return valid ? problem : Problem{};
}

}  // namespace apivideo::detail
