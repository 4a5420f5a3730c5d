// SPDX-License-Identifier: MIT
// A metric measured: once, for each value of a dimension, or for each interval of time.
#pragma once

#include "test_support/demo_data_query.hpp"
#include "test_support/demo_events.hpp"
#include "test_support/demo_filter.hpp"
#include "test_support/demo_metrics.hpp"

#include <optional>
#include <string>
#include <vector>

namespace apivideo::detail {

struct DemoDataRow {
    std::string key;  ///< The value of a dimension, or a time.
    double value;
};

struct DemoMeasuring {
    const DemoEvents& events;
    const DemoMetric& metric;
    const DemoDataQuery& query;
    date::sys_seconds now;  ///< What comes after it has not happened yet.
};

[[nodiscard]] std::optional<double> measure_all(const DemoMeasuring& measuring);

/// In the order that the query asks for; what is equal by value comes by what it is of. What is 0 has no row.
[[nodiscard]] std::vector<DemoDataRow> measure_by_value(const DemoMeasuring& measuring,
                                                        const DemoDataDimension& dimension);

/// The same by the beginning of each interval, in UTC.
[[nodiscard]] std::vector<DemoDataRow> measure_by_time(const DemoMeasuring& measuring);

}  // namespace apivideo::detail
