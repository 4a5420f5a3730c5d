// SPDX-License-Identifier: MIT
// Metric and aggregation do not change places, and a breakdown is no aggregation.
#include <apivideo/apivideo.hpp>

void program(const apivideo::AnalyticsApi& analytics) {
    (void)analytics;
    const apivideo::AggregatedMetricsRequest right{apivideo::AggregatedMetric::play, apivideo::Aggregation::count};
    (void)right;
#ifdef WRONG
    const apivideo::AggregatedMetricsRequest wrong{apivideo::AggregatedMetric::play,
                                                   apivideo::Breakdown::country};  // does not compile
#endif
}
