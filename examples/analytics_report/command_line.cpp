// SPDX-License-Identifier: MIT
// Reads the command line: alone in its file, since CLI11 compiles slowly.
#include "command_line.hpp"

#include "help_texts.hpp"
#include "transports.hpp"

#include <CLI/CLI.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace analytics_report {
namespace {

/// CLI11 takes whatever follows for an option's value, be it the next option.
std::string not_an_option(std::string& value) {
    return value.compare(0, 2, "--") == 0 ? "a value is missing before " + value.substr(0, value.find('=')) : "";
}

void add_text(CLI::App& app, const char* name, std::optional<std::string>& text, const char* type,
              const std::string& help) {
    app.add_option(name, text, help)->type_name(type)->check(CLI::Validator{not_an_option, ""});
}

void add_name(CLI::App& app, const char* name, std::string& text, const char* help) {
    app.add_option(name, text, help)->required()->type_name("");
}

void add_period(CLI::App& app, CommandLine& line, const char* type, const char* unless_given) {
    add_text(app, "--from", line.from, type, std::string{"Begin, in UTC unless it says otherwise; "} + unless_given);
    add_text(app, "--to", line.to, type, "End, which is left out; now unless given");
    add_text(app, "--since", line.since, "SPAN", "Instead of --from: how long before the end, such as 7d, 12h or 30m");
}

void add_filters(CLI::App& app, CommandLine& line, const char* type, const char* help) {
    app.add_option("--filter", line.filters, help)
        ->type_name(type)
        ->allow_extra_args(false)
        ->check(CLI::Validator{not_an_option, ""});
}

void add_pages(CLI::App& app, CommandLine& line) {
    add_text(app, "--page", line.page, "N", "This page alone, from 1; every page unless given");
    app.add_flag("--single-page", line.single_page, "One request, with just what was given");
    add_text(app, "--page-size", line.page_size, "N", "Rows in a page, 1 to 100; 25 in a single one, else 100");
    add_text(app, "--concurrency", line.concurrency, "N", "Pages to get at once, 1 to 256; 4 unless given");
    add_text(app, "--rows", line.rows, "N", "The most rows that a table shows; all unless given");
}

void add_what_to_write(CLI::App& app, CommandLine& line) {
    add_text(app, "--format", line.format, "FORMAT",
             "table, csv, json, jsonl (a line for each row) or html; as --output ends, or table");
    add_text(app, "--output", line.output, "FILE", "Write to this file once all is there; - for standard output");
    app.add_flag("--verbose", line.verbose, "A line for each request on standard error");
}

void add_how_to_ask(CLI::App& app, CommandLine& line) {
    add_text(app, "--base-url", line.base_url, "URL", "Where the service is; production unless given");
    add_text(app, "--auth", line.authentication, "HOW", "bearer (a token for the key) or basic (the key itself)");
    add_text(app, "--transport", line.transport, "NAME", "What sends: " + transport_names());
    add_text(app, "--proxy", line.proxy, "URL", "A proxy such as http://proxy:3128");
    add_text(app, "--ca-file", line.ca_file, "FILE", "Certificate authorities to trust instead of the system's, PEM");
    add_text(app, "--timeout", line.timeout, "SECONDS",
             "Most seconds that each page may take, such as 0.5; 120 unless given");
}

void add_for_all(CLI::App& app, CommandLine& line) {
    add_what_to_write(app, line);
    add_how_to_ask(app, line);
}

/// What the /data calls take.
void add_for_data(CLI::App& app, CommandLine& line) {
    add_period(app, line, "TIME",
               "a day like 2024-06-01\nor a time like 2024-06-01T10:00:00+02:00; a day before the end unless given");
    app.add_flag_callback(
        "--unique", [&line] { line.unique = true; },
        "Each viewer counts once a day; of ccv, ccv-peak, ccv-average, view");
    add_text(app, "--view-duration", line.view_duration, "SECONDS",
             "How long a view must be to count: 3s, 5s, 10s or 30s; 5s unless given");
    add_filters(app, line, "NAME=VALUE", help::filter);
}

void add_sorting(CLI::App& app, CommandLine& line, const char* columns) {
    add_text(app, "--sort-by", line.sort_by, "NAME", columns);
    add_text(app, "--sort-order", line.sort_order, "ORDER", "asc or desc; the service decides unless given");
    add_pages(app, line);
}

CLI::App& add_command(CLI::App& app, CommandLine& line, const char* name, const char* help) {
    CLI::App& command = *app.add_subcommand(name, help);
    command.allow_extras();
    command.callback([&line, name] { line.command = name; });
    return command;
}

void add_plays(CLI::App& app, CommandLine& line) {
    CLI::App& plays = add_command(app, line, "plays", help::plays);
    plays.add_option("kind", line.kind, "videos or live-streams; videos unless given")->type_name("");
    add_period(plays, line, "DATE", "YYYY-MM-DD; seven days before the end unless given");
    add_text(plays, "--dimension", line.dimension, "NAME", help::dimension);
    add_filters(plays, line, "FILTER", "Only this one: videoId:ID or liveStreamId:ID");
    add_pages(plays, line);
    add_for_all(plays, line);
}

void add_metrics(CLI::App& app, CommandLine& line) {
    CLI::App& metrics = add_command(app, line, "metrics", help::metrics);
    add_name(metrics, "METRIC", line.metric, help::aggregated_metric);
    add_name(metrics, "AGGREGATION", line.aggregation, help::aggregation);
    add_for_data(metrics, line);
    metrics.add_flag("--single-page", line.single_page, "One request, as one number always is");
    add_for_all(metrics, line);
}

void add_buckets(CLI::App& app, CommandLine& line) {
    CLI::App& buckets = add_command(app, line, "buckets", help::buckets);
    add_name(buckets, "METRIC", line.metric, help::breakdown_metric);
    add_name(buckets, "BREAKDOWN", line.breakdown, help::breakdown);
    add_for_data(buckets, line);
    add_sorting(buckets, line, "metricValue or dimensionValue; the service decides unless given");
    add_for_all(buckets, line);
}

void add_timeseries(CLI::App& app, CommandLine& line) {
    CLI::App& timeseries = add_command(app, line, "timeseries", help::timeseries);
    add_name(timeseries, "METRIC", line.metric, help::over_time_metric);
    add_text(timeseries, "--interval", line.interval, "NAME",
             "minute (of an hour at most), hour or day; hour for two days or less unless given, else day");
    add_for_data(timeseries, line);
    add_sorting(timeseries, line, "metricValue or emittedAt; the service decides unless given");
    add_for_all(timeseries, line);
}

/// Names the options only: what else was typed by mistake may be a key, also right behind `-p`.
std::string what_is_unknown(const std::vector<std::string>& arguments) {
    for (const std::string& argument : arguments) {
        if (argument.size() < 2 || argument.front() != '-') continue;
        const std::size_t end = argument[1] == '-' ? argument.find('=') : 2;
        return "there is no option " + argument.substr(0, end) + ", see --help";
    }
    return "there is an argument too many, see --help";
}

}  // namespace

std::variant<CommandLine, Help> read_command_line(int argc, const char* const* argv) {
    CommandLine line;
    CLI::App app{help::program, "analytics_report"};
    app.footer(help::examples);
    app.allow_extras();
    app.require_subcommand(0, 1);
    app.set_version_flag("--version", std::string{"analytics_report "} + apivideo::version);
    add_plays(app, line);
    add_metrics(app, line);
    add_buckets(app, line);
    add_timeseries(app, line);
    add_period(app, line, "TIME", "seven days before the end unless given");
    add_pages(app, line);
    add_for_all(app, line);
    try {
        app.parse(argc, argv);
    } catch (const CLI::CallForHelp&) {
        return Help{app.help()};
    } catch (const CLI::CallForVersion& e) {
        return Help{std::string{e.what()} + '\n'};
    } catch (const CLI::ParseError& e) {
        throw Refused{e.what()};
    }
    const std::vector<std::string> unknown = app.remaining(true);
    if (!unknown.empty()) throw Refused{what_is_unknown(unknown)};
    return line;
}

}  // namespace analytics_report
