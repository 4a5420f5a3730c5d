// SPDX-License-Identifier: MIT
// The umbrella header does not bring the names of libcurl.
#include <apivideo/apivideo.hpp>

void program(const apivideo::AnalyticsApi& analytics) {
    (void)analytics;
    const apivideo::HttpRequest right;
    (void)right;
#ifdef WRONG
    CURL* const wrong = nullptr;  // does not compile
#endif
}
