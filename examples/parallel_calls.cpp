// SPDX-License-Identifier: MIT
// Several calls at once, and how to end those that are no longer wanted.
//
//     APIVIDEO_API_KEY=... parallel_calls [BASE_URL]
#include <apivideo/apivideo.hpp>

#include <cstdlib>
#include <future>
#include <iostream>
#include <utility>
#include <vector>

namespace {

using apivideo::AnalyticsPlaysResponse;
using apivideo::VideosDimension;

void ask_at_once(const apivideo::AnalyticsApi& analytics, date::sys_days from) {
    std::vector<std::pair<VideosDimension, std::future<AnalyticsPlaysResponse>>> calls;
    for (const VideosDimension dimension : {VideosDimension::country, VideosDimension::browser,
                                            VideosDimension::device_type, VideosDimension::operating_system})
        calls.emplace_back(dimension, analytics.get_videos_plays_async({from, dimension}));
    for (auto& [dimension, response] : calls)
        std::cout << response.get().data.size() << " rows by " << to_string(dimension) << '\n';
}

void ask_and_cancel(const apivideo::AnalyticsApi& analytics, date::sys_days from) {
    const apivideo::CancellationSource source;
    apivideo::CallOptions options;
    options.cancellation = source.token();
    std::future<AnalyticsPlaysResponse> unwanted =
        analytics.get_videos_plays_async({from, VideosDimension::video_id}, options);
    source.cancel();  // from any thread, for any number of calls
    try {
        std::cout << unwanted.get().data.size() << " rows, since it was done before it could be cancelled\n";
    } catch (const apivideo::TransportException& e) {
        if (e.failure() != apivideo::TransportFailure::cancelled) throw;
        std::cout << "cancelled\n";
    }
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
        const apivideo::AnalyticsApi analytics{apivideo::AuthenticatedApiClient{api_key, options}};
        const date::sys_days today = date::floor<date::days>(std::chrono::system_clock::now());
        ask_at_once(analytics, today - date::days{7});
        ask_and_cancel(analytics, today - date::days{7});
        return 0;
    } catch (const apivideo::Exception& e) {
        std::cerr << e.what() << '\n';
        return 1;
    }
}
