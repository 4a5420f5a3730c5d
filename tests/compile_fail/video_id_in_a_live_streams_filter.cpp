// SPDX-License-Identifier: MIT
// A filter of live streams takes the id of a live stream only.
#include <apivideo/apivideo.hpp>

void program(const apivideo::AnalyticsApi& analytics) {
    (void)analytics;
    apivideo::LiveStreamsPlaysRequest request;
    request.filter = apivideo::LiveStreamId{"li1"};
#ifdef WRONG
    request.filter = apivideo::VideoId{"vi1"};  // does not compile
#endif
}
