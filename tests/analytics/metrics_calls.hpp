// SPDX-License-Identifier: MIT
// The three /data calls under one shape, so that each test runs for all.
#pragma once

#include <apivideo/analytics/analytics_api.hpp>

#include <gtest/gtest.h>

#include <future>
#include <string>
#include <utility>

namespace apivideo::test_support {

struct Number {
    using Request = AggregatedMetricsRequest;
    using Response = AggregatedMetricsResponse;
    static constexpr const char* name = "number";
    static constexpr const char* path = "/data/metrics/play/count";
    static constexpr const char* body = R"({"context":{"metric":"play"},"data":7})";

    static Request request() { return {AggregatedMetric::play, Aggregation::count}; }
    static Response get(const AnalyticsApi& api, const Request& request, const CallOptions& options = {}) {
        return api.get_aggregated_metrics(request, options);
    }
    static std::future<Response> get_async(const AnalyticsApi& api, Request request, CallOptions options = {}) {
        return api.get_aggregated_metrics_async(std::move(request), std::move(options));
    }
    static bool is_body(const Response& response) { return response.data == 7.0 && response.context.metric == "play"; }
};

struct Rows {
    using Request = MetricsBreakdownRequest;
    using Response = MetricsBreakdownResponse;
    static constexpr const char* name = "breakdown";
    static constexpr const char* path = "/data/buckets/play/country";
    static constexpr const char* body = R"({"context":{},"data":[{"dimensionValue":"FR","metricValue":7}]})";

    static Request request() { return {BreakdownMetric::play, Breakdown::country}; }
    static Response get(const AnalyticsApi& api, const Request& request, const CallOptions& options = {}) {
        return api.get_metrics_breakdown(request, options);
    }
    static std::future<Response> get_async(const AnalyticsApi& api, Request request, CallOptions options = {}) {
        return api.get_metrics_breakdown_async(std::move(request), std::move(options));
    }
    static RowRange<Response> list(const AnalyticsApi& api, Request request, const ListOptions& options = {}) {
        return api.list_metrics_breakdown(std::move(request), options);
    }
    static bool is_body(const Response& r) { return r.data == std::vector<BreakdownData>{{"FR", 7}}; }
};

struct Curve {
    using Request = MetricsOverTimeRequest;
    using Response = MetricsOverTimeResponse;
    static constexpr const char* name = "over_time";
    static constexpr const char* path = "/data/timeseries/play";
    static constexpr const char* body = R"({"context":{},"data":[{"emittedAt":"a","metricValue":7}]})";

    static Request request() { return {OverTimeMetric::play}; }
    static Response get(const AnalyticsApi& api, const Request& request, const CallOptions& options = {}) {
        return api.get_metrics_over_time(request, options);
    }
    static std::future<Response> get_async(const AnalyticsApi& api, Request request, CallOptions options = {}) {
        return api.get_metrics_over_time_async(std::move(request), std::move(options));
    }
    static RowRange<Response> list(const AnalyticsApi& api, Request request, const ListOptions& options = {}) {
        return api.list_metrics_over_time(std::move(request), options);
    }
    static bool is_body(const Response& r) { return r.data == std::vector<OverTimeData>{{"a", 7}}; }
};

using MetricsCalls = ::testing::Types<Number, Rows, Curve>;
using PagedMetricsCalls = ::testing::Types<Rows, Curve>;

/// Names typed tests after their call.
struct MetricsCallNames {
    template <class Call>
    static std::string GetName(int) {
        return Call::name;
    }
};

}  // namespace apivideo::test_support
