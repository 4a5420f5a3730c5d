// SPDX-License-Identifier: MIT
// A request for videos takes the dimensions of videos only.
#include <apivideo/apivideo.hpp>

void program(const apivideo::AnalyticsApi& analytics) {
    (void)analytics;
    const apivideo::VideosPlaysRequest right{{}, apivideo::VideosDimension::country};
    (void)right;
#ifdef WRONG
    const apivideo::VideosPlaysRequest wrong{{}, apivideo::LiveStreamsDimension::country};  // does not compile
#endif
}
