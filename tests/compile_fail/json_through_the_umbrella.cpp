// SPDX-License-Identifier: MIT
// The umbrella header does not bring nlohmann_json.
#include <apivideo/apivideo.hpp>

void program(const apivideo::AnalyticsApi& analytics) {
    (void)analytics;
    const apivideo::Pagination right;
    (void)right;
#ifdef WRONG
    const nlohmann::json wrong = right;  // does not compile
#endif
}
