// SPDX-License-Identifier: MIT
// Each call takes its own request.
#include <apivideo/apivideo.hpp>

void program(const apivideo::AnalyticsApi& analytics) {
    (void)analytics;
    const apivideo::VideosPlaysRequest request;
    (void)analytics.get_videos_plays(request);
#ifdef WRONG
    (void)analytics.get_live_streams_plays(request);  // does not compile
#endif
}
