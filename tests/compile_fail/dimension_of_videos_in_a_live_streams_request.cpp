// SPDX-License-Identifier: MIT
// A request for live streams takes the dimensions of live streams only.
#include <apivideo/apivideo.hpp>

void program(const apivideo::AnalyticsApi& analytics) {
    (void)analytics;
    apivideo::LiveStreamsPlaysRequest request;
    request.dimension = apivideo::LiveStreamsDimension::country;
#ifdef WRONG
    request.dimension = apivideo::VideosDimension::country;  // does not compile
#endif
}
