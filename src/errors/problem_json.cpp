// SPDX-License-Identifier: MIT
// The body of an error answer, from JSON to Problem.
#include "errors/problem_json.hpp"

#include "json/members.hpp"

#include <cstddef>
#include <utility>

namespace apivideo::detail {
namespace {

/// A problem takes many times the room of the text `{}` that stands for one.
constexpr std::size_t most_problems = 100;

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
    std::size_t last_item = 0;
    const bool valid = read_json_members(body, "problems", [&](JsonMember&& member) {
        if (member.item == 0) return assign(problem, std::move(member));
        if (member.item != last_item) {
            if (problem.problems.size() == most_problems) return;
            problem.problems.emplace_back();
            last_item = member.item;
        }
        assign(problem.problems.back(), std::move(member));
    });
    if (!valid) return {};
    return problem;
}

}  // namespace apivideo::detail
