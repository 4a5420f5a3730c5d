// SPDX-License-Identifier: MIT
// A day is a calendar day, not a string.
#include <apivideo/apivideo.hpp>

void program(const apivideo::AnalyticsApi& analytics) {
    (void)analytics;
    apivideo::VideosPlaysRequest request;
    request.from = date::year{2023} / 6 / 1;
#ifdef WRONG
    request.from = "2023-06-01";  // does not compile
#endif
}
