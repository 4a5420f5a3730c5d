// SPDX-License-Identifier: MIT
// Reads pages from a server and prints what that cost:
// calls CLIENT get|list|cold|together BASE_URL PAGES [CONCURRENCY [POOL_THREADS [CA_FILE|system [BEGUN]]]]
//
// get is one call after the other, list is the range, cold is the range with the login before it, together is
// CONCURRENCY threads that share the pages and do not log in. CLIENT is curl, cpprest, hand_written_curl or
// hand_written_cpprest, whose loops are the same for get and list, or curl_and_decoder, which is what a call cannot do
// without. Prints wall ms, CPU ms, peak memory in KB and, where BEGUN says in microseconds since 1970 when the process
// began, wall ms from then.
#include <apivideo/apivideo.hpp>
#include <apivideo/http/cpprest_transport.hpp>
#include <apivideo/http/curl_transport.hpp>

#include "analytics/decoding.hpp"
#include "analytics/plays_json.hpp"
#include "clients.hpp"
#include "plays_page.hpp"

#include <sys/resource.h>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <exception>
#include <functional>
#include <future>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace apivideo;
using namespace apivideo::benchmark;

struct Work {
    std::string client;
    std::string way;
    Service service;
    std::int64_t pages;
    int concurrency;
    std::optional<std::chrono::system_clock::time_point> begun;
};

double cpu_milliseconds() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto milliseconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
    };
    return milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime);
}

long peak_kilobytes() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

VideosPlaysRequest make_request() {
    VideosPlaysRequest request{date::year{2023} / 6 / 1, VideosDimension::video_id};
    request.to = date::year{2023} / 6 / 10;
    request.page_size = rows_a_page;
    return request;
}

AnalyticsApi make_api(const Work& work) {
    ClientOptions options;
    options.base_url = work.service.base_url;
    TransportOptions transport;
    transport.ca_file = work.service.ca_file;
    options.transport = work.client == "curl" ? make_curl_transport(transport) : make_cpprest_transport(transport);
    if (work.way == "together") options.authentication = Authentication::basic;
    return AnalyticsApi{AuthenticatedApiClient{"the-api-key", options}};
}

std::int64_t sum(std::vector<std::future<std::int64_t>>& threads) {
    std::int64_t plays = 0;
    for (std::future<std::int64_t>& thread : threads) plays += thread.get();
    return plays;
}

/// Reads page @p first and each @p step pages on.
std::int64_t get(const AnalyticsApi& api, std::int64_t first, std::int64_t pages, std::int64_t step) {
    VideosPlaysRequest request = make_request();
    std::int64_t plays = 0;
    for (std::int64_t number = first; number <= pages; number += step) {
        request.current_page = number;
        for (const AnalyticsData& row : api.get_videos_plays(request).data) plays += row.plays;
    }
    return plays;
}

std::int64_t get_together(const AnalyticsApi& api, const Work& work) {
    std::promise<void> start;
    const std::shared_future<void> started = start.get_future().share();
    std::vector<std::future<std::int64_t>> threads;
    for (int first = 1; first <= work.concurrency; ++first)
        threads.push_back(std::async(std::launch::async, [&, first, started] {
            started.wait();
            return get(api, first, work.pages, work.concurrency);
        }));
    start.set_value();
    return sum(threads);
}

std::int64_t list(const AnalyticsApi& api, const Work& work) {
    ListOptions options;
    options.concurrency = work.concurrency;
    options.max_pages = work.pages;
    std::int64_t plays = 0;
    for (const AnalyticsData& row : api.list_videos_plays(make_request(), options)) plays += row.plays;
    return plays;
}

MakeReader curl_and_decoder(const std::string& base_url) {
    return [base_url, transport = make_curl_transport()]() -> ReadPage {
        HttpRequest request;
        request.headers = {{"Authorization", std::string{"Bearer "} + token},
                           {"Accept", "application/json"},
                           {"User-Agent", user_agent}};
        return [base_url, transport, request](std::int64_t number) mutable {
            request.url = base_url + page_target(number);
            std::int64_t plays = 0;
            for (const AnalyticsData& row : detail::decode(transport->send(request, {}), detail::plays_fields).data)
                plays += row.plays;
            return plays;
        };
    };
}

std::int64_t read_by_hand(const MakeReader& make_reader, const Work& work) {
    std::atomic<std::int64_t> next{1};
    const auto read_the_rest = [&](const ReadPage& read) {
        std::int64_t plays = 0;
        for (std::int64_t number = next++; number <= work.pages; number = next++) plays += read(number);
        return plays;
    };
    const ReadPage first = make_reader();
    // Only the first page says how many there are.
    std::int64_t plays = work.way == "cold" ? first(next++) : 0;
    std::vector<std::future<std::int64_t>> threads;
    for (int i = 1; i < work.concurrency; ++i)
        threads.push_back(std::async(std::launch::async, [&] { return read_the_rest(make_reader()); }));
    plays += read_the_rest(first);
    return plays + sum(threads);
}

/// What reads all pages, and owns the client that it reads them with.
std::function<std::int64_t()> make_reading(const Work& work) {
    const auto by_hand = [&work](MakeReader make_reader) {
        return [&work, make_reader = std::move(make_reader)] { return read_by_hand(make_reader, work); };
    };
    if (work.client == "hand_written_curl") return by_hand(hand_written_curl(work.service));
    if (work.client == "hand_written_cpprest") return by_hand(hand_written_cpprest(work.service));
    if (work.client == "curl_and_decoder") return by_hand(curl_and_decoder(work.service.base_url));
    return [&work, api = make_api(work)] {
        if (work.way == "get") return get(api, 1, work.pages, 1);
        return work.way == "together" ? get_together(api, work) : list(api, work);
    };
}

template <class Clock>
double milliseconds_since(std::chrono::time_point<Clock> begin) {
    return std::chrono::duration<double, std::milli>{Clock::now() - begin}.count();
}

void measure(const Work& work) {
    const double cpu = cpu_milliseconds();
    const auto begin = std::chrono::steady_clock::now();
    const std::function<std::int64_t()> read = make_reading(work);
    const std::int64_t plays = read();
    const double wall = milliseconds_since(begin);
    const double from_process_start = work.begun ? milliseconds_since(*work.begun) : 0;
    const double cpu_used = cpu_milliseconds() - cpu;
    if (plays != work.pages * plays_of_page()) throw std::runtime_error{"the plays do not add up"};
    std::printf("%.1f %.1f %ld", wall, cpu_used, peak_kilobytes());
    if (work.begun) std::printf(" %.1f", from_process_start);
    std::printf("\n");
}

Work to_work(const std::vector<std::string>& arguments) {
    const auto optional = [&](std::size_t index) {
        return arguments.size() > index ? std::optional<std::string>{arguments[index]} : std::nullopt;
    };
    Work work{arguments[0],
              arguments[1],
              {arguments[2], optional(6), arguments[1] == "cold"},
              std::stoll(arguments[3]),
              std::stoi(optional(4).value_or("1")),
              std::nullopt};
    if (work.service.ca_file == "system") work.service.ca_file.reset();
    if (const auto begun = optional(7))
        work.begun = std::chrono::system_clock::time_point{std::chrono::microseconds{std::stoll(*begun)}};
    set_pool_threads(std::stoul(optional(5).value_or("0")));
    return work;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 5) {
        std::fputs(
            "usage: calls CLIENT get|list|cold|together BASE_URL PAGES"
            " [CONCURRENCY [POOL_THREADS [CA_FILE|system [BEGUN]]]]\n",
            stderr);
        return 2;
    }
    try {
        measure(to_work({argv + 1, argv + argc}));
        return 0;
    } catch (const std::exception& e) {
        std::fprintf(stderr, "calls: %s\n", e.what());
        return 1;
    }
}
