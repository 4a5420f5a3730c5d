// SPDX-License-Identifier: MIT
// What a call gives is not to be dropped unseen.
#include <apivideo/apivideo.hpp>

void program(const apivideo::AnalyticsApi& analytics) {
    (void)analytics;
    (void)analytics.get_aggregated_metrics({});
#ifdef WRONG
    analytics.get_aggregated_metrics({});  // does not compile
#endif
}
