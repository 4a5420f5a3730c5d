// SPDX-License-Identifier: MIT
// The query of a /data call: read, judged as the service does, and written again for the links of a page.
#pragma once

#include "test_support/demo_events.hpp"
#include "test_support/demo_filter.hpp"
#include "test_support/demo_metrics.hpp"
#include "test_support/demo_parameters.hpp"

#include <chrono>
#include <string>
#include <string_view>

namespace apivideo::detail {

enum class DemoDataCall { metrics, buckets, timeseries };

enum class DemoInterval { minute, hour, day };

/// `hour`.
[[nodiscard]] std::string_view name_of(DemoInterval interval) noexcept;

/// A /data call that can be answered.
struct DemoDataQuery {
    DemoPeriod period;
    DemoInterval interval;
    bool unique{false};
    std::chrono::seconds view_duration{5};
    DemoFilter filter{};
    bool by_value;  ///< Sorted by metricValue, not by what the value is of.
    bool descending;
    DemoPage page{};
    std::string kept{};  ///< All parameters but those of the page, as the links have them; each with `&` after it.
};

/// What a query is judged by.
struct DemoDataQuestion {
    DemoDataCall call;
    const DemoMetric& metric;
    date::sys_seconds first;  ///< Where the data begin.
    date::sys_seconds now;
};

/// The service says neither how rows are sorted unless asked nor in which order: buckets by metricValue, timeseries by
/// emittedAt; metricValue from the largest, all else from the smallest.
/// @throws DemoRefusal where the service documents one. Unexpected parameters are refused first, then the others in
/// the order of the documentation.
[[nodiscard]] DemoDataQuery parse_demo_data_query(const DemoDataQuestion& question, std::string_view query);

}  // namespace apivideo::detail
