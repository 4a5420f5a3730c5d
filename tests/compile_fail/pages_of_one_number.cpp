// SPDX-License-Identifier: MIT
// One number has no pages.
#include <apivideo/apivideo.hpp>

void program(const apivideo::AnalyticsApi& analytics) {
    (void)analytics;
    apivideo::MetricsBreakdownRequest rows;
    rows.current_page = 2;
    apivideo::AggregatedMetricsRequest request;
    (void)request;
#ifdef WRONG
    request.current_page = 2;  // does not compile
#endif
}
