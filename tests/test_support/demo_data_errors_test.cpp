// SPDX-License-Identifier: MIT
// Tests of the /data calls against the service's documentation: each error body, in full, for its condition.
#include "test_support/demo_data.hpp"

#include "test_support/demo_service_fixture.hpp"

#include <string>

namespace apivideo::detail {
namespace {

constexpr const char* every_call[] = {"/data/metrics/play/count", "/data/buckets/play/country",
                                      "/data/timeseries/play"};

TEST_F(DemoServiceTest, words_every_documented_error_of_every_data_call) {
    const std::string long_referrer = "?filterBy[referrer][]=" + std::string(2049, 'x');
    const std::string views[] = {"/data/metrics/view/count", "/data/buckets/view/country", "/data/timeseries/view"};
    for (const std::string call : every_call) {
        expect_answer(get(call + "?from:2024-05-20T09:15:05%2B02:00"), "documented/data_unexpected_field");
        expect_answer(get(call + long_referrer), "documented/data_referrer_too_long");
    }
    for (const std::string& view : views)
        expect_answer(get(view + "?viewDuration=7s"), "documented/data_view_duration");
    for (const char* path : {"/data/metrics/plays/count", "/data/buckets/ccv/country", "/data/timeseries/play-total"})
        expect_answer(get(path), "documented/data_metric");
    expect_answer(get("/data/timeseries/play?interval=week"), "documented/data_interval");
    expect_answer(get("/data/timeseries/play?interval=minute"), "documented/data_interval_too_short");
}

TEST_F(DemoServiceTest, words_the_other_errors_of_data_calls_in_the_same_style) {
    const struct {
        const char* target;
        const char* fixture;
    } cases[] = {
        {"/data/metrics/start/rate", "in_style/data_aggregation"},
        {"/data/metrics/play/day", "in_style/data_aggregation"},
        {"/data/buckets/play/planet", "in_style/data_breakdown"},
        {"/data/buckets/play-total/country", "in_style/data_breakdown"},
        {"/data/buckets/play/country?interval=hour", "in_style/data_unexpected_value"},
        {"/data/buckets/play/country?sortBy=emittedAt", "in_style/data_sort_by_of_buckets"},
        {"/data/timeseries/play?sortBy=dimensionValue", "in_style/data_sort_by_of_timeseries"},
        {"/data/timeseries/play?sortOrder=DESC", "in_style/data_sort_order"},
        {"/data/metrics/ccv/peak?unique=1", "in_style/data_unique"},
        {"/data/metrics/play/total?filterBy[mediaType]=banana", "in_style/data_media_type"},
        {"/data/timeseries/play?currentPage=0", "in_style/current_page_below_one"},
        {"/data/timeseries/play?pageSize=x", "in_style/page_size_not_a_number"},
    };
    for (const auto& c : cases) expect_answer(get(c.target), c.fixture);
}

TEST_F(DemoServiceTest, words_a_wrong_period_of_data_calls_as_that_of_plays_calls) {
    for (const std::string call : every_call) {
        expect_answer(get(call + "?from=2023-06-10"), "documented/invalid_from");
        expect_answer(get(call + "?to=null"), "in_style/invalid_to");
        expect_answer(get(call + "?from=2023-05-20T00:00:00Z"), "in_style/from_not_within_30_days");
        expect_answer(get(call + "?from=2023-06-10T00:00:00Z&to=2023-06-09T00:00:00Z"), "in_style/from_after_to");
    }
}

TEST_F(DemoServiceTest, refuses_data_calls_as_it_refuses_plays_calls) {
    for (const std::string call : every_call) {
        const auto answer = [&](const char* method, const std::optional<std::string>& authorization) {
            return service().answer({method, call, "", authorization, ""}, now);
        };
        expect_answer(answer("GET", std::nullopt), "documented/unauthorized_missing_header");
        expect_answer(answer("GET", "Bearer none-of-ours"), "documented/unauthorized_access_token");
        expect_answer(answer("POST", basic), "in_style/method_not_allowed");
        EXPECT_EQ(answer("HEAD", basic).answer.allow, "GET");
    }
}

TEST_F(DemoServiceTest, counts_data_calls_and_refuses_those_over_the_limit) {
    options.rate_limit = 3;
    EXPECT_EQ(get(every_call[0]).rate_limit.remaining, 2);
    EXPECT_EQ(get(std::string{every_call[1]} + "?x=y").rate_limit.remaining, 1);
    EXPECT_EQ(get(every_call[2]).rate_limit.remaining, 0);
    for (const char* call : every_call) expect_answer(get(call), "documented/too_many_requests");
}

TEST_F(DemoServiceTest, has_no_data_where_analytics_are_disabled) {
    options.analytics_enabled = false;
    for (const char* call : every_call) expect_answer(get(call), "documented/analytics_disabled");
}

TEST_F(DemoServiceTest, does_not_know_paths_that_are_nearly_those_of_data_calls) {
    for (const char* path :
         {"/data", "/data/", "/data/metrics", "/data/metrics/", "/data/metrics/play", "/data/metrics/play/",
          "/data/metrics//count", "/data/metrics/play/count/", "/data/metrics/play/count/x", "/data/buckets/play",
          "/data/timeseries", "/data/timeseries/", "/data/timeseries/play/", "/data/timeseries/play/day",
          "/Data/timeseries/play", "/v1/data/timeseries/play", "/data/series/play"})
        expect_answer(get(path), "documented/endpoint_not_found");
}

}  // namespace
}  // namespace apivideo::detail
