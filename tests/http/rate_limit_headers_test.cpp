// SPDX-License-Identifier: MIT
// Rate limit headers: numbers where they are numbers, unset where they cannot be believed.
#include "http/rate_limit_headers.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdint>
#include <limits>
#include <optional>

namespace apivideo::detail {
namespace {

using std::chrono::seconds;

TEST(RateLimitHeaders, are_read_from_all_three_headers) {
    EXPECT_EQ(parse_rate_limit({{"X-RateLimit-Limit", "100"},
                                {"Content-Type", "application/json"},
                                {"X-RateLimit-Remaining", "41"},
                                {"X-RateLimit-Retry-After", "7"}}),
              (RateLimit{100, 41, seconds{7}}));
}

TEST(RateLimitHeaders, are_each_unset_where_missing) {
    EXPECT_EQ(parse_rate_limit({}), RateLimit{});
    EXPECT_EQ(parse_rate_limit({{"X-RateLimit-Limit", "1"}}), (RateLimit{1, {}, {}}));
    EXPECT_EQ(parse_rate_limit({{"X-RateLimit-Remaining", "1"}}), (RateLimit{{}, 1, {}}));
    EXPECT_EQ(parse_rate_limit({{"X-RateLimit-Retry-After", "1"}}), (RateLimit{{}, {}, seconds{1}}));
}

TEST(RateLimitHeaders, are_found_whatever_the_case_of_their_names) {
    EXPECT_EQ(parse_rate_limit(
                  {{"x-ratelimit-LIMIT", "1"}, {"X-RATELIMIT-remaining", "2"}, {"x-RaTeLiMiT-rEtRy-aFtEr", "3"}}),
              (RateLimit{1, 2, seconds{3}}));
}

TEST(RateLimitHeaders, are_not_taken_from_names_that_only_look_alike) {
    EXPECT_EQ(parse_rate_limit({{"X-RateLimit-", "1"},
                                {"X-RateLimit", "1"},
                                {"X-RateLimit-Limits", "1"},
                                {"RateLimit-Limit", "1"},
                                {"XX-RateLimit-Limit", "1"},
                                {"X-Rate-Limit-Limit", "1"},
                                {"Retry-After", "1"},
                                {"", "1"}}),
              RateLimit{});
}

TEST(RateLimitHeaders, are_plain_numbers_of_64_bits_or_unset) {
    const struct {
        const char* value;
        std::optional<std::int64_t> number;
    } cases[] = {{"0", 0},
                 {" 12\t", 12},
                 {"0012", 12},
                 {"9223372036854775807", std::numeric_limits<std::int64_t>::max()},
                 {"9223372036854775808", std::nullopt},
                 {"-1", std::nullopt},
                 {"+1", std::nullopt},
                 {"1.0", std::nullopt},
                 {"1e3", std::nullopt},
                 {"0x10", std::nullopt},
                 {"", std::nullopt},
                 {"unlimited", std::nullopt},
                 {"12, 13", std::nullopt},
                 {"100;w=60", std::nullopt}};
    for (const auto& c : cases) {
        EXPECT_EQ(parse_rate_limit({{"X-RateLimit-Limit", c.value}}).limit, c.number) << c.value;
        EXPECT_EQ(parse_rate_limit({{"X-RateLimit-Remaining", c.value}}).remaining, c.number) << c.value;
        const std::optional<seconds> wait =
            c.number ? std::optional{std::min(seconds{*c.number}, max_wait)} : std::nullopt;
        EXPECT_EQ(parse_wait(c.value), wait) << c.value;
        EXPECT_EQ(parse_rate_limit({{"X-RateLimit-Retry-After", c.value}}).retry_after, wait) << c.value;
    }
}

TEST(RateLimitHeaders, are_believed_when_repeated_only_where_they_agree) {
    const auto limit = [](const HttpHeaders& headers) { return parse_rate_limit(headers).limit; };
    const char* name = "X-RateLimit-Limit";
    EXPECT_EQ(limit({{name, "5"}, {name, "5"}}), 5);
    EXPECT_EQ(limit({{name, "5"}, {name, "6"}}), std::nullopt);
    EXPECT_EQ(limit({{name, "5"}, {name, "x"}}), std::nullopt);
    EXPECT_EQ(limit({{name, "x"}, {name, "5"}}), std::nullopt);
    EXPECT_EQ(limit({{name, "5"}, {name, "6"}, {name, "5"}}), std::nullopt);
    EXPECT_EQ(limit({{name, "5"}, {name, "6"}, {name, "6"}}), std::nullopt);
}

TEST(RateLimitHeaders, are_the_same_when_an_http_library_has_joined_those_that_are_repeated) {
    const auto limit = [](const char* value) { return parse_rate_limit({{"X-RateLimit-Limit", value}}).limit; };
    EXPECT_EQ(limit("5, 5"), 5);
    EXPECT_EQ(limit("5,5 ,\t5"), 5);
    EXPECT_EQ(limit("5, 6"), std::nullopt);
    EXPECT_EQ(limit("5, 6, 6"), std::nullopt);
    EXPECT_EQ(limit("5,"), std::nullopt);
    EXPECT_EQ(limit(",5"), std::nullopt);
    EXPECT_EQ(limit(","), std::nullopt);
}

}  // namespace
}  // namespace apivideo::detail
