// SPDX-License-Identifier: MIT
// The metrics of the /data calls: which there are, and how each is measured.
#pragma once

#include "test_support/demo_viewers.hpp"

#include <optional>
#include <string_view>

namespace apivideo::detail {

/// What a metric counts, which decides what it can be asked with.
enum class DemoSubject {
    events,   ///< What happens at an instant.
    views,    ///< Viewers of some seconds: takes `unique` and `viewDuration`.
    viewers,  ///< Who watches at the same time, so sessions from before the period are in it: takes `unique`.
};

enum class DemoScope { period, all_time, last_20_seconds };

struct DemoMetric {
    std::string_view name;
    std::string_view aggregation;  ///< Of /data/metrics only.
    /// Unset where there is nothing to divide by.
    std::optional<double> (*measure)(const DemoSample& sample);
    DemoSubject subject{DemoSubject::events};
    DemoScope scope{DemoScope::period};
};

/// One of /data/metrics.
/// @throws DemoRefusal naming the part that there is not.
[[nodiscard]] const DemoMetric& find_demo_aggregation(std::string_view metric, std::string_view aggregation);

/// One of /data/buckets and, but for those of all time, of /data/timeseries.
/// @throws DemoRefusal where there is none.
[[nodiscard]] const DemoMetric& find_demo_metric(std::string_view name);

}  // namespace apivideo::detail
