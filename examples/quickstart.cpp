// SPDX-License-Identifier: MIT
// The three calls of today, from an API key to printed rows.
//
//     APIVIDEO_API_KEY=... quickstart [BASE_URL]
#include <apivideo/apivideo.hpp>

#include <chrono>
#include <cstdlib>
#include <iostream>

namespace {

void print_countries(const apivideo::AnalyticsApi& analytics, date::sys_days today) {
    // What is required, and when it begins: without that the service tells of one day.
    apivideo::MetricsBreakdownRequest request{apivideo::BreakdownMetric::play, apivideo::Breakdown::country};
    request.from = today - date::days{7};
    const apivideo::MetricsBreakdownResponse response = analytics.get_metrics_breakdown(request);
    for (const apivideo::BreakdownData& row : response.data)
        if (row.metric_value) std::cout << row.dimension_value << ' ' << *row.metric_value << '\n';
}

void print_hours(const apivideo::AnalyticsApi& analytics, date::sys_days today) {
    // Nearly everything that can be set.
    apivideo::MetricsOverTimeRequest request{apivideo::OverTimeMetric::play};
    request.from = today - date::days{2};
    request.to = today;
    request.interval = apivideo::Interval::hour;
    request.filter_by.media_type = apivideo::MediaType::video;
    request.filter_by.device_type = {apivideo::device_types::phone, apivideo::device_types::tablet};
    request.sort_by = apivideo::OverTimeSortBy::emitted_at;
    request.sort_order = apivideo::SortOrder::asc;
    request.current_page = 1;
    request.page_size = 30;
    const apivideo::MetricsOverTimeResponse response = analytics.get_metrics_over_time(request);

    for (const apivideo::OverTimeData& row : response.data)
        if (const auto when = apivideo::emitted_at(row); when && row.metric_value)
            std::cout << date::format("%F %R", date::floor<std::chrono::minutes>(*when)) << ' ' << *row.metric_value
                      << '\n';
    std::cout << "page 1 of " << response.pagination.pages_total.value_or(1) << ", "
              << response.rate_limit.remaining.value_or(-1) << " requests left\n";
}

void run(const std::string& api_key, const apivideo::ClientOptions& options) {
    const apivideo::AuthenticatedApiClient client{api_key, options};
    const apivideo::AnalyticsApi analytics{client};
    const date::sys_days today = date::floor<date::days>(std::chrono::system_clock::now());
    const apivideo::AggregatedMetricsResponse plays =
        analytics.get_aggregated_metrics({apivideo::AggregatedMetric::play, apivideo::Aggregation::total});
    if (plays.data) std::cout << *plays.data << " plays of all time\n";
    print_countries(analytics, today);
    print_hours(analytics, today);
}

}  // namespace

int main(int argc, char** argv) {
    const char* const api_key = std::getenv("APIVIDEO_API_KEY");
    if (api_key == nullptr) {
        std::cerr << "set APIVIDEO_API_KEY to the API key of your api.video project\n";
        return 2;
    }
    apivideo::ClientOptions options;
    if (argc > 1) options.base_url = argv[1];
    try {
        run(api_key, options);
        return 0;
    } catch (const apivideo::Exception& e) {
        std::cerr << e.what() << '\n';
        return 1;
    }
}
