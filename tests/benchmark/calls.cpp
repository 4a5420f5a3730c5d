// SPDX-License-Identifier: MIT
// Reads pages from a server and prints what that cost:
// calls CLIENT get|list BASE_URL PAGES [CONCURRENCY [POOL_THREADS]]
//
// get is one call after the other, list is the range. CLIENT is curl, cpprest, hand_written_curl or
// hand_written_cpprest, whose loops are the same for get and list, or curl_and_decoder, which is what a call cannot do
// without. Prints wall ms, CPU ms and peak memory in KB.
#include <apivideo/apivideo.hpp>
#include <apivideo/http/cpprest_transport.hpp>
#include <apivideo/http/curl_transport.hpp>

#include "analytics/plays_json.hpp"
#include "clients.hpp"
#include "plays_page.hpp"

#include <sys/resource.h>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <future>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using namespace apivideo;
using namespace apivideo::benchmark;

struct Work {
    std::string client;
    bool list;
    std::string base_url;
    std::int64_t pages;
    int concurrency;
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
    options.base_url = work.base_url;
    options.transport = work.client == "curl" ? make_curl_transport() : make_cpprest_transport();
    return AnalyticsApi{AuthenticatedApiClient{"the-api-key", options}};
}

std::int64_t get(const AnalyticsApi& api, std::int64_t pages) {
    VideosPlaysRequest request = make_request();
    std::int64_t plays = 0;
    for (std::int64_t number = 1; number <= pages; ++number) {
        request.current_page = number;
        for (const AnalyticsData& row : api.get_videos_plays(request).data) plays += row.plays;
    }
    return plays;
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
        request.headers = {
            {"Authorization", authorization}, {"Accept", "application/json"}, {"User-Agent", user_agent}};
        return [base_url, transport, request](std::int64_t number) mutable {
            request.url = base_url + page_target(number);
            std::int64_t plays = 0;
            for (const AnalyticsData& row : detail::decode_plays(transport->send(request, {})).data) plays += row.plays;
            return plays;
        };
    };
}

std::int64_t read_by_hand(const MakeReader& make_reader, const Work& work) {
    std::atomic<std::int64_t> next{1};
    const auto loop = [&] {
        const ReadPage read = make_reader();
        std::int64_t plays = 0;
        for (std::int64_t number = next++; number <= work.pages; number = next++) plays += read(number);
        return plays;
    };
    std::vector<std::future<std::int64_t>> threads;
    for (int i = 1; i < work.concurrency; ++i) threads.push_back(std::async(std::launch::async, loop));
    std::int64_t plays = loop();
    for (std::future<std::int64_t>& thread : threads) plays += thread.get();
    return plays;
}

std::int64_t run(const Work& work) {
    if (work.client == "hand_written_curl") return read_by_hand(hand_written_curl(work.base_url), work);
    if (work.client == "hand_written_cpprest") return read_by_hand(hand_written_cpprest(work.base_url), work);
    if (work.client == "curl_and_decoder") return read_by_hand(curl_and_decoder(work.base_url), work);
    const AnalyticsApi api = make_api(work);
    return work.list ? list(api, work) : get(api, work.pages);
}

void measure(const Work& work) {
    const double cpu = cpu_milliseconds();
    const auto begin = std::chrono::steady_clock::now();
    const std::int64_t plays = run(work);
    const std::chrono::duration<double, std::milli> wall = std::chrono::steady_clock::now() - begin;
    const double cpu_used = cpu_milliseconds() - cpu;
    if (plays != work.pages * plays_of_page()) throw std::runtime_error{"the plays do not add up"};
    std::printf("%.1f %.1f %ld\n", wall.count(), cpu_used, peak_kilobytes());
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 5) {
        std::fputs("usage: calls CLIENT get|list BASE_URL PAGES [CONCURRENCY [POOL_THREADS]]\n", stderr);
        return 2;
    }
    try {
        set_pool_threads(argc > 6 ? std::strtoul(argv[6], nullptr, 10) : 0);
        measure(
            {argv[1], std::string{argv[2]} == "list", argv[3], std::atoll(argv[4]), argc > 5 ? std::atoi(argv[5]) : 1});
        return 0;
    } catch (const std::exception& e) {
        std::fprintf(stderr, "calls: %s\n", e.what());
        return 1;
    }
}
