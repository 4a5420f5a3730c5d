// SPDX-License-Identifier: MIT
// Over time there are ccv_peak and ccv_average, not ccv.
#include <apivideo/apivideo.hpp>

void program(const apivideo::AnalyticsApi& analytics) {
    (void)analytics;
    apivideo::MetricsOverTimeRequest request{apivideo::OverTimeMetric::ccv_peak};
#ifdef WRONG
    request.metric = apivideo::OverTimeMetric::ccv;  // does not compile
#endif
}
