// SPDX-License-Identifier: MIT
// The umbrella header does not bring a certain transport.
#include <apivideo/apivideo.hpp>

void program(const apivideo::AnalyticsApi& analytics) {
    (void)analytics;
    (void)apivideo::make_default_transport();
#ifdef WRONG
    (void)apivideo::make_curl_transport();  // does not compile
#endif
}
