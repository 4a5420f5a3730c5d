// SPDX-License-Identifier: MIT
// A registration that is dropped is taken back at once: it is not to be dropped unseen.
#include <apivideo/apivideo.hpp>

void program(const apivideo::AnalyticsApi& analytics) {
    (void)analytics;
    const apivideo::CancellationToken token;
    const auto kept = token.on_cancel([] {});
#ifdef WRONG
    token.on_cancel([] {});  // does not compile
#endif
}
