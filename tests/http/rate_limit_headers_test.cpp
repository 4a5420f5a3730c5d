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
                 {"1e3", std::nullopt},
                 {"0x10", std::nullopt},
                 {"", std::nullopt},
                 {"unlimited", std::nullopt},
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

TEST(RateLimitHeaders, may_have_a_fraction_where_they_are_a_time) {
    const struct {
        const char* value;
        int milliseconds;  // -1: unset
    } cases[] = {{"1.5", 1500},  {"1.0", 1000},    {"0.1", 100},     {"0.001", 1},      {"0.0001", 1},
                 {"1.05", 1050}, {"1.0000", 1000}, {"1.9990", 1999}, {"1.9991", 2000},  {" 1.5\t", 1500},
                 {"1.", -1},     {".5", -1},       {"1.5.5", -1},    {"1.-5", -1},      {"1.5s", -1},
                 {"1.5e3", -1},  {"-1.5", -1},     {"1 .5", -1},     {"1.123456x", -1}, {"99999999999999999999.5", -1}};
    for (const auto& c : cases) {
        const auto wait = parse_wait(c.value);
        EXPECT_EQ(wait ? wait->count() : -1, c.milliseconds) << c.value;
        EXPECT_EQ(parse_rate_limit({{"X-RateLimit-Remaining", c.value}}).remaining, std::nullopt) << c.value;
    }
    EXPECT_EQ(parse_rate_limit({{"X-RateLimit-Retry-After", "1.5"}}).retry_after, seconds{2});
    EXPECT_EQ(parse_rate_limit({{"X-RateLimit-Retry-After", "1.0"}}).retry_after, seconds{1});
    EXPECT_EQ(parse_wait("315360000.5"), max_wait);
}

TEST(RateLimitHeaders, ask_for_the_longest_of_repeated_waits) {
    const char* name = "X-RateLimit-Retry-After";
    const auto wait = [](const HttpHeaders& headers) { return parse_rate_limit(headers).retry_after; };
    EXPECT_EQ(wait({{name, "3"}, {name, "4"}}), seconds{4});
    EXPECT_EQ(wait({{name, "4"}, {name, "3"}}), seconds{4});
    EXPECT_EQ(wait({{name, "x"}, {name, "3"}}), seconds{3});
    EXPECT_EQ(wait({{name, "3"}, {name, ""}}), seconds{3});
    EXPECT_EQ(wait({{name, "3, 4, 2"}}), seconds{4});
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
