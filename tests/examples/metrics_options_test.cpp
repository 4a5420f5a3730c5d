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

std::string refusal(const std::vector<const char*>& arguments) {
    try {
        (void)options(arguments);
    } catch (const Refused& e) {
        return e.what();
    }
    return "not refused";
}

struct RefusedCase {
    std::vector<const char*> arguments;
    std::string message;
};

TEST(MetricsOptions, that_cannot_be_understood_are_refused_with_what_would_be_right) {
    const std::string span{", expected days, hours or minutes such as 7d, 12h or 30m, up to 36500d"};
    const std::string filter{
        ", expected NAME=VALUE with mediaId, mediaType, continent, country, deviceType, operatingSystem, browser, tag "
        "or referrer"};
    const std::vector<RefusedCase> cases{
        {{"plays", "--since", "36h"}, "--since is '36h', expected days such as 7d, since plays are of whole days"},
        {{"--since", "7"}, "--since is '7'" + span},
        {{"--since", "0d"}, "--since is '0d'" + span},
        {{"--since", "-1d"}, "--since is '-1d'" + span},
        {{"--since", "d"}, "--since is 'd'" + span},
        {{"--since", "36501d"}, "--since is '36501d'" + span},
        {{"--since", "99999999999999999999h"}, "--since is '99999999999999999999h'" + span},
        {{"--since", "1d", "--from", "2023-06-01"},
         "--from and --since both say where the period begins, expected one of them"},
        {{"--from", "10:00"}, "--from is '10:00', expected a day like 2023-06-01 or a time like 2023-06-01T10:00:00Z"},
        {{"buckets", "play", "country", "--filter", "planet=mars"}, "--filter is 'planet=mars'" + filter},
        {{"buckets", "play", "country", "--filter", "country"}, "--filter is 'country'" + filter},
        {{"metrics", "play", "count", "--filter", "tag=a", "--filter", "tag=b"},
         "--filter tag= is given twice, expected one value"},
        {{"--rows", "-1"}, "--rows is '-1', expected a whole number, 0 or more"},
        {{"--rows", "5", "--format", "csv"}, "--rows is for tables, expected no other --format"},
    };
    for (const RefusedCase& c : cases) EXPECT_EQ(refusal(c.arguments), c.message);
}

TEST(MetricsOptions, take_a_single_page_with_every_command) {
    EXPECT_TRUE(options({"metrics", "play", "count", "--single-page"}).one_page);
    EXPECT_TRUE(options({"buckets", "play", "country", "--single-page"}).one_page);
    EXPECT_TRUE(options({"timeseries", "play", "--single-page"}).one_page);
}

TEST(MetricsOptions, fill_every_member_of_a_request_for_one_number) {
    apivideo::AggregatedMetricsRequest expected{apivideo::AggregatedMetric::view, apivideo::Aggregation::count};
    expected.from = june + std::chrono::hours{8};
    expected.to = june + date::days{1};
    expected.unique = true;
    expected.view_duration = apivideo::ViewDuration::seconds_10;
    const Options all = options({"metrics", "view", "count", "--from", "2023-06-01T10:00:00+02:00", "--to",
                                 "2023-06-02", "--unique", "--view-duration", "10s"});
    EXPECT_EQ(std::get<apivideo::AggregatedMetricsRequest>(all.request), expected);
}

TEST(MetricsOptions, fill_every_member_of_a_filter) {
    apivideo::FilterBy expected;
    expected.media_id = {"vi1", "vi2"};
    expected.media_type = apivideo::MediaType::video;
    expected.continent = {"EU"};
    expected.country = {"FR"};
    expected.device_type = {"tv"};
    expected.operating_system = {"mac osx"};
    expected.browser = {"edge"};
    expected.tag = "a=b";
    expected.referrer = {"", "https://example.com/?a=b"};
    std::vector<const char*> arguments{"metrics", "view", "count"};
    for (const char* filter :
         {"mediaId=vi1", "mediaId=vi2", "mediaType=video", "continent=EU", "country=FR", "deviceType=tv",
          "operatingSystem=mac osx", "browser=edge", "tag=a=b", "referrer=", "referrer=https://example.com/?a=b"})
        arguments.insert(arguments.end(), {"--filter", filter});
    EXPECT_EQ(std::get<apivideo::AggregatedMetricsRequest>(options(arguments).request).filter_by, expected);
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
