// SPDX-License-Identifier: MIT
// Prints how often videos or live streams were played.
#include "command_line.hpp"
#include "failure.hpp"
#include "output.hpp"
#include "progress.hpp"
#include "report.hpp"
#include "transports.hpp"
#include "writers.hpp"

#include <csignal>
#include <cstdlib>
#include <iostream>

namespace {

using namespace analytics_report;

apivideo::ClientOptions client_options(const Options& options) {
    apivideo::ClientOptions client;
    client.base_url = options.base_url;
    client.authentication = options.authentication;
    client.application = apivideo::NameAndVersion{"analytics-report", apivideo::version};
    client.transport = make_transport(options.transport);
    if (options.timeout) client.timeout = *options.timeout;
    if (options.verbose) client.observer = apivideo::log_to(std::clog);
    return client;
}

/// With a progress bar where someone is watching; the lines of `--verbose` tell the progress themselves.
Report fetch(const apivideo::AnalyticsApi& analytics, const Options& options, date::sys_seconds now) {
    const std::optional<std::size_t> columns = columns_of_standard_error();
    if (!columns || options.verbose) return fetch_report(analytics, options, now, [](auto&&...) {});
    ProgressBar bar{std::cerr, *columns};
    return fetch_report(analytics, options, now, [&bar](auto&&... progress) { bar.show(progress...); });
}

void run(int argc, const char* const* argv, const std::string& api_key) {
    const std::variant<CommandLine, Help> read = read_command_line(argc, argv);
    if (const Help* help = std::get_if<Help>(&read)) return write_output(help->text, std::nullopt);

    const auto now = date::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    const date::sys_days today = date::floor<date::days>(now);
    const Options options = interpret(std::get<CommandLine>(read), today);
    check_output(options.output);
    const Screen screen = screen_of(options.output);
    if (api_key.empty()) throw Refused{"set APIVIDEO_API_KEY to the API key of your api.video project"};
    const apivideo::AuthenticatedApiClient client{api_key, client_options(options)};
    const Report report = fetch(apivideo::AnalyticsApi{client}, options, now);
    write_output(written(report, options.format, screen), options.output);
}

}  // namespace

int main(int argc, char** argv) {
    keep_standard_streams();
    // A reader who has gone is an error of writing, not the end of the program.
    std::signal(SIGPIPE, SIG_IGN);
    const char* const key = std::getenv("APIVIDEO_API_KEY");
    const std::string api_key{key == nullptr ? "" : key};
    try {
        run(argc, argv, api_key);
        return done;
    } catch (...) {
        const Failure failure = current_failure();
        std::cerr << "analytics_report: " << line_of(failure.message, api_key) << '\n';
        return failure.status;
    }
}
