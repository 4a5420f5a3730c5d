// SPDX-License-Identifier: MIT
// From the options to the report: which call is made, and what of its answers is kept.
#include "report.hpp"

#include <iterator>
#include <utility>

namespace analytics_report {
namespace {

using apivideo::AnalyticsApi;

/// How to get one page and every page of a call, by its request.
template <class Request>
struct Call;
template <>
struct Call<apivideo::VideosPlaysRequest> {
    static constexpr auto get = &AnalyticsApi::get_videos_plays;
    static constexpr auto list = &AnalyticsApi::list_videos_plays;
};
template <>
struct Call<apivideo::LiveStreamsPlaysRequest> {
    static constexpr auto get = &AnalyticsApi::get_live_streams_plays;
    static constexpr auto list = &AnalyticsApi::list_live_streams_plays;
};
template <>
struct Call<apivideo::MetricsBreakdownRequest> {
    static constexpr auto get = &AnalyticsApi::get_metrics_breakdown;
    static constexpr auto list = &AnalyticsApi::list_metrics_breakdown;
};
template <>
struct Call<apivideo::MetricsOverTimeRequest> {
    static constexpr auto get = &AnalyticsApi::get_metrics_over_time;
    static constexpr auto list = &AnalyticsApi::list_metrics_over_time;
};

Row row_of(apivideo::AnalyticsData& row) { return {std::move(row.value), row.plays}; }
Row row_of(apivideo::BreakdownData& row) { return {std::move(row.dimension_value), row.metric_value}; }
Row row_of(apivideo::OverTimeData& row) { return {std::move(row.emitted_at), row.metric_value}; }

std::optional<apivideo::MetricsContext> context_of(const apivideo::AnalyticsPlaysResponse&) { return {}; }
template <class Response>
std::optional<apivideo::MetricsContext> context_of(const Response& response) {
    return response.context;
}

template <class Page>
void add_page(Report& report, Page& page) {
    report.rate_limit = page.rate_limit;
    report.rows.reserve(report.rows.size() + page.data.size());
    for (auto& row : page.data) report.rows.push_back(row_of(row));
}

template <class Request>
Report fetch_page(const AnalyticsApi& analytics, const Request& request) {
    auto page = (analytics.*Call<Request>::get)(request, {});
    Report report;
    add_page(report, page);
    report.context = context_of(page);
    report.pagination = std::move(page.pagination);
    return report;
}

template <class Request>
Report fetch_all(const AnalyticsApi& analytics, const Request& request, int concurrency, const OnPage& on_page) {
    apivideo::ListOptions options;
    options.concurrency = concurrency;
    Report report;
    apivideo::Pagination& common = report.pagination.emplace();
    std::int64_t& walked = report.pages.emplace(0);
    for (auto& page : (analytics.*Call<Request>::list)(request, options).pages()) {
        if (walked++ == 0) {
            report.context = context_of(page);
            common.items_total = page.pagination.items_total;
            common.pages_total = page.pagination.pages_total;
            common.page_size = page.pagination.page_size;
        }
        add_page(report, page);
        on_page(walked, common.pages_total, report.rows.size());
    }
    return report;
}

template <class Request>
Report fetch(const AnalyticsApi& analytics, const Options& options, const Request& request, const OnPage& on_page) {
    return options.one_page ? fetch_page(analytics, request)
                            : fetch_all(analytics, request, options.concurrency, on_page);
}

Report fetch(const AnalyticsApi& analytics, const Options&, const apivideo::AggregatedMetricsRequest& request,
             const OnPage&) {
    const apivideo::AggregatedMetricsResponse response = analytics.get_aggregated_metrics(request);
    Report report;
    report.rows = {Row{"", response.data}};
    report.context = response.context;
    report.rate_limit = response.rate_limit;
    return report;
}

}  // namespace

Report fetch_report(const AnalyticsApi& analytics, const Options& options, date::sys_seconds now,
                    const OnPage& on_page) {
    return std::visit(
        [&](const auto& request) {
            Report report = fetch(analytics, options, request, on_page);
            // Only what the library took is fit to be written out: its days are in the calendar.
            report.question = question_of(request);
            report.made_at = now;
            return report;
        },
        options.request);
}

}  // namespace analytics_report
