// SPDX-License-Identifier: MIT
// Tests of the arithmetic of retries.
#include "pipeline/retry_delay.hpp"

#include <date/date.h>

#include <gtest/gtest.h>

#include <string>

namespace apivideo::detail {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

struct Backoff {
    int attempt;
    double random;
    int expected;
};

class BackoffTable : public ::testing::TestWithParam<Backoff> {};

TEST_P(BackoffTable, is_a_random_part_of_a_time_that_doubles_up_to_a_limit) {
    const RetryOptions options{3, milliseconds{500}, milliseconds{3000}};
    EXPECT_EQ(backoff(options, GetParam().attempt, GetParam().random), milliseconds{GetParam().expected});
}

INSTANTIATE_TEST_SUITE_P(Table, BackoffTable,
                         ::testing::Values(Backoff{1, 0.0, 0}, Backoff{1, 0.5, 250}, Backoff{1, 0.999, 499},
                                           Backoff{2, 0.5, 500}, Backoff{3, 0.5, 1000}, Backoff{4, 0.5, 1500},
                                           Backoff{5, 0.5, 1500}, Backoff{1000000, 0.5, 1500}));

TEST(BackoffLimits, do_not_overflow) {
    const RetryOptions options{3, milliseconds{1}, milliseconds::max()};
    EXPECT_GE(backoff(options, 200, 0.999), milliseconds{0});
}

struct Asked {
    int status;
    HttpHeaders headers;
    int expected;  // milliseconds; -1: nothing was asked for
};

class AskedTable : public ::testing::TestWithParam<Asked> {};

TEST_P(AskedTable, is_what_the_headers_say) {
    const date::sys_days day = date::year{1994} / 11 / 6;
    const auto now = day + std::chrono::hours{8} + std::chrono::minutes{49} + milliseconds{36500};
    const auto wait = wait_asked_for(HttpResponse{GetParam().status, {}, GetParam().headers, {}}, now);
    EXPECT_EQ(wait ? wait->count() : -1, GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Table, AskedTable,
    ::testing::Values(Asked{429, {}, -1},                                                                      //
                      Asked{429, {{"X-RateLimit-Retry-After", "3"}}, 3000},                                    //
                      Asked{429, {{"x-ratelimit-retry-after", " 3 "}}, 3000},                                  //
                      Asked{429, {{"X-RateLimit-Retry-After", "0"}}, 0},                                       //
                      Asked{429, {{"X-RateLimit-Retry-After", "3"}, {"Retry-After", "7"}}, 3000},              //
                      Asked{429, {{"X-RateLimit-Retry-After", "soon"}, {"Retry-After", "7"}}, 7000},           //
                      Asked{429, {{"X-RateLimit-Retry-After", "-3"}}, -1},                                     //
                      Asked{429, {{"X-RateLimit-Retry-After", "1.5"}}, 2000},                                  //
                      Asked{429, {{"X-RateLimit-Retry-After", ""}}, -1},                                       //
                      Asked{429, {{"X-RateLimit-Retry-After", "3"}, {"X-RateLimit-Retry-After", "4"}}, 4000},  //
                      Asked{503, {{"X-RateLimit-Retry-After", "42"}}, -1},  // tells the window's end on every answer
                      Asked{503, {{"X-RateLimit-Retry-After", "42"}, {"X-RateLimit-Remaining", "0"}}, 42000},
                      Asked{503, {{"X-RateLimit-Retry-After", "42"}, {"X-RateLimit-Remaining", "1"}}, -1},  //
                      Asked{503, {{"Retry-After", "7"}}, 7000},                                             //
                      Asked{503, {{"Retry-After", "-7"}}, -1},                                              //
                      Asked{503, {{"Retry-After", "1.5"}}, 1500}, Asked{503, {{"Retry-After", "7s"}}, -1},  //
                      Asked{503, {{"Retry-After", "Sun, 06 Nov 1994 08:49:37 GMT"}}, 500},                  //
                      Asked{503, {{"Retry-After", "Sunday, 06-Nov-94 08:49:37 GMT"}}, 500},                 //
                      Asked{503, {{"Retry-After", "Sun Nov  6 08:49:37 1994"}}, 500},                       //
                      Asked{503, {{"Retry-After", "Sun, 06 Nov 1994 08:50:36 GMT"}}, 59500},                //
                      Asked{503, {{"Retry-After", "Sat, 05 Nov 1994 08:49:37 GMT"}}, 0},                    // past
                      Asked{503, {{"Retry-After", "Sun, 06 Nov 1994 25:49:37 GMT"}}, -1},                   //
                      Asked{503, {{"Retry-After", "someday"}}, -1}));

TEST(AskedLimits, a_huge_wait_stays_a_huge_wait) {
    for (const char* value : {"99999999", "9223372036854775807"}) {
        const auto wait = wait_asked_for(HttpResponse{503, {}, {{"Retry-After", value}}, {}}, {});
        ASSERT_TRUE(wait);
        EXPECT_GE(*wait, seconds{99999999});
        EXPECT_LE(*wait, std::chrono::hours{24 * 366 * 10});
    }
}

TEST(AskedLimits, a_date_far_ahead_is_ten_years_away_at_most) {
    const HttpResponse asks{503, {}, {{"Retry-After", "Wed, 01 Jan 2150 00:00:00 GMT"}}, {}};
    EXPECT_EQ(wait_asked_for(asks, date::sys_days{date::year{2023} / 6 / 1}), std::chrono::hours{24 * 365 * 10});
}

TEST(AskedLimits, a_number_beyond_64_bits_is_garbage) {
    EXPECT_EQ(wait_asked_for(HttpResponse{503, {}, {{"Retry-After", "99999999999999999999"}}, {}}, {}), std::nullopt);
}

TEST(RetryDelay, is_what_the_answer_asks_for_but_no_less_than_the_backoff) {
    const HttpResponse asks{503, {}, {{"Retry-After", "2"}}, {}};
    EXPECT_EQ(retry_delay(asks, milliseconds{300}, {}), seconds{2});
    EXPECT_EQ(retry_delay(asks, milliseconds{2300}, {}), milliseconds{2300});
    EXPECT_EQ(retry_delay(HttpResponse{503, {}, {}, {}}, milliseconds{300}, {}), milliseconds{300});
}

}  // namespace
}  // namespace apivideo::detail
