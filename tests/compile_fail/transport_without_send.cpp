// SPDX-License-Identifier: MIT
// A transport of one's own has to say how it sends.
#include <apivideo/apivideo.hpp>

class Sends final : public apivideo::HttpTransport {
  public:
    apivideo::HttpResponse send(const apivideo::HttpRequest&, const apivideo::CallContext&) override { return {}; }
};
class Mute : public apivideo::HttpTransport {};

void program(const apivideo::AnalyticsApi& analytics) {
    (void)analytics;
    const Sends right;
    (void)right;
#ifdef WRONG
    const Mute wrong;  // does not compile
#endif
}
