// SPDX-License-Identifier: MIT
// The metrics, in words.
#pragma once

#include "question.hpp"

namespace analytics_report {

/// @param unique whether each viewer counts once a day.
[[nodiscard]] Measure measure_of(const std::string& metric, bool unique);

/// Of one number. Metrics that are not known keep their name.
[[nodiscard]] Measure measure_of(const apivideo::AggregatedMetricsRequest& request);

}  // namespace analytics_report
