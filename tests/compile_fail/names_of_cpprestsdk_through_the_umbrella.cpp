// SPDX-License-Identifier: MIT
// The umbrella header does not bring the names of cpprestsdk.
#include <apivideo/apivideo.hpp>

void program(const apivideo::AnalyticsApi& analytics) {
    (void)analytics;
    const apivideo::HttpRequest right;
    (void)right;
#ifdef WRONG
    const web::http::http_request wrong;  // does not compile
#endif
}
