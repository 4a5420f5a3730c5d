// SPDX-License-Identifier: MIT
// What the program was asked to do, checked and typed.
#include "options.hpp"

#include "requests.hpp"
#include "transports.hpp"

#include <string_view>

namespace analytics_report {
namespace {

struct Ending {
    std::string_view ending;
    Format format;
};

constexpr Ending endings[] = {{".csv", Format::csv},
                              {".json", Format::json},
                              {".jsonl", Format::jsonl},
                              {".html", Format::html},
                              {".htm", Format::html}};

Format format_by_ending(const std::string& file) {
    for (const auto& [ending, format] : endings)
        if (file.size() > ending.size() && file.compare(file.size() - ending.size(), ending.size(), ending) == 0)
            return format;
    return Format::table;
}

void read_what_to_write(Options& options, const CommandLine& line) {
    if (line.output && line.output->empty()) refuse("--output", "", "the name of a file, or - for standard output");
    if (line.output && *line.output != "-") options.output = line.output;
    if (options.output) options.format = format_by_ending(*options.output);
    if (line.format)
        options.format = one_of<Format>("--format", *line.format,
                                        {{"table", Format::table},
                                         {"csv", Format::csv},
                                         {"json", Format::json},
                                         {"jsonl", Format::jsonl},
                                         {"html", Format::html}});
    if (!line.rows) return;
    options.rows = whole_number("--rows", *line.rows, "a whole number, 0 or more");
    if (*options.rows < 0) refuse("--rows", *line.rows, "a whole number, 0 or more");
    if (options.format != Format::table) throw Refused{"--rows is for tables, expected no other --format"};
}

void read_how_to_ask(Options& options, const CommandLine& line) {
    using apivideo::Authentication;
    if (line.base_url) options.base_url = *line.base_url;
    if (line.authentication)
        options.authentication = one_of<Authentication>(
            "--auth", *line.authentication, {{"bearer", Authentication::bearer}, {"basic", Authentication::basic}});
    if (line.transport) {
        const std::optional<TransportKind> kind = transport_named(*line.transport);
        if (!kind) refuse("--transport", *line.transport, transport_names());
        options.transport = *kind;
    }
    if (line.proxy) options.transport_options.proxy = apivideo::Proxy{*line.proxy, {}, {}};
    options.transport_options.ca_file = line.ca_file;
    if (line.timeout) options.timeout = seconds("--timeout", *line.timeout);
    options.verbose = line.verbose;
}

void read_pages(Options& options, const CommandLine& line) {
    options.one_page = line.single_page || line.page;
    if (!line.concurrency) return;
    if (options.one_page) throw Refused{"--concurrency is for every page, expected no --page or --single-page"};
    const std::string expected{"a whole number, 1 to 256"};
    const std::int64_t concurrency = whole_number("--concurrency", *line.concurrency, expected);
    if (concurrency < 1 || concurrency > 256) refuse("--concurrency", *line.concurrency, expected);
    options.concurrency = static_cast<int>(concurrency);
}

}  // namespace

Options interpret(const CommandLine& line, date::sys_seconds now) {
    Options options;
    options.request = request_of(line, now);
    read_pages(options, line);
    read_what_to_write(options, line);
    read_how_to_ask(options, line);
    return options;
}

}  // namespace analytics_report
