// SPDX-License-Identifier: MIT
// Each call has metrics of its own.
#include <apivideo/apivideo.hpp>

void program(const apivideo::AnalyticsApi& analytics) {
    (void)analytics;
    apivideo::MetricsOverTimeRequest request;
    request.metric = apivideo::OverTimeMetric::play;
#ifdef WRONG
    request.metric = apivideo::AggregatedMetric::play;  // does not compile
#endif
}
