// SPDX-License-Identifier: MIT
// From a plays request to the /data request that asks the same.
#include <apivideo/analytics/metrics_request.hpp>

#include <apivideo/errors.hpp>

#include <gtest/gtest.h>

#include "analytics/endpoints.hpp"
#include "analytics/metrics_query.hpp"
#include "support/thrown.hpp"

#include <chrono>
#include <string>

namespace apivideo {
namespace {

using date::literals::operator""_y;
using test_support::thrown_by;

const date::sys_days today{2023_y / 6 / 20};

template <class Endpoint>
class FromPlays : public ::testing::Test {
  protected:
    typename Endpoint::Request plays{2023_y / 6 / 1, Endpoint::Dimension::browser, 2023_y / 6 / 10, {}, {}, {}};
    std::string media_type = std::string{Endpoint::name} == "videos" ? "video" : "live-stream";
};
TYPED_TEST_SUITE(FromPlays, test_support::Endpoints, test_support::EndpointNames);

TYPED_TEST(FromPlays, a_breakdown_asks_for_the_same_with_everything_set) {
    this->plays.filter = typename TypeParam::Id{"x1"};
    this->plays.current_page = 2;
    this->plays.page_size = 30;
    EXPECT_EQ(detail::target(breakdown_request(this->plays)),
              "/data/buckets/play/browser?from=2023-06-01T00%3A00%3A00Z&to=2023-06-10T00%3A00%3A00Z"
              "&filterBy%5BmediaId%5D%5B%5D=x1&filterBy%5BmediaType%5D=" +
                  this->media_type + "&currentPage=2&pageSize=30");
}

TYPED_TEST(FromPlays, each_dimension_has_its_breakdown) {
    using Dimension = typename TypeParam::Dimension;
    const struct {
        Dimension dimension;
        Breakdown breakdown;
    } cases[] = {{TypeParam::own_dimension, Breakdown::media_id},
                 {Dimension::country, Breakdown::country},
                 {Dimension::device_type, Breakdown::device_type},
                 {Dimension::operating_system, Breakdown::operating_system},
                 {Dimension::browser, Breakdown::browser}};
    for (const auto& c : cases) {
        this->plays.dimension = c.dimension;
        const MetricsBreakdownRequest request = breakdown_request(this->plays);
        EXPECT_EQ(request.breakdown, c.breakdown);
        EXPECT_EQ(request.metric, BreakdownMetric::play);
    }
}

TYPED_TEST(FromPlays, a_curve_asks_for_the_same_with_everything_set) {
    this->plays.dimension = TypeParam::Dimension::emitted_at;
    this->plays.filter = typename TypeParam::Id{"x1"};
    this->plays.current_page = 2;
    this->plays.page_size = 30;
    EXPECT_EQ(detail::target(over_time_request(this->plays)),
              "/data/timeseries/play?from=2023-06-01T00%3A00%3A00Z&to=2023-06-10T00%3A00%3A00Z&interval=day"
              "&filterBy%5BmediaId%5D%5B%5D=x1&filterBy%5BmediaType%5D=" +
                  this->media_type + "&currentPage=2&pageSize=30");
}

TYPED_TEST(FromPlays, a_curve_is_by_hour_up_to_two_days) {
    this->plays.dimension = TypeParam::Dimension::emitted_at;
    this->plays.to = 2023_y / 6 / 3;
    EXPECT_EQ(over_time_request(this->plays).interval, Interval::hour);
    this->plays.to = 2023_y / 6 / 4;
    EXPECT_EQ(over_time_request(this->plays).interval, Interval::day);
    this->plays.to.reset();
    EXPECT_EQ(over_time_request(this->plays, date::sys_days{2023_y / 6 / 2}).interval, Interval::hour);
}

TYPED_TEST(FromPlays, a_period_without_end_ends_today) {
    this->plays.to.reset();
    EXPECT_EQ(breakdown_request(this->plays, today).to, today);
    const auto before = date::floor<date::days>(std::chrono::system_clock::now());
    const auto to = breakdown_request(this->plays).to;
    const auto after = date::floor<date::days>(std::chrono::system_clock::now());
    EXPECT_TRUE(to == before || to == after);
}

TYPED_TEST(FromPlays, a_dimension_of_the_other_call_names_that_call) {
    this->plays.dimension = TypeParam::Dimension::emitted_at;
    const auto over_time = thrown_by<InvalidRequestException>([&] { (void)breakdown_request(this->plays); });
    EXPECT_EQ(over_time.field(), "dimension");
    EXPECT_STREQ(over_time.what(), "dimension: is emittedAt, for which over_time_request() makes the request");
    this->plays.dimension = TypeParam::Dimension::country;
    const auto breakdown = thrown_by<InvalidRequestException>([&] { (void)over_time_request(this->plays); });
    EXPECT_STREQ(breakdown.what(), "dimension: is country, for which breakdown_request() makes the request");
}

TYPED_TEST(FromPlays, what_could_not_be_sent_is_refused) {
    const auto field = [this] {
        return thrown_by<InvalidRequestException>([this] { (void)breakdown_request(this->plays); }).field();
    };
    this->plays.from = {};
    EXPECT_EQ(field(), "from");
    this->plays.from = 2023_y / 6 / 1;
    this->plays.to = 2023_y / 2 / 30;
    EXPECT_EQ(field(), "to");
    this->plays.to.reset();
    this->plays.dimension = {};
    EXPECT_EQ(field(), "dimension");
    EXPECT_EQ(thrown_by<InvalidRequestException>([this] { (void)over_time_request(this->plays); }).what(),
              std::string{"dimension: is not set"});
    this->plays.dimension = TypeParam::Dimension::country;
    this->plays.filter = typename TypeParam::Id{std::string{TypeParam::id_name} + ":x"};
    EXPECT_EQ(field(), "filter");
}

}  // namespace
}  // namespace apivideo
