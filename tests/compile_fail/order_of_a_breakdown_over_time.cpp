// SPDX-License-Identifier: MIT
// Rows over time are sorted by time, not by a dimension.
#include <apivideo/apivideo.hpp>

void program(const apivideo::AnalyticsApi& analytics) {
    (void)analytics;
    apivideo::MetricsOverTimeRequest request;
    request.sort_by = apivideo::OverTimeSortBy::emitted_at;
#ifdef WRONG
    request.sort_by = apivideo::BreakdownSortBy::metric_value;  // does not compile
#endif
}
