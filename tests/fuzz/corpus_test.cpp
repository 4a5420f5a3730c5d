// SPDX-License-Identifier: MIT
// What the fuzzers began with and what they found once holds without them, too.
#include "fuzz/targets.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace apivideo::fuzz {
namespace {

struct Target {
    const char* name;
    void (*function)(std::string_view);
};

class Corpus : public ::testing::TestWithParam<Target> {};

TEST_P(Corpus, breaks_no_invariant) {
    int files = 0;
    for (const auto& entry : std::filesystem::directory_iterator{std::string{APIVIDEO_CORPUS "/"} + GetParam().name}) {
        std::ifstream file{entry.path(), std::ios::binary};
        const std::string content{std::istreambuf_iterator<char>{file}, {}};
        ASSERT_TRUE(file) << entry.path();
        EXPECT_NO_THROW(GetParam().function(content)) << entry.path();
        ++files;
    }
    EXPECT_GT(files, 0);
}

INSTANTIATE_TEST_SUITE_P(Of, Corpus,
                         ::testing::Values(Target{"base_url", base_url}, Target{"metrics_answer", metrics_answer},
                                           Target{"plays_answer", plays_answer}, Target{"plays_query", plays_query},
                                           Target{"problem_body", problem_body},
                                           Target{"rate_limit_headers", rate_limit_headers},
                                           Target{"redaction", redaction}, Target{"token_answer", token_answer}),
                         [](const auto& target) { return std::string{target.param.name}; });

}  // namespace
}  // namespace apivideo::fuzz
