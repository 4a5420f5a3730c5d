// SPDX-License-Identifier: MIT
// The day of the demo servers that tests start, so that no test depends on the day it runs.
#pragma once

#include <apivideo/test_support/demo_options.hpp>

#include <date/date.h>

namespace apivideo::tests {

/// Each hour of the two days before it has plays.
constexpr date::sys_days demo_day{date::year{2023} / 6 / 20};
/// One hour of the two days before it has no plays.
constexpr date::sys_days demo_day_after_an_hour_without_plays{date::year{2023} / 6 / 25};

[[nodiscard]] inline test_support::DemoServerOptions demo_server_on(date::sys_days day) {
    test_support::DemoServerOptions options;
    options.today = day;
    return options;
}

}  // namespace apivideo::tests
