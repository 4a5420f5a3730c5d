// SPDX-License-Identifier: MIT
// Every row of every page: row by row, page by page, and by an algorithm.
//
//     APIVIDEO_API_KEY=... list_everything [BASE_URL]
#include <apivideo/apivideo.hpp>

#include <algorithm>
#include <cstdlib>
#include <iostream>

namespace {

using apivideo::AnalyticsData;

void run(const apivideo::AnalyticsApi& analytics) {
    const date::sys_days today = date::floor<date::days>(std::chrono::system_clock::now());
    const apivideo::VideosPlaysRequest request{today - date::days{7}, apivideo::VideosDimension::video_id};

    // Row by row: the next page is fetched when its first row is come to.
    std::int64_t plays = 0;
    for (const AnalyticsData& row : analytics.list_videos_plays(request)) plays += row.plays;
    std::cout << plays << " plays of all videos\n";

    // Page by page, four at once: they still come in order.
    apivideo::VideosPlaysRequest in_tens = request;
    in_tens.page_size = 10;
    apivideo::ListOptions options;
    options.concurrency = 4;
    for (const apivideo::AnalyticsPlaysResponse& page : analytics.list_videos_plays(in_tens, options).pages())
        std::cout << "page " << page.pagination.current_page.value_or(0) << ": " << page.data.size() << " rows\n";

    // What is found early ends the walk: no page after it is asked for.
    const auto streams =
        analytics.list_live_streams_plays({today - date::days{7}, apivideo::LiveStreamsDimension::country});
    const auto found =
        std::find_if(streams.begin(), streams.end(), [](const AnalyticsData& row) { return row.value == "france"; });
    if (found != streams.end()) std::cout << found->plays << " plays of live streams in france\n";
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
        run(apivideo::AnalyticsApi{apivideo::AuthenticatedApiClient{api_key, options}});
        return 0;
    } catch (const apivideo::Exception& e) {
        std::cerr << e.what() << '\n';
        return 1;
    }
}
