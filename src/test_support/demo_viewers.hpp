// SPDX-License-Identifier: MIT
// How many viewers there were: of some seconds, and at the same time.
#pragma once

#include "test_support/demo_events.hpp"

#include <chrono>
#include <vector>

namespace apivideo::detail {

/// What a metric is measured on.
struct DemoSample {
    std::vector<const DemoEvent*> sessions;
    DemoPeriod period;
    bool unique{false};
    std::chrono::seconds view_duration{5};
};

/// Sessions in which so much was watched; of a viewer's in 24 hours only one where they are to be unique.
[[nodiscard]] double count_demo_views(const DemoSample& sample);

/// The most who watched at one instant of the period.
[[nodiscard]] double peak_of_demo_viewers(const DemoSample& sample);

/// How many watched at an instant of the period on average.
[[nodiscard]] double average_of_demo_viewers(const DemoSample& sample);

}  // namespace apivideo::detail
