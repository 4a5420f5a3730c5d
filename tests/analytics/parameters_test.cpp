// SPDX-License-Identifier: MIT
// Members of requests as parameters: what is written, and what is refused.
#include "analytics/parameters.hpp"

#include <apivideo/errors.hpp>

#include <gtest/gtest.h>

#include "support/thrown.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace apivideo::detail {
namespace {

using date::literals::operator""_y;
using test_support::thrown_by;

template <class Function>
std::string refusal_by(const Function& function) {
    return thrown_by<InvalidRequestException>(function).what();
}

TEST(Parameters, write_a_day_with_four_two_and_two_digits) {
    EXPECT_EQ(day("from", 2023_y / 6 / 1), "2023-06-01");
    EXPECT_EQ(day("from", 0_y / 12 / 31), "0000-12-31");
    EXPECT_EQ(day("from", 9999_y / 1 / 1), "9999-01-01");
    EXPECT_EQ(day("to", std::optional<date::year_month_day>{}), std::nullopt);
}

TEST(Parameters, refuse_a_day_that_four_digits_cannot_write) {
    const std::string refusal = "from: is not a day of the calendar, expected one like 2023-06-01";
    for (const date::year_month_day wrong : {2023_y / 2 / 29, -1_y / 1 / 1, date::year{10000} / 1 / 1})
        EXPECT_EQ(refusal_by([&] { (void)day("from", wrong); }), refusal);
}

TEST(Parameters, write_an_id_behind_its_prefix) { EXPECT_EQ(prefixed_id("filter", "videoId:", "vi1"), "videoId:vi1"); }

TEST(Parameters, refuse_an_id_that_the_service_would_not_find) {
    EXPECT_EQ(refusal_by([] { (void)prefixed_id("filter", "videoId:", ""); }), "filter: holds an empty id");
    EXPECT_EQ(refusal_by([] { (void)prefixed_id("filter", "videoId:", "a\x7f"); }),
              "filter: holds an id with a control character");
    EXPECT_EQ(refusal_by([] { (void)prefixed_id("filter", "videoId:", "videoId:vi1"); }),
              "filter: begins with videoId:, expected the id alone");
}

TEST(Parameters, take_a_count_within_its_bounds) {
    for (const std::int64_t within : {1, 100}) EXPECT_EQ(count("page_size", within, 100), within);
    EXPECT_EQ(count("current_page", INT64_MAX), INT64_MAX);
    EXPECT_EQ(count("page_size", std::nullopt, 100), std::nullopt);
    EXPECT_EQ(refusal_by([] { (void)count("page_size", 0, 100); }), "page_size: is 0, expected 1 to 100");
    EXPECT_EQ(refusal_by([] { (void)count("page_size", 101, 100); }), "page_size: is 101, expected 1 to 100");
    EXPECT_EQ(refusal_by([] { (void)count("current_page", 0); }), "current_page: is 0, expected 1 or more");
}

}  // namespace
}  // namespace apivideo::detail
