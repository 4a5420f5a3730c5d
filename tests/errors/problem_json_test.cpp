// SPDX-License-Identifier: MIT
// Error bodies: members, problems, and what is left out.
#include "errors/problem_json.hpp"

#include <gtest/gtest.h>

#include <string>

namespace apivideo::detail {
namespace {

TEST(ProblemJson, reads_every_documented_member) {
    EXPECT_EQ(
        decode_problem(R"({"type":"https:\/\/docs.api.video\/x","title":"T","status":400,"detail":"D","name":"N"})"),
        (Problem{"https://docs.api.video/x", "T", 400, "D", "N", {}}));
}

TEST(ProblemJson, tells_an_empty_text_from_a_missing_one) {
    EXPECT_EQ(decode_problem(R"({"name":""})").name, "");
    EXPECT_EQ(decode_problem("{}").name, std::nullopt);
}

TEST(ProblemJson, reads_further_problems_one_level_deep) {
    const Problem problem = decode_problem(
        R"({"title":"T","problems":[{"title":"A","name":"a","status":1},{"type":"t","detail":"B","problems":[{"title":"C"}]}],"status":400})");
    Problem expected{{}, "T", 400, {}, {}, {}};
    expected.problems = {Problem{{}, "A", 1, {}, "a", {}}, Problem{"t", {}, {}, "B", {}, {}}};
    EXPECT_EQ(problem, expected);
}

TEST(ProblemJson, skips_problems_that_are_no_objects_and_those_that_say_nothing) {
    const Problem problem =
        decode_problem(R"({"problems":[7,"x",null,[{"title":"nested"}],{},{"title":"A"},{"x":{"title":"B"}},{}]})");
    ASSERT_EQ(problem.problems.size(), 1u);
    EXPECT_EQ(problem.problems[0].title, "A");
}

TEST(ProblemJson, takes_no_problems_from_elsewhere) {
    EXPECT_EQ(
        decode_problem(R"({"other":[{"title":"A"}],"problems":{"x":{"title":"B"}},"x":{"problems":[{"title":"C"}]}})"),
        Problem{});
}

TEST(ProblemJson, keeps_a_hundred_problems_at_most) {
    std::string body = R"({"title":"T","problems":[{"title":"0"})";
    for (int i = 1; i < 100'000; ++i) body += R"(,{"title":")" + std::to_string(i) + "\"}";
    const Problem problem = decode_problem(body + "],\"detail\":\"D\"}");
    ASSERT_EQ(problem.problems.size(), 100u);
    EXPECT_EQ(problem.problems.back().title, "99");
    EXPECT_EQ(problem.detail, "D");
}

TEST(ProblemJson, ignores_members_of_other_objects) {
    EXPECT_EQ(decode_problem(R"({"inner":{"title":"x","status":1},"list":["title"],"title":"T"})"),
              (Problem{{}, "T", {}, {}, {}, {}}));
}

TEST(ProblemJson, does_not_wrap_a_status) {
    EXPECT_EQ(decode_problem(R"({"status":9223372036854775807})").status, 9223372036854775807);
    EXPECT_EQ(decode_problem(R"({"status":-1})").status, -1);
    EXPECT_EQ(decode_problem(R"({"status":9223372036854775808})").status, std::nullopt);
    EXPECT_EQ(decode_problem(R"({"status":18446744073709551616})").status, std::nullopt);
}

}  // namespace
}  // namespace apivideo::detail
