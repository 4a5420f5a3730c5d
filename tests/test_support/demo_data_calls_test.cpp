// SPDX-License-Identifier: MIT
// The calls of the library against the demo server: what the plays calls and the /data calls tell agrees.
#include <apivideo/apivideo.hpp>
#include <apivideo/test_support/demo_server.hpp>

#include <gtest/gtest.h>

#include "support/demo_day.hpp"
#include "support/thrown.hpp"

#include <cstdint>
#include <string>

namespace apivideo::test_support {
namespace {

using tests::demo_day;

class DemoDataCalls : public ::testing::Test {
  protected:
    DemoServer server{tests::demo_server_on(demo_day)};

    AnalyticsApi api() const {
        ClientOptions options;
        options.base_url = server.base_url();
        return AnalyticsApi{AuthenticatedApiClient{server.api_key(), options}};
    }
    static VideosPlaysRequest last_week(VideosDimension dimension) {
        VideosPlaysRequest request{demo_day - date::days{7}, dimension};
        request.to = demo_day;
        return request;
    }
};

TEST_F(DemoDataCalls, tell_the_plays_that_the_plays_calls_tell) {
    std::int64_t plays = 0;
    for (const AnalyticsData& row : api().list_videos_plays(last_week(VideosDimension::country))) plays += row.plays;
    double by_country = 0;
    for (const BreakdownData& row :
         api().list_metrics_breakdown(breakdown_request(last_week(VideosDimension::country))))
        by_country += row.metric_value.value();
    double over_time = 0;
    for (const OverTimeData& row :
         api().list_metrics_over_time(over_time_request(last_week(VideosDimension::emitted_at)))) {
        over_time += row.metric_value.value();
        EXPECT_TRUE(emitted_at(row)) << row.emitted_at;
    }
    AggregatedMetricsRequest number{AggregatedMetric::play, Aggregation::count};
    number.from = demo_day - date::days{7};
    number.to = demo_day;
    number.filter_by.media_type = MediaType::video;
    EXPECT_GT(plays, 0);
    EXPECT_EQ(by_country, static_cast<double>(plays));
    EXPECT_EQ(over_time, static_cast<double>(plays));
    EXPECT_EQ(api().get_aggregated_metrics(number).data, static_cast<double>(plays));
}

TEST_F(DemoDataCalls, give_the_same_rows_however_they_are_fetched) {
    MetricsOverTimeRequest request{OverTimeMetric::play};
    request.from = demo_day - date::days{2};
    request.to = demo_day;
    request.interval = Interval::hour;
    std::vector<OverTimeData> at_once;
    for (const OverTimeData& row : api().list_metrics_over_time(request)) at_once.push_back(row);
    request.page_size = 5;
    ListOptions options;
    options.concurrency = 4;
    std::vector<OverTimeData> in_parts;
    for (const OverTimeData& row : api().list_metrics_over_time(request, options)) in_parts.push_back(row);
    EXPECT_EQ(at_once.size(), 48u);
    EXPECT_EQ(in_parts, at_once);
}

TEST_F(DemoDataCalls, find_views_without_a_referrer) {
    MetricsBreakdownRequest request{BreakdownMetric::play, Breakdown::referrer};
    request.from = demo_day - date::days{7};
    request.to = demo_day;
    request.filter_by.referrer = {""};
    const std::vector<BreakdownData> rows = api().get_metrics_breakdown(request).data;
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_EQ(rows.front().dimension_value, "");
}

TEST_F(DemoDataCalls, leave_new_names_to_the_service) {
    const auto e = thrown_by<BadRequestException>(
        [&] { (void)api().get_metrics_over_time({OverTimeMetric::from_name("new-metric")}); });
    EXPECT_EQ(e.error().name, "metric");
}

}  // namespace
}  // namespace apivideo::test_support
