// SPDX-License-Identifier: MIT
// Plays of all time are in a breakdown, not over time.
#include <apivideo/apivideo.hpp>

void program(const apivideo::AnalyticsApi& analytics) {
    (void)analytics;
    apivideo::MetricsBreakdownRequest breakdown{apivideo::BreakdownMetric::play_total, apivideo::Breakdown::media_id};
    apivideo::MetricsOverTimeRequest request;
    (void)breakdown;
    (void)request;
#ifdef WRONG
    request.metric = apivideo::BreakdownMetric::play_total;  // does not compile
#endif
}
