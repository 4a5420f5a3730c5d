// SPDX-License-Identifier: MIT
// The body of an error response, from JSON to Problem.
#include "errors/problem_json.hpp"

#include "errors/problem_fields.hpp"
#include "json/reader.hpp"

namespace apivideo::detail {

Problem decode_problem(std::string_view body) {
    Problem problem;
    if (json::read(body, problem_fields, problem)) return {};
    return problem;
}

}  // namespace apivideo::detail
