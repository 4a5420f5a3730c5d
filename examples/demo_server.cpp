// SPDX-License-Identifier: MIT
// Serves what api.video's Analytics API serves, with made-up data, on this machine: for trying things out without an
// account.
#include <apivideo/errors.hpp>
#include <apivideo/test_support/demo_server.hpp>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <exception>
#include <iostream>
#include <sstream>
#include <string>

namespace {

constexpr int done = 0;
constexpr int failed = 1;
constexpr int refused = 2;

// Well below the largest number: CLI11 takes what is larger than that for the largest itself.
constexpr std::int64_t max_requests = 1'000'000'000;
constexpr std::int64_t max_latency_ms = 3'600'000;

int report(int status, std::string message) {
    std::replace(message.begin(), message.end(), '\n', ' ');
    std::cerr << "demo_server: " << message << '\n';
    return status;
}

date::sys_days day_in(const std::string& text) {
    date::sys_days day{};
    std::istringstream in{text};
    in >> date::parse("%F", day);
    // Written again, because parse() also takes days such as 2023-6-1.
    if (!in || date::format("%F", day) != text)
        throw CLI::ValidationError{"--today",
                                   "'" + text + "' is not a day of the calendar, expected one like 2023-06-20"};
    return day;
}

// Before any thread is started, so that all of them leave the signals to the one that waits.
sigset_t block_ending_signals() {
    sigset_t ending;
    sigemptyset(&ending);
    sigaddset(&ending, SIGINT);
    sigaddset(&ending, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &ending, nullptr);
    return ending;
}

int serve(const apivideo::test_support::DemoServerOptions& options) {
    const sigset_t ending = block_ending_signals();
    const apivideo::test_support::DemoServer server{options};
    // Flushed, because those who started us wait for this line.
    std::cout << server.base_url() << std::endl;
    if (!std::cout) return report(failed, "the address cannot be written to standard output");
    std::cout << "The API key is " << server.api_key() << ". Today is " << date::format("%F", server.today())
              << ". End with Ctrl+C." << std::endl;
    int signal = 0;
    sigwait(&ending, &signal);
    // Whoever asks a second time need not wait for callers that are still connected.
    pthread_sigmask(SIG_UNBLOCK, &ending, nullptr);
    return done;
}

}  // namespace

int main(int argc, char** argv) {
    apivideo::test_support::DemoServerOptions options;
    std::int64_t latency_ms = 0;
    CLI::App app{"Serves made-up plays as api.video's Analytics API would, on 127.0.0.1."};
    app.add_option("--port", options.port, "Port to serve on; 0 takes any that is free")->capture_default_str();
    app.add_option("--rate-limit", options.rate_limit, "Requests allowed in a minute")
        ->check(CLI::Range(std::int64_t{1}, max_requests))
        ->capture_default_str();
    app.add_option("--latency-ms", latency_ms, "Milliseconds by which every answer is held back")
        ->check(CLI::Range(std::int64_t{0}, max_latency_ms))
        ->capture_default_str();
    app.add_option_function<std::string>(
           "--today", [&options](const std::string& text) { options.today = day_in(text); },
           "The server's day, in UTC: data end before it (default: the current day)")
        ->type_name("DATE");
    try {
        app.parse(argc, argv);
        options.latency = std::chrono::milliseconds{latency_ms};
    } catch (const CLI::CallForHelp& help) {
        const int status = app.exit(help);
        return std::cout.flush() ? status : report(failed, "the help cannot be written to standard output");
    } catch (const CLI::ParseError& error) {
        return report(refused, error.what());
    }
    try {
        return serve(options);
    } catch (const apivideo::InvalidRequestException& error) {
        return report(refused, error.what());
    } catch (const std::exception& error) {
        return report(failed, error.what());
    }
}
