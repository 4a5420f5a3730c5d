// SPDX-License-Identifier: MIT
// A filter is an id of a kind, not a bare string.
#include <apivideo/apivideo.hpp>

void program(const apivideo::AnalyticsApi& analytics) {
    (void)analytics;
    apivideo::VideosPlaysRequest request;
    request.filter = apivideo::VideoId{"vi1"};
#ifdef WRONG
    request.filter = "vi1";  // does not compile
#endif
}
