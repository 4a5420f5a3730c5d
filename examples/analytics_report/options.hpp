// SPDX-License-Identifier: MIT
// What the program was asked to do, checked and typed.
#pragma once

#include "arguments.hpp"

#include <apivideo/apivideo.hpp>

#include <chrono>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace analytics_report {

/// The options as they stand on the command line.
struct CommandLine {
    std::string command{};  ///< `plays`, `metrics`, `buckets` or `timeseries`; empty if none is given.
    std::string kind{"videos"};
    std::string metric{};
    std::string aggregation{};
    std::string breakdown{};
    std::optional<std::string> from{};
    std::optional<std::string> to{};
    std::optional<std::string> since{};
    std::optional<std::string> dimension{};
    std::optional<std::string> interval{};
    std::optional<std::string> sort_by{};
    std::optional<std::string> sort_order{};
    std::optional<bool> unique{};
    std::optional<std::string> view_duration{};
    std::vector<std::string> filters{};
    std::optional<std::string> page{};
    std::optional<std::string> page_size{};
    bool single_page{false};
    std::optional<std::string> concurrency{};
    std::optional<std::string> rows{};
    std::optional<std::string> format{};
    std::optional<std::string> output{};
    std::optional<std::string> base_url{};
    std::optional<std::string> authentication{};
    std::optional<std::string> transport{};
    std::optional<std::string> proxy{};
    std::optional<std::string> ca_file{};
    std::optional<std::string> timeout{};
    bool verbose{false};
};

enum class Format { table = 1, csv, json, jsonl, html };

enum class TransportKind { built_in = 1, cpprest, curl };

using Request =
    std::variant<apivideo::VideosPlaysRequest, apivideo::LiveStreamsPlaysRequest, apivideo::AggregatedMetricsRequest,
                 apivideo::MetricsBreakdownRequest, apivideo::MetricsOverTimeRequest>;

struct Options {
    Request request{};
    bool one_page{false};  ///< The request's page alone, not every page.
    int concurrency{4};    ///< How many pages at once.
    Format format{Format::table};
    std::optional<std::int64_t> rows{};   ///< The most that a table shows.
    std::optional<std::string> output{};  ///< Unset: standard output.
    std::string base_url{apivideo::production_url};
    apivideo::Authentication authentication{apivideo::Authentication::bearer};
    TransportKind transport{TransportKind::built_in};
    apivideo::TransportOptions transport_options{};
    std::optional<std::chrono::milliseconds> timeout{};
    bool verbose{false};
};

/// @param now the end of the period if the command line names none.
/// @throws Refused where an option cannot be understood.
[[nodiscard]] Options interpret(const CommandLine& line, date::sys_seconds now);

}  // namespace analytics_report
