// SPDX-License-Identifier: MIT
// From the command line to the requests of the /data calls.
#include "command_line.hpp"
#include "options.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace analytics_report {
namespace {

using namespace date::literals;

constexpr date::sys_days today{2023_y / 6 / 20};
constexpr date::sys_seconds now{today + std::chrono::hours{10}};

constexpr date::sys_days june{2023_y / 6 / 1};

std::variant<CommandLine, Help> read(std::vector<const char*> arguments) {
    arguments.insert(arguments.begin(), "analytics_report");
    return read_command_line(static_cast<int>(arguments.size()), arguments.data());
}

Options options(const std::vector<const char*>& arguments) {
    return interpret(std::get<CommandLine>(read(arguments)), now);
}

TEST(MetricsOptions, fill_every_member_of_a_request_for_one_number) {
    apivideo::AggregatedMetricsRequest expected{apivideo::AggregatedMetric::view, apivideo::Aggregation::count};
    expected.from = june + std::chrono::hours{8};
    expected.to = june + date::days{1};
    expected.unique = true;
    expected.view_duration = apivideo::ViewDuration::seconds_10;
    expected.filter_by.media_id = {"vi1", "vi2"};
    expected.filter_by.media_type = apivideo::MediaType::video;
    expected.filter_by.continent = {"EU"};
    expected.filter_by.country = {"FR"};
    expected.filter_by.device_type = {"tv"};
    expected.filter_by.operating_system = {"mac osx"};
    expected.filter_by.browser = {"edge"};
    expected.filter_by.tag = "a=b";
    expected.filter_by.referrer = {"", "https://example.com/?a=b"};
    const Options all = options({"metrics",
                                 "view",
                                 "count",
                                 "--from",
                                 "2023-06-01T10:00:00+02:00",
                                 "--to",
                                 "2023-06-02",
                                 "--unique",
                                 "--view-duration",
                                 "10s",
                                 "--filter",
                                 "mediaId=vi1",
                                 "--filter",
                                 "mediaId=vi2",
                                 "--filter",
                                 "mediaType=video",
                                 "--filter",
                                 "continent=EU",
                                 "--filter",
                                 "country=FR",
                                 "--filter",
                                 "deviceType=tv",
                                 "--filter",
                                 "operatingSystem=mac osx",
                                 "--filter",
                                 "browser=edge",
                                 "--filter",
                                 "tag=a=b",
                                 "--filter",
                                 "referrer=",
                                 "--filter",
                                 "referrer=https://example.com/?a=b"});
    EXPECT_EQ(std::get<apivideo::AggregatedMetricsRequest>(all.request), expected);
}

TEST(MetricsOptions, fill_every_member_of_a_request_for_a_breakdown) {
    apivideo::MetricsBreakdownRequest expected{apivideo::BreakdownMetric::play, apivideo::Breakdown::media_id};
    expected.from = now - std::chrono::minutes{30};
    expected.to = now;
    expected.sort_by = apivideo::BreakdownSortBy::metric_value;
    expected.sort_order = apivideo::SortOrder::desc;
    expected.current_page = 2;
    expected.page_size = 10;
    const Options all = options({"buckets", "play", "media-id", "--since", "30m", "--sort-by", "metricValue",
                                 "--sort-order", "desc", "--page", "2", "--page-size", "10"});
    EXPECT_EQ(std::get<apivideo::MetricsBreakdownRequest>(all.request), expected);
}

TEST(MetricsOptions, fill_every_member_of_a_request_over_time) {
    apivideo::MetricsOverTimeRequest expected{apivideo::OverTimeMetric::ccv_peak};
    expected.from = june - std::chrono::hours{12};
    expected.to = june;
    expected.interval = apivideo::Interval::minute;
    expected.sort_by = apivideo::OverTimeSortBy::emitted_at;
    expected.sort_order = apivideo::SortOrder::asc;
    const Options all = options({"timeseries", "ccv-peak", "--since", "12h", "--to", "2023-06-01", "--interval",
                                 "minute", "--sort-by", "emittedAt", "--sort-order", "asc"});
    EXPECT_EQ(std::get<apivideo::MetricsOverTimeRequest>(all.request), expected);
}

TEST(MetricsOptions, send_nothing_that_was_not_given) {
    EXPECT_EQ(std::get<apivideo::MetricsOverTimeRequest>(options({"timeseries", "play"}).request),
              apivideo::MetricsOverTimeRequest{apivideo::OverTimeMetric::play});
}

TEST(MetricsOptions, send_names_that_the_library_does_not_know_as_they_are) {
    const Options all = options({"buckets", "new-metric", "planet", "--sort-by", "size"});
    const auto request = std::get<apivideo::MetricsBreakdownRequest>(all.request);
    EXPECT_EQ(request.metric.name(), "new-metric");
    EXPECT_EQ(request.breakdown.name(), "planet");
    EXPECT_EQ(request.sort_by->name(), "size");
}

TEST(MetricsOptions, of_the_connection_stand_before_the_command_or_behind_it) {
    for (const std::vector<const char*>& arguments :
         {std::vector<const char*>{"--proxy", "http://p:3128", "--ca-file", "ca.pem", "buckets", "play", "country"},
          std::vector<const char*>{"buckets", "play", "country", "--proxy", "http://p:3128", "--ca-file", "ca.pem"}}) {
        const apivideo::TransportOptions transport = options(arguments).transport_options;
        EXPECT_EQ(transport.proxy->url, "http://p:3128");
        EXPECT_EQ(transport.ca_file, "ca.pem");
    }
}

}  // namespace
}  // namespace analytics_report
