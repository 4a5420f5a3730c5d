// SPDX-License-Identifier: MIT
// A breakdown has no interval.
#include <apivideo/apivideo.hpp>

void program(const apivideo::AnalyticsApi& analytics) {
    (void)analytics;
    apivideo::MetricsBreakdownRequest request;
    request.sort_order = apivideo::SortOrder::asc;
#ifdef WRONG
    request.interval = apivideo::Interval::hour;  // does not compile
#endif
}
