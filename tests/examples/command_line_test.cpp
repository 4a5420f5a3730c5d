// SPDX-License-Identifier: MIT
// The command line: its help, and what it cannot be.
#include "command_line.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace analytics_report {
namespace {

std::variant<CommandLine, Help> read(std::vector<const char*> arguments) {
    arguments.insert(arguments.begin(), "analytics_report");
    return read_command_line(static_cast<int>(arguments.size()), arguments.data());
}

std::string refusal(const std::vector<const char*>& arguments) {
    try {
        (void)read(arguments);
    } catch (const Refused& e) {
        return e.what();
    }
    return "not refused";
}

std::string help(const std::vector<const char*>& arguments) { return std::get<Help>(read(arguments)).text; }

void expect_all(const std::string& text, const std::vector<const char*>& parts) {
    for (const char* part : parts) EXPECT_NE(text.find(part), std::string::npos) << part;
}

TEST(CommandLine, gives_help_that_teaches_by_examples) {
    expect_all(help({"--help"}),
               {"Examples:",      "APIVIDEO_API_KEY",  "plays ",          "metrics ",         "buckets ",
                "timeseries ",    "--from TIME",       "--to TIME",       "--since SPAN",     "--page N",
                "--page-size N",  "--single-page",     "--concurrency N", "--rows N",         "--format FORMAT",
                "--output FILE",  "--base-url URL",    "--auth HOW",      "--transport NAME", "--proxy URL",
                "--ca-file FILE", "--timeout SECONDS", "--verbose",       "--version"});
}

TEST(CommandLine, gives_help_of_each_command_with_every_name_that_it_takes) {
    using namespace apivideo;
    expect_all(help({"plays", "--help"}), {"emittedAt", "country", "deviceType", "operatingSystem", "browser",
                                           "videoId", "liveStreamId", "videoId:ID", "--from DATE"});
    expect_all(help({"metrics", "--help"}),
               {"play", "start", "end", "impression", "impression-time", "watch-time", "ccv", "view", "count", "rate",
                "total", "average", "sum", "peak", "live", "3s, 5s, 10s or 30s", "--unique"});
    expect_all(help({"buckets", "--help"}),
               {"play-rate", "play-total", "ccv-peak", "ccv-average", "media-id", "media-type", "continent",
                "device-type", "operating-system", "referrer", "metricValue or dimensionValue", "asc or desc",
                "mediaId=", "mediaType=", "deviceType=", "operatingSystem=", "tag=", "wearable", "mac osx"});
    expect_all(help({"timeseries", "--help"}), {"ccv-average", "minute", "hour", "day", "metricValue or emittedAt"});
}

TEST(CommandLine, tells_its_version) {
    EXPECT_EQ(help({"--version"}), std::string{"analytics_report "} + apivideo::version + '\n');
}

TEST(CommandLine, refuses_a_command_without_what_it_needs) {
    EXPECT_EQ(refusal({"metrics", "play"}), "AGGREGATION is required");
    EXPECT_EQ(refusal({"timeseries"}), "METRIC is required");
}

TEST(CommandLine, refuses_an_option_of_another_command) {
    EXPECT_EQ(refusal({"metrics", "play", "count", "--page", "1"}), "there is no option --page, see --help");
    EXPECT_EQ(refusal({"plays", "--interval", "hour"}), "there is no option --interval, see --help");
    EXPECT_EQ(refusal({"--dimension", "country"}), "there is no option --dimension, see --help");
}

TEST(CommandLine, refuses_an_option_without_its_value) {
    EXPECT_EQ(refusal({"--from"}), "--from: 1 required TIME missing");
    EXPECT_EQ(refusal({"--output", "--format", "csv"}), "--output: a value is missing before --format");
}

TEST(CommandLine, refuses_an_option_given_twice) {
    EXPECT_NE(refusal({"--page", "1", "--page", "2"}).find("--page"), std::string::npos);
}

TEST(CommandLine, does_not_repeat_what_it_does_not_know) {
    EXPECT_EQ(refusal({"--api-key=s3cret"}), "there is no option --api-key, see --help");
    EXPECT_EQ(refusal({"--api-key", "s3cret"}), "there is no option --api-key, see --help");
    EXPECT_EQ(refusal({"plays", "videos", "s3cret"}), "there is an argument too many, see --help");
    EXPECT_EQ(refusal({"s3cret"}), "there is an argument too many, see --help");
}

}  // namespace
}  // namespace analytics_report
