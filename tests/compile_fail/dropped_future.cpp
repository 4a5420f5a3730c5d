// SPDX-License-Identifier: MIT
// A future that is dropped waits for its call: it is not to be dropped unseen.
#include <apivideo/apivideo.hpp>

void program(const apivideo::AnalyticsApi& analytics) {
    (void)analytics;
    (void)analytics.get_videos_plays_async({});
#ifdef WRONG
    analytics.get_videos_plays_async({});  // does not compile
#endif
}
