// SPDX-License-Identifier: MIT
// Reports what api.video's Analytics API says: plays, views, watch time and more.
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

/// A progress bar where someone is watching; the lines of `--verbose` tell the progress themselves.
std::shared_ptr<ProgressBar> progress_bar(const Options& options) {
    const std::optional<std::size_t> columns = columns_of_standard_error();
    if (!columns || options.verbose || options.one_page) return nullptr;
    return std::make_shared<ProgressBar>(std::cerr, *columns);
}

/// Without `--verbose` of longer waits only, so that nobody takes the program for stuck.
apivideo::Observer observer_of(const Options& options, const std::shared_ptr<ProgressBar>& bar) {
    if (options.verbose) return apivideo::log_to(std::clog);
    return [bar](const apivideo::RequestEvent& event) {
        if (!event.wait) return;
        const std::string line = wait_line(*event.wait);
        if (bar) return bar->say(line);
        std::cerr << line + '\n';
    };
}

apivideo::ClientOptions client_options(const Options& options, const std::shared_ptr<ProgressBar>& bar) {
    apivideo::ClientOptions client;
    client.base_url = options.base_url;
    client.authentication = options.authentication;
    client.application = apivideo::NameAndVersion{"analytics-report", apivideo::version};
    client.transport = make_transport(options.transport, options.transport_options);
    if (options.timeout) client.timeout = *options.timeout;
    client.observer = observer_of(options, bar);
    return client;
}

Report fetch(const std::string& api_key, const Options& options, date::sys_seconds now) {
    const std::shared_ptr<ProgressBar> bar = progress_bar(options);
    const apivideo::AuthenticatedApiClient client{api_key, client_options(options, bar)};
    return fetch_report(apivideo::AnalyticsApi{client}, options, now, [&bar](auto&&... progress) {
        if (bar) bar->show(progress...);
    });
}

void run(int argc, const char* const* argv, const std::string& api_key) {
    const std::variant<CommandLine, Help> read = read_command_line(argc, argv);
    if (const Help* help = std::get_if<Help>(&read)) return write_output(help->text, std::nullopt);

    const auto now = date::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    const Options options = interpret(std::get<CommandLine>(read), now);
    check_output(options.output);
    const Screen screen = screen_of(options.output);
    if (api_key.empty()) throw Refused{"set APIVIDEO_API_KEY to the API key of your api.video project"};
    const Report report = fetch(api_key, options, now);
    write_output(written(report, options.format, screen, options.rows), options.output);
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
