// SPDX-License-Identifier: MIT
// What is reported: the rows and where they come from.
#include "report.hpp"

#include <iterator>
#include <limits>
#include <utility>

namespace analytics_report {
namespace {

/// What differs between the two calls.
struct Videos {
    static constexpr const char* kind = "videos";
    static constexpr const char* filter_prefix = "videoId:";
    static constexpr auto get = &apivideo::AnalyticsApi::get_videos_plays;
    static constexpr auto list = &apivideo::AnalyticsApi::list_videos_plays;
};

struct LiveStreams {
    static constexpr const char* kind = "live streams";
    static constexpr const char* filter_prefix = "liveStreamId:";
    static constexpr auto get = &apivideo::AnalyticsApi::get_live_streams_plays;
    static constexpr auto list = &apivideo::AnalyticsApi::list_live_streams_plays;
};

Videos call_of(const apivideo::VideosPlaysRequest&) { return {}; }
LiveStreams call_of(const apivideo::LiveStreamsPlaysRequest&) { return {}; }

template <class Call, class Request>
Question question_of(Call, const Request& request) {
    Question question;
    question.kind = Call::kind;
    question.from = request.from;
    question.to = request.to;
    question.dimension = to_string(request.dimension);
    if (request.filter) question.filter = Call::filter_prefix + request.filter->value;
    return question;
}

std::string subject_of(const Question& question) {
    std::string subject{"Plays of "};
    subject += question.filter ? question.filter->substr(question.filter->find(':') + 1) : question.kind;
    subject += " by " + question.dimension + " from " + date::format("%F", question.from);
    subject += " until " + (question.to ? date::format("%F", *question.to) : "today") + " (excluded), UTC";
    return subject;
}

template <class Call, class Request>
void fetch_page(Report& report, Call, const apivideo::AnalyticsApi& analytics, const Request& request) {
    apivideo::AnalyticsPlaysResponse page = (analytics.*Call::get)(request, {});
    report.rows = std::move(page.data);
    report.pagination = std::move(page.pagination);
    report.rate_limit = page.rate_limit;
}

template <class Call, class Request>
void fetch_all(Report& report, Call, const apivideo::AnalyticsApi& analytics, const Request& request, int concurrency,
               const OnPage& on_page) {
    apivideo::ListOptions options;
    options.concurrency = concurrency;
    WalkedPages walked{request.current_page.value_or(1), 0};
    for (apivideo::AnalyticsPlaysResponse& page : (analytics.*Call::list)(request, options).pages()) {
        if (walked.count++ == 0) {
            report.pagination.items_total = page.pagination.items_total;
            report.pagination.pages_total = page.pagination.pages_total;
            report.pagination.page_size = page.pagination.page_size;
        }
        report.rate_limit = page.rate_limit;
        report.rows.insert(report.rows.end(), std::make_move_iterator(page.data.begin()),
                           std::make_move_iterator(page.data.end()));
        std::optional<std::int64_t> of;
        if (const auto total = report.pagination.pages_total; total && *total >= walked.first)
            of = *total - walked.first + 1;
        on_page(walked.count, of, report.rows.size());
    }
    report.pages = walked;
}

std::optional<std::int64_t> first_page(const Report& report) {
    return report.pages ? std::optional{report.pages->first} : report.pagination.current_page;
}

}  // namespace

Report fetch_report(const apivideo::AnalyticsApi& analytics, const Options& options, date::sys_seconds now,
                    const OnPage& on_page) {
    return std::visit(
        [&](const auto& request) {
            const auto call = call_of(request);
            Report report;
            if (options.all)
                fetch_all(report, call, analytics, request, options.concurrency, on_page);
            else
                fetch_page(report, call, analytics, request);
            // Only what the library took is fit to be written out: its days are in the calendar.
            report.question = question_of(call, request);
            report.subject = subject_of(report.question);
            report.made_at = now;
            return report;
        },
        options.request);
}

Period period_of(const Report& report) {
    const Question& question = report.question;
    return {date::sys_days{question.from},
            question.to ? date::sys_days{*question.to} : date::floor<date::days>(report.made_at)};
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

bool is_part(const Report& report) {
    const std::int64_t total = report.pagination.pages_total.value_or(1);
    if (!report.pages) return total > 1 || report.pagination.current_page.value_or(1) > 1;
    // The walk ends at an empty page, also where more were told of.
    return report.pages->first > 1 || report.pages->count < total;
}

bool is_past_the_end(const Report& report) { return report.rows.empty() && first_page(report).value_or(1) > 1; }

std::string pages_of(const Report& report) {
    const std::optional<std::int64_t> first = first_page(report);
    const std::int64_t count = report.pages ? report.pages->count : 1;
    if (!first) return {};
    if (is_past_the_end(report)) {
        const std::optional<std::int64_t> last = report.pagination.pages_total;
        return "no page " + std::to_string(*first) +
               (last && *last < *first ? ": there are " + std::to_string(*last) : "");
    }
    if (count == 0) return {};
    std::string text = count == 1 ? "page " : "pages ";
    text += std::to_string(*first);
    if (count > 1) text += " to " + std::to_string(*first + (count - 1));
    if (report.pagination.pages_total) text += " of " + std::to_string(*report.pagination.pages_total);
    return text;
}

}  // namespace analytics_report
