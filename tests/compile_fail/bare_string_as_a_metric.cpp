// SPDX-License-Identifier: MIT
// A name that the library does not know is said to be one.
#include <apivideo/apivideo.hpp>

void program(const apivideo::AnalyticsApi& analytics) {
    (void)analytics;
    apivideo::AggregatedMetricsRequest request;
    request.metric = apivideo::AggregatedMetric::from_name("new-metric");
#ifdef WRONG
    request.metric = "new-metric";  // does not compile
#endif
}
