// SPDX-License-Identifier: MIT
// The two calls, from an API key to printed rows.
//
//     APIVIDEO_API_KEY=... quickstart [BASE_URL]
#include <apivideo/apivideo.hpp>

#include <chrono>
#include <cstdlib>
#include <iostream>

namespace {

void print_browsers(const apivideo::AnalyticsApi& analytics, date::sys_days today) {
    // Only what is required: the first day and what to break the plays down by.
    const apivideo::AnalyticsPlaysResponse response =
        analytics.get_videos_plays({today - date::days{7}, apivideo::VideosDimension::browser});
    for (const apivideo::AnalyticsData& row : response.data) std::cout << row.value << ' ' << row.plays << '\n';
}

void print_hours(const apivideo::AnalyticsApi& analytics, date::sys_days today, const apivideo::LiveStreamId& id) {
    // Everything that can be set.
    apivideo::LiveStreamsPlaysRequest request{today - date::days{2}, apivideo::LiveStreamsDimension::emitted_at};
    request.to = today;
    request.filter = id;
    request.current_page = 1;
    request.page_size = 30;
    const apivideo::AnalyticsPlaysResponse response = analytics.get_live_streams_plays(request);

    for (const apivideo::AnalyticsData& row : response.data)
        if (const auto when = apivideo::emitted_at(row))
            std::cout << date::format("%F %R", date::floor<std::chrono::minutes>(*when)) << ' ' << row.plays << '\n';
    std::cout << "page 1 of " << response.pagination.pages_total.value_or(1) << ", "
              << response.rate_limit.remaining.value_or(-1) << " requests left\n";
}

void run(const std::string& api_key, const apivideo::ClientOptions& options) {
    const apivideo::AuthenticatedApiClient client{api_key, options};
    const apivideo::AnalyticsApi analytics{client};
    const date::sys_days today = date::floor<date::days>(std::chrono::system_clock::now());
    print_browsers(analytics, today);

    const apivideo::AnalyticsPlaysResponse streams =
        analytics.get_live_streams_plays({today - date::days{2}, apivideo::LiveStreamsDimension::live_stream_id});
    if (!streams.data.empty()) print_hours(analytics, today, apivideo::LiveStreamId{streams.data.front().value});
}

}  // namespace

int main(int argc, char** argv) {
    const char* const api_key = std::getenv("APIVIDEO_API_KEY");
    if (api_key == nullptr) {
        std::cerr << "set APIVIDEO_API_KEY to the API key of your api.video project\n";
        return 2;
    }
    apivideo::ClientOptions options;
    if (argc > 1) options.base_url = argv[1];
    try {
        run(api_key, options);
        return 0;
    } catch (const apivideo::Exception& e) {
        std::cerr << e.what() << '\n';
        return 1;
    }
}
