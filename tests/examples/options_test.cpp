// SPDX-License-Identifier: MIT
// From the command line to what is asked.
#include "options.hpp"
#include "command_line.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace analytics_report {
namespace {

using namespace date::literals;
using apivideo::LiveStreamsDimension;
using apivideo::LiveStreamsPlaysRequest;
using apivideo::VideosDimension;
using apivideo::VideosPlaysRequest;

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

VideosPlaysRequest videos(const std::vector<const char*>& arguments) {
    return std::get<VideosPlaysRequest>(options(arguments).request);
}

LiveStreamsPlaysRequest live_streams(const std::vector<const char*>& arguments) {
    return std::get<LiveStreamsPlaysRequest>(options(arguments).request);
}

TEST(Options, ask_for_plays_of_videos_by_country_over_the_last_seven_days_unless_told_otherwise) {
    apivideo::MetricsBreakdownRequest expected{apivideo::BreakdownMetric::play, apivideo::Breakdown::country};
    expected.from = now - date::days{7};
    expected.to = now;
    expected.filter_by.media_type = apivideo::MediaType::video;
    EXPECT_EQ(std::get<apivideo::MetricsBreakdownRequest>(options({}).request), expected);
    expected.from = june;
    expected.to = std::nullopt;
    EXPECT_EQ(std::get<apivideo::MetricsBreakdownRequest>(options({"--from", "2023-06-01"}).request), expected);
}

TEST(Options, ask_for_plays_by_country_over_the_last_seven_days_where_only_plays_are_asked_for) {
    EXPECT_EQ(videos({"plays"}), (VideosPlaysRequest{2023_y / 6 / 13, VideosDimension::country}));
    EXPECT_EQ(videos({"plays", "--since", "2d"}).from, 2023_y / 6 / 18);
    EXPECT_EQ(videos({"plays", "--since", "24h", "--to", "2023-06-10"}).from, 2023_y / 6 / 9);
}

TEST(Options, leave_the_client_as_it_is_unless_told_otherwise) {
    const Options defaults = options({});
    EXPECT_EQ(defaults.format, Format::table);
    EXPECT_FALSE(defaults.output);
    EXPECT_EQ(defaults.base_url, apivideo::production_url);
    EXPECT_EQ(defaults.authentication, apivideo::Authentication::bearer);
    EXPECT_EQ(defaults.transport, TransportKind::built_in);
    EXPECT_FALSE(defaults.timeout);
    EXPECT_FALSE(defaults.verbose);
}

TEST(Options, ask_for_every_page_unless_told_otherwise) {
    EXPECT_FALSE(options({}).one_page);
    EXPECT_EQ(options({}).concurrency, 4);
    EXPECT_EQ(options({"--concurrency", "256"}).concurrency, 256);
    EXPECT_TRUE(options({"--single-page"}).one_page);
    EXPECT_TRUE(options({"buckets", "play", "country", "--page", "2"}).one_page);
}

TEST(Options, refuse_a_concurrency_that_is_none_or_of_one_page) {
    EXPECT_EQ(refusal({"--concurrency", "4", "--single-page"}),
              "--concurrency is for every page, expected no --page or --single-page");
    for (const char* text : {"x", "", "1.5", "99999999999", "0", "-1", "257"})
        EXPECT_EQ(refusal({"--concurrency", text}),
                  "--concurrency is '" + std::string{text} + "', expected a whole number, 1 to 256");
}

TEST(Options, take_the_format_from_the_ending_of_the_file_unless_it_is_given) {
    EXPECT_EQ(options({"--output", "r.csv"}).format, Format::csv);
    EXPECT_EQ(options({"--output", "r.json"}).format, Format::json);
    EXPECT_EQ(options({"--output", "r.jsonl"}).format, Format::jsonl);
    EXPECT_EQ(options({"--output", "r.html"}).format, Format::html);
    EXPECT_EQ(options({"--output", "r.txt"}).format, Format::table);
    EXPECT_EQ(options({"--output", "r.csv", "--format", "json"}).format, Format::json);
    EXPECT_FALSE(options({"--output", "-"}).output);
}

TEST(Options, fill_every_member_of_a_request_for_videos) {
    const VideosPlaysRequest request =
        videos({"plays", "videos", "--from", "2023-06-01", "--to", "2023-06-10", "--dimension", "deviceType",
                "--filter", "videoId:vi3q7HxhApxRF1c8F8r6VeaI", "--page", "2", "--page-size", "30"});
    EXPECT_EQ(request.from, 2023_y / 6 / 1);
    EXPECT_EQ(request.to, 2023_y / 6 / 10);
    EXPECT_EQ(request.dimension, VideosDimension::device_type);
    EXPECT_EQ(request.filter, apivideo::VideoId{"vi3q7HxhApxRF1c8F8r6VeaI"});
    EXPECT_EQ(request.current_page, 2);
    EXPECT_EQ(request.page_size, 30);
}

TEST(Options, fill_every_member_of_a_request_for_live_streams) {
    const LiveStreamsPlaysRequest request =
        live_streams({"plays", "--from=2023-06-01", "--to=2023-06-10", "live-streams", "--dimension=liveStreamId",
                      "--filter=liveStreamId:li3q7HxhApxRF1c8F8r6VeaI", "--page=3", "--page-size=100"});
    EXPECT_EQ(request.from, 2023_y / 6 / 1);
    EXPECT_EQ(request.to, 2023_y / 6 / 10);
    EXPECT_EQ(request.dimension, LiveStreamsDimension::live_stream_id);
    EXPECT_EQ(request.filter, apivideo::LiveStreamId{"li3q7HxhApxRF1c8F8r6VeaI"});
    EXPECT_EQ(request.current_page, 3);
    EXPECT_EQ(request.page_size, 100);
}

TEST(Options, begin_seven_days_before_the_end_where_only_the_end_is_given) {
    EXPECT_EQ(videos({"plays", "--to", "2023-06-10"}).from, 2023_y / 6 / 3);
}

TEST(Options, say_how_to_call_and_what_to_write) {
    const Options all = options({"--format", "json", "--output", "plays.json", "--base-url",
                                 "https://sandbox.api.video", "--auth", "basic", "--verbose"});
    EXPECT_EQ(all.format, Format::json);
    EXPECT_EQ(all.output, "plays.json");
    EXPECT_EQ(all.base_url, "https://sandbox.api.video");
    EXPECT_EQ(all.authentication, apivideo::Authentication::basic);
    EXPECT_TRUE(all.verbose);
}

TEST(Options, take_fractions_of_a_second) {
    const std::vector<std::pair<const char*, int>> cases{{"2", 2000}, {"0.5", 500},  {"2.25", 2250},
                                                         {".5", 500}, {"0.0001", 1}, {"1000000000", 1000000000}};
    for (const auto& [text, milliseconds] : cases)
        EXPECT_EQ(options({"--timeout", text}).timeout->count(),
                  std::int64_t{milliseconds} * (milliseconds == 1000000000 ? 1000 : 1))
            << text;
}

struct RefusedCase {
    std::vector<const char*> arguments;
    std::string message;
};

TEST(Options, that_cannot_be_understood_are_refused_with_what_would_be_right) {
    const std::string timeout{", expected seconds above 0, such as 2 or 0.5, up to 1000000000"};
    const std::vector<RefusedCase> cases{
        {{"plays", "streams"}, "what to report the plays of is neither videos nor live-streams"},
        {{"plays", "--from", "yesterday"}, "--from is 'yesterday', expected a day like 2023-06-01"},
        {{"plays", "--from", "01/06/2023"}, "--from is '01/06/2023', expected a day like 2023-06-01"},
        {{"plays", "--from", "2023-6-1"}, "--from is '2023-6-1', expected a day like 2023-06-01"},
        {{"plays", "--to", "2023-06-01T00"}, "--to is '2023-06-01T00', expected a day like 2023-06-01"},
        {{"plays", "--to", "2023-+6-01"}, "--to is '2023-+6-01', expected a day like 2023-06-01"},
        {{"plays", "--dimension", "videoid"},
         "--dimension is 'videoid', expected videoId, emittedAt, country, deviceType, operatingSystem or browser"},
        {{"plays", "live-streams", "--dimension", "videoId"},
         "--dimension is 'videoId', expected liveStreamId, emittedAt, country, deviceType, operatingSystem or browser"},
        {{"plays", "--filter", "vi3q"}, "--filter is 'vi3q', expected videoId:ID"},
        {{"plays", "--filter", "liveStreamId:li3q"}, "--filter is 'liveStreamId:li3q', expected videoId:ID"},
        {{"plays", "live-streams", "--filter", "videoId:vi3q"}, "--filter is 'videoId:vi3q', expected liveStreamId:ID"},
        {{"--page", "two"}, "--page is 'two', expected a whole number"},
        {{"--page", "0x10"}, "--page is '0x10', expected a whole number"},
        {{"--page-size", "99999999999999999999"}, "--page-size is '99999999999999999999', expected a whole number"},
        {{"--format", "xml"}, "--format is 'xml', expected table or csv or json or jsonl or html"},
        {{"--auth", "none"}, "--auth is 'none', expected bearer or basic"},
        {{"--timeout", "0"}, "--timeout is '0'" + timeout},
        {{"--timeout", "-1"}, "--timeout is '-1'" + timeout},
        {{"--timeout", "nan"}, "--timeout is 'nan'" + timeout},
        {{"--timeout", "inf"}, "--timeout is 'inf'" + timeout},
        {{"--timeout", "1s"}, "--timeout is '1s'" + timeout},
        {{"--timeout", "1000000001"}, "--timeout is '1000000001'" + timeout},
        {{"--output", ""}, "--output is '', expected the name of a file, or - for standard output"},
    };
    for (const RefusedCase& c : cases) EXPECT_EQ(refusal(c.arguments), c.message);
}

TEST(Options, are_refused_where_a_transport_is_not_in_this_build) {
    EXPECT_EQ(refusal({"--transport", "pigeon"}).rfind("--transport is 'pigeon', expected c", 0), 0U);
}

}  // namespace
}  // namespace analytics_report
