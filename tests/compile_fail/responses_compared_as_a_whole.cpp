// SPDX-License-Identifier: MIT
// Two answers are not compared as a whole: their headers differ. Their rows are.
#include <apivideo/apivideo.hpp>

bool program(const apivideo::AnalyticsPlaysResponse& a, const apivideo::AnalyticsPlaysResponse& b) {
    if (a.data == b.data && a.pagination == b.pagination) return true;
#ifdef WRONG
    return a == b;  // does not compile
#endif
    return false;
}
