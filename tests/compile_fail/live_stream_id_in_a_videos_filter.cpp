// SPDX-License-Identifier: MIT
// A filter of videos takes the id of a video only.
#include <apivideo/apivideo.hpp>

void program(const apivideo::AnalyticsApi& analytics) {
    (void)analytics;
    apivideo::VideosPlaysRequest request;
    request.filter = apivideo::VideoId{"vi1"};
#ifdef WRONG
    request.filter = apivideo::LiveStreamId{"li1"};  // does not compile
#endif
}
