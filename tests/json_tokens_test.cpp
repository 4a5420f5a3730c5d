// SPDX-License-Identifier: MIT
// Tokens that are too long for the parser, wherever they stand.
#include "json_tokens.hpp"

#include <gtest/gtest.h>

#include <string>

namespace apivideo::detail {
namespace {

std::string run(std::size_t length, char character = 'x') { return std::string(length, character); }

TEST(JsonTokens, of_the_longest_length_pass_and_longer_ones_do_not) {
    for (const std::string& before : {std::string{}, std::string{"{\"a\":"}, std::string{"[1,\"\\\"\", "}}) {
        for (const char* after : {"", "}", ",1]", "\n"}) {
            EXPECT_FALSE(has_longer_token(before + run(longest_json_token, '9') + after)) << before << after;
            EXPECT_TRUE(has_longer_token(before + run(longest_json_token + 1, '9') + after)) << before << after;
            EXPECT_FALSE(has_longer_token(before + '"' + run(longest_json_token - 2) + '"' + after)) << before << after;
            EXPECT_TRUE(has_longer_token(before + '"' + run(longest_json_token - 1) + '"' + after)) << before << after;
        }
    }
}

TEST(JsonTokens, may_be_many) {
    std::string json = "[";
    while (json.size() < 3 * longest_json_token) json += R"({"value":"a \" b","plays":12},)";
    EXPECT_FALSE(has_longer_token(json));
    EXPECT_TRUE(has_longer_token(json + '"' + run(longest_json_token)));
}

TEST(JsonTokens, end_at_no_quote_that_is_escaped) {
    std::string text = "\"";
    while (text.size() <= longest_json_token) text += R"(\\\")";
    EXPECT_TRUE(has_longer_token(text + '"'));
    EXPECT_TRUE(has_longer_token(text + '\\'));
}

TEST(JsonTokens, are_not_what_stands_between_them) {
    for (const char between : {' ', '\n', '[', '{', '}', ',', ':'})
        EXPECT_FALSE(has_longer_token(run(2 * longest_json_token, between)));
    EXPECT_FALSE(has_longer_token(run(2 * longest_json_token, '"'))) << "empty texts";
    EXPECT_TRUE(has_longer_token(run(2 * longest_json_token, '\0')));
}

}  // namespace
}  // namespace apivideo::detail
