// SPDX-License-Identifier: MIT
// Reads the command line: alone in its file, since CLI11 compiles slowly.
#include "command_line.hpp"

#include "transports.hpp"

#include <CLI/CLI.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace analytics_report {
namespace {

constexpr const char* description =
    "Prints how often videos or live streams were played, as api.video's Analytics API says.\n"
    "The API key is read from the environment variable APIVIDEO_API_KEY.";

constexpr const char* examples = R"(
Examples:
  analytics_report
      plays of videos by country over the last seven days
  analytics_report --from 2023-06-01 --to 2023-06-10 --dimension browser
      plays by browser from the 1st to the 9th: the day of --to is left out
  analytics_report live-streams --dimension emittedAt --filter liveStreamId:li3q7HxhApxRF1c8F8r6VeaI
      plays of one live stream over time
  analytics_report --dimension videoId --page-size 100 --page 2 --format csv --output plays.csv
      the second hundred videos, into a file
  analytics_report --dimension videoId --all --concurrency 4 --format csv --output plays.csv
      every video there is, four pages at a time
  analytics_report --dimension emittedAt --all --format html --output report.html
      a page to open in a browser or to send on: totals, a chart over time, and the table; nothing else is needed
  analytics_report --dimension country --format json | jq '.data[0]'
      the first country, for a script
  analytics_report --base-url https://sandbox.api.video --timeout 2.5 --verbose
      from the sandbox, within two and a half seconds, with a line for each request on standard error

Without an account, examples/demo_server answers with made-up plays:
  demo_server --port 8080
  APIVIDEO_API_KEY=demo-key analytics_report --base-url http://127.0.0.1:8080

Exit status:
  0  done
  1  the report could not be written
  2  refused before sending: an option or the API key cannot be used
  3  the service answered with an error
  4  no complete answer came
  5  the answer is not what the service documents)";

/// CLI11 takes whatever follows for an option's value, be it the next option.
std::string not_an_option(std::string& value) {
    return value.compare(0, 2, "--") == 0 ? "a value is missing before " + value.substr(0, value.find('=')) : "";
}

void add_text(CLI::App& app, const char* name, std::optional<std::string>& text, const char* type,
              const std::string& help) {
    app.add_option(name, text, help)->type_name(type)->check(CLI::Validator{not_an_option, ""});
}

void add_what_to_ask(CLI::App& app, CommandLine& line) {
    app.add_option("kind", line.kind, "videos or live-streams; videos unless given")->type_name("");
    add_text(app, "--from", line.from, "DATE", "First day, YYYY-MM-DD in UTC; seven days before the end unless given");
    add_text(app, "--to", line.to, "DATE", "Day after the last one; today unless given");
    add_text(app, "--dimension", line.dimension, "NAME",
             "videoId or liveStreamId, emittedAt, country, deviceType, operatingSystem, browser; country unless given");
    add_text(app, "--filter", line.filter, "FILTER", "Only this one: videoId:ID or liveStreamId:ID");
    add_text(app, "--page", line.page, "N", "Page to get, from 1; with --all, the first one");
    add_text(app, "--page-size", line.page_size, "N", "Rows in a page, 1 to 100; 25 unless given, 100 with --all");
    app.add_flag("--all", line.all, "Every page, with a progress bar where standard error is a terminal");
    add_text(app, "--concurrency", line.concurrency, "N", "With --all, pages to get at once, 1 to 256; 1 unless given");
}

void add_what_to_write(CLI::App& app, CommandLine& line) {
    add_text(app, "--format", line.format, "FORMAT", "table, csv, json or html; table unless given");
    add_text(app, "--output", line.output, "FILE", "Write to this file once the report is complete");
    app.add_flag("--verbose", line.verbose, "A line for each request on standard error");
}

void add_how_to_ask(CLI::App& app, CommandLine& line) {
    add_text(app, "--base-url", line.base_url, "URL", "Where the service is; production unless given");
    add_text(app, "--auth", line.authentication, "HOW", "bearer (a token for the key) or basic (the key itself)");
    add_text(app, "--transport", line.transport, "NAME", "What sends: " + transport_names());
    add_text(app, "--timeout", line.timeout, "SECONDS",
             "Most seconds that the call, or each page of --all, may take, such as 0.5; 120 unless given");
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
    CLI::App app{description, "analytics_report"};
    app.footer(examples);
    app.allow_extras();
    add_what_to_ask(app, line);
    add_what_to_write(app, line);
    add_how_to_ask(app, line);
    try {
        app.parse(argc, argv);
    } catch (const CLI::CallForHelp&) {
        return Help{app.help()};
    } catch (const CLI::ParseError& e) {
        throw Refused{e.what()};
    }
    const std::vector<std::string> unknown = app.remaining();
    if (!unknown.empty()) throw Refused{what_is_unknown(unknown)};
    return line;
}

}  // namespace analytics_report
