// SPDX-License-Identifier: MIT
// What is reported: the rows and where they come from.
#include "report.hpp"

#include <limits>
#include <string_view>
#include <utility>

namespace plays_report {
namespace {

struct Call {
    const apivideo::AnalyticsApi& analytics;

    apivideo::AnalyticsPlaysResponse operator()(const apivideo::VideosPlaysRequest& request) const {
        return analytics.get_videos_plays(request);
    }
    apivideo::AnalyticsPlaysResponse operator()(const apivideo::LiveStreamsPlaysRequest& request) const {
        return analytics.get_live_streams_plays(request);
    }
};

std::string_view kind_of(const apivideo::VideosPlaysRequest&) { return "videos"; }
std::string_view kind_of(const apivideo::LiveStreamsPlaysRequest&) { return "live streams"; }

template <class Request>
std::string subject_of(const Request& request) {
    std::string subject{"Plays of "};
    subject += request.filter ? request.filter->value : kind_of(request);
    subject.append(" by ").append(to_string(request.dimension));
    subject += " from " + date::format("%F", request.from);
    subject += " until " + (request.to ? date::format("%F", *request.to) : "today") + " (excluded), UTC";
    return subject;
}

}  // namespace

Report fetch_report(const apivideo::AnalyticsApi& analytics, const Request& request) {
    apivideo::AnalyticsPlaysResponse response = std::visit(Call{analytics}, request);
    Report report;
    std::visit(
        [&](const auto& asked) {
            report.subject = subject_of(asked);
            report.dimension = to_string(asked.dimension);
        },
        request);
    report.rows = std::move(response.data);
    report.pagination = std::move(response.pagination);
    report.rate_limit = response.rate_limit;
    return report;
}

std::optional<std::int64_t> total_plays(const std::vector<apivideo::AnalyticsData>& rows) {
    using Limits = std::numeric_limits<std::int64_t>;
    std::int64_t total = 0;
    for (const apivideo::AnalyticsData& row : rows) {
        const bool fits = row.plays < 0 ? total >= Limits::min() - row.plays : total <= Limits::max() - row.plays;
        if (!fits) return std::nullopt;
        total += row.plays;
    }
    return total;
}

}  // namespace plays_report
