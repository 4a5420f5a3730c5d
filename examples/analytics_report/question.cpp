// SPDX-License-Identifier: MIT
// What was asked: as the service names it, and in words.
#include "question.hpp"

#include "measures.hpp"

#include <tuple>

namespace analytics_report {
namespace {

using apivideo::FilterBy;

/// A day, or a time if it is not midnight.
std::string text_of(date::sys_seconds at) {
    const auto day = date::floor<date::days>(at);
    return at == day ? date::format("%F", day) : date::format("%FT%TZ", at);
}

std::string period_clause(const Question& question) {
    if (question.measure.all_time) return {};
    const std::string now = question.whole_days ? "today" : "now";
    const std::string end = question.to ? text_of(*question.to) : now;
    const std::string begin = question.from ? text_of(*question.from) : "a day before";
    return " from " + begin + " until " + end + " (excluded), UTC";
}

/// What differs between the two plays calls.
std::tuple<const char*, const char*, const char*> words_of(const apivideo::VideosPlaysRequest&) {
    return {"videos", "video", "videoId:"};
}
std::tuple<const char*, const char*, const char*> words_of(const apivideo::LiveStreamsPlaysRequest&) {
    return {"live streams", "live stream", "liveStreamId:"};
}

template <class Request>
Question plays_question(const Request& request) {
    const auto [many, one, prefix] = words_of(request);
    Question question;
    question.dimension = to_string(request.dimension);
    if (question.dimension == "emittedAt") question.shape = Shape::over_time;
    question.of = std::string{" of "} + (request.filter ? std::string{"one "} + one : many);
    question.from = date::sys_days{request.from};
    if (request.to) question.to = date::sys_days{*request.to};
    question.whole_days = true;
    question.zero_if_missing = true;
    question.subject = "Plays of " + (request.filter ? request.filter->value : many) + " by " + question.dimension +
                       period_clause(question);
    question.asked = {{"Plays of", many},
                      {"From", text_of(*question.from)},
                      {"Until", question.to ? text_of(*question.to) + ", excluded" : "the day it was made, excluded"},
                      {"Dimension", question.dimension},
                      {"Filter", request.filter ? prefix + request.filter->value : "none"}};
    return question;
}

struct FilterLine {
    const char* name;
    std::vector<std::string> FilterBy::*list;
};

constexpr FilterLine filter_lines[] = {
    {"mediaId", &FilterBy::media_id},  {"continent", &FilterBy::continent},
    {"country", &FilterBy::country},   {"deviceType", &FilterBy::device_type},
    {"browser", &FilterBy::browser},   {"operatingSystem", &FilterBy::operating_system},
    {"referrer", &FilterBy::referrer},
};

std::string filter_text(const FilterBy& filter_by) {
    std::string text;
    const auto add = [&](const std::string& name, const std::string& value) {
        text.append(text.empty() ? "" : ", ").append(name).append("=").append(value);
    };
    for (const auto& [name, list] : filter_lines)
        for (const std::string& value : filter_by.*list) add(name, value);
    if (filter_by.media_type) add("mediaType", filter_by.media_type->name());
    if (filter_by.tag) add("tag", *filter_by.tag);
    return text.empty() ? "none" : text;
}

/// What the questions of all /data calls have; the shape, the measure and the names of columns are there.
template <class Request>
Question with_common(Question question, const Request& request) {
    const auto& type = request.filter_by.media_type;
    if (type == apivideo::MediaType::video) question.of = " of videos";
    if (type == apivideo::MediaType::live_stream) question.of = " of live streams";
    question.from = request.from;
    question.to = request.to;
    question.subject = question.measure.title + question.of;
    if (question.shape == Shape::breakdown) question.subject += " by " + question.dimension;
    if (question.shape == Shape::over_time) question.subject += " over time";
    question.subject += period_clause(question);
    question.asked.emplace_back("From", question.from ? text_of(*question.from) : "a day before the end");
    question.asked.emplace_back("Until",
                                question.to ? text_of(*question.to) + ", excluded" : "when it was made, excluded");
    if (request.unique) question.asked.emplace_back("Unique viewers", *request.unique ? "yes" : "no");
    if (request.view_duration) question.asked.emplace_back("View duration", request.view_duration->name());
    question.asked.emplace_back("Filter", filter_text(request.filter_by));
    return question;
}

template <class Request>
Question with_sorting(Question question, const Request& request) {
    if (request.sort_by) question.asked.emplace_back("Sorted by", request.sort_by->name());
    if (request.sort_order) question.asked.emplace_back("Order", request.sort_order->name());
    return question;
}

}  // namespace

Question question_of(const apivideo::VideosPlaysRequest& request) { return plays_question(request); }
Question question_of(const apivideo::LiveStreamsPlaysRequest& request) { return plays_question(request); }

Question question_of(const apivideo::AggregatedMetricsRequest& request) {
    Question question;
    question.shape = Shape::one_number;
    question.measure = measure_of(request);
    question.value_name = "";
    question.number_name = "data";
    question.asked = {{"Metric", request.metric.name()}, {"Aggregation", request.aggregation.name()}};
    return with_common(std::move(question), request);
}

Question question_of(const apivideo::MetricsBreakdownRequest& request) {
    Question question;
    question.measure = measure_of(request.metric.name(), request.unique.value_or(false));
    question.dimension = request.breakdown.name();
    question.value_name = "dimensionValue";
    question.number_name = "metricValue";
    question.asked = {{"Metric", request.metric.name()}, {"Breakdown", request.breakdown.name()}};
    return with_sorting(with_common(std::move(question), request), request);
}

Question question_of(const apivideo::MetricsOverTimeRequest& request) {
    Question question;
    question.shape = Shape::over_time;
    question.measure = measure_of(request.metric.name(), request.unique.value_or(false));
    question.dimension = "emittedAt";
    question.value_name = "emittedAt";
    question.number_name = "metricValue";
    question.zero_if_missing = question.measure.adds_up;
    if (request.interval) question.interval = request.interval->name();
    question.asked = {{"Metric", request.metric.name()},
                      {"Interval", question.interval.value_or("as the service chooses")}};
    return with_sorting(with_common(std::move(question), request), request);
}

}  // namespace analytics_report
