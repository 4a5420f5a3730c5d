// SPDX-License-Identifier: MIT
// Both calls under one shape, so that each test runs for both.
#pragma once

#include <apivideo/analytics/analytics_api.hpp>

#include <gtest/gtest.h>

#include <future>
#include <string>
#include <utility>

namespace apivideo::test_support {

struct Videos {
    using Request = VideosPlaysRequest;
    using Dimension = VideosDimension;
    using Id = VideoId;
    static constexpr Dimension own_dimension = Dimension::video_id;
    static constexpr const char* id_name = "videoId";
    static constexpr const char* path = "/analytics/videos/plays";
    static constexpr const char* name = "videos";

    static AnalyticsPlaysResponse get(const AnalyticsApi& api, const Request& request,
                                      const CallOptions& options = {}) {
        return api.get_videos_plays(request, options);
    }
    static std::future<AnalyticsPlaysResponse> get_async(const AnalyticsApi& api, Request request,
                                                         CallOptions options = {}) {
        return api.get_videos_plays_async(std::move(request), std::move(options));
    }
};

struct LiveStreams {
    using Request = LiveStreamsPlaysRequest;
    using Dimension = LiveStreamsDimension;
    using Id = LiveStreamId;
    static constexpr Dimension own_dimension = Dimension::live_stream_id;
    static constexpr const char* id_name = "liveStreamId";
    static constexpr const char* path = "/analytics/live-streams/plays";
    static constexpr const char* name = "live_streams";

    static AnalyticsPlaysResponse get(const AnalyticsApi& api, const Request& request,
                                      const CallOptions& options = {}) {
        return api.get_live_streams_plays(request, options);
    }
    static std::future<AnalyticsPlaysResponse> get_async(const AnalyticsApi& api, Request request,
                                                         CallOptions options = {}) {
        return api.get_live_streams_plays_async(std::move(request), std::move(options));
    }
};

using Endpoints = ::testing::Types<Videos, LiveStreams>;

/// Names typed tests after their endpoint.
struct EndpointNames {
    template <class Endpoint>
    static std::string GetName(int) {
        return Endpoint::name;
    }
};

}  // namespace apivideo::test_support
