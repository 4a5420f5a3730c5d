// SPDX-License-Identifier: MIT
// A time-out has a unit.
#include <apivideo/apivideo.hpp>

void program(const apivideo::AnalyticsApi& analytics) {
    (void)analytics;
    apivideo::CallOptions options;
    options.timeout = std::chrono::seconds{20};
#ifdef WRONG
    options.timeout = 20;  // does not compile
#endif
}
