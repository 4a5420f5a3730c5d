// SPDX-License-Identifier: MIT
// A program of somebody else's that calls through a fake transport: needs nothing but apivideo::apivideo.
#include <apivideo/apivideo.hpp>
#include <apivideo/test_support/fake_transport.hpp>

#include "expect.hpp"

#include <cstdint>
#include <memory>
#include <stdexcept>

namespace {

// Thrown within the library, caught out here, by its own type and by each of its bases.
template <class Expected>
bool throws(const apivideo::AnalyticsApi& analytics, const apivideo::VideosPlaysRequest& request) {
    try {
        (void)analytics.get_videos_plays(request);
    } catch (const Expected&) {
        return true;
    } catch (...) {
    }
    return false;
}

}  // namespace

int main() {
    const auto fake = std::make_shared<apivideo::test_support::FakeTransport>();
    const apivideo::AnalyticsApi analytics{fake, "https://ws.api.video"};
    apivideo::VideosPlaysRequest request{date::year{2023} / 6 / 1, apivideo::VideosDimension::country};

    const char* const page = R"({"data":[{"value":"france","plays":7}],"pagination":{"currentPage":1,"pagesTotal":1}})";
    fake->reply(200, page);
    EXPECT(analytics.get_videos_plays(request).data.at(0).plays == 7);
    EXPECT(fake->requests().at(0).url ==
           "https://ws.api.video/analytics/videos/plays?from=2023-06-01&dimension=country");

    fake->reply(200, page);
    std::int64_t plays = 0;
    for (const apivideo::AnalyticsData& row : analytics.list_videos_plays(request)) plays += row.plays;
    EXPECT(plays == 7);

    fake->respond_always([](const apivideo::HttpRequest&, const apivideo::CallContext&) {
        return apivideo::HttpResponse{429, "Too Many Requests", {}, "{}"};
    });
    EXPECT(throws<apivideo::TooManyRequestsException>(analytics, request));
    EXPECT(throws<apivideo::ApiException>(analytics, request));
    EXPECT(throws<apivideo::Exception>(analytics, request));
    EXPECT(throws<std::runtime_error>(analytics, request));
    EXPECT(!throws<apivideo::ForbiddenException>(analytics, request));

    // Thrown out here, passed through the library.
    fake->fail(apivideo::TransportFailure::tls);
    EXPECT(throws<apivideo::TransportException>(analytics, request));

    request.page_size = 101;
    EXPECT(throws<apivideo::InvalidRequestException>(analytics, request));
}
