// SPDX-License-Identifier: MIT
// Ids of two kinds are never the same.
#include <apivideo/apivideo.hpp>

void program(const apivideo::AnalyticsApi& analytics) {
    (void)analytics;
    const apivideo::VideoId id{"1"};
    (void)(id == apivideo::VideoId{"1"});
#ifdef WRONG
    (void)(id == apivideo::LiveStreamId{"1"});  // does not compile
#endif
}
