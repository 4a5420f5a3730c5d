// SPDX-License-Identifier: MIT
// A range that is dropped asks for nothing: it is not to be dropped unseen.
#include <apivideo/apivideo.hpp>

void program(const apivideo::AnalyticsApi& analytics) {
    (void)analytics;
    (void)analytics.list_videos_plays({});
#ifdef WRONG
    analytics.list_videos_plays({});  // does not compile
#endif
}
