// SPDX-License-Identifier: MIT
// What a call gives is not to be dropped unseen.
#include <apivideo/apivideo.hpp>

void program(const apivideo::AnalyticsApi& analytics) {
    (void)analytics;
    (void)analytics.get_videos_plays({});
#ifdef WRONG
    analytics.get_videos_plays({});  // does not compile
#endif
}
