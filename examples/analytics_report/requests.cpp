// SPDX-License-Identifier: MIT
// From the command line to the request of a call.
#include "requests.hpp"

#include <string_view>
#include <utility>

namespace analytics_report {
namespace {

using apivideo::FilterBy;

/// What differs between the two plays calls.
struct Videos {
    using Request = apivideo::VideosPlaysRequest;
    static constexpr std::string_view filter_prefix = "videoId:";
    static constexpr const char* dimensions = "videoId, emittedAt, country, deviceType, operatingSystem or browser";
    static auto dimension(const std::string& name) { return apivideo::videos_dimension_from_string(name); }
    static auto id(std::string value) { return apivideo::VideoId{std::move(value)}; }
};

struct LiveStreams {
    using Request = apivideo::LiveStreamsPlaysRequest;
    static constexpr std::string_view filter_prefix = "liveStreamId:";
    static constexpr const char* dimensions =
        "liveStreamId, emittedAt, country, deviceType, operatingSystem or browser";
    static auto dimension(const std::string& name) { return apivideo::live_streams_dimension_from_string(name); }
    static auto id(std::string value) { return apivideo::LiveStreamId{std::move(value)}; }
};

void refuse_two_begins(const CommandLine& line) {
    if (line.from && line.since)
        throw Refused{"--from and --since both say where the period begins, expected one of them"};
}

template <class Request>
void set_page(Request& request, const CommandLine& line) {
    if (line.page) request.current_page = whole_number("--page", *line.page);
    if (line.page_size) request.page_size = whole_number("--page-size", *line.page_size);
}

date::days days_since(const std::optional<std::string>& since) {
    const std::chrono::seconds span = analytics_report::span("--since", since.value_or("7d"));
    if (span % date::days{1} != std::chrono::seconds{0})
        refuse("--since", *since, "days such as 7d, since plays are of whole days");
    return std::chrono::duration_cast<date::days>(span);
}

template <class Kind>
Request plays_request(const CommandLine& line, date::sys_seconds now) {
    typename Kind::Request request;
    if (line.to) request.to = day("--to", *line.to);
    refuse_two_begins(line);
    const date::sys_days end = request.to ? date::sys_days{*request.to} : date::floor<date::days>(now);
    request.from = line.from ? day("--from", *line.from) : end - days_since(line.since);

    const std::string name = line.dimension.value_or("country");
    const auto dimension = Kind::dimension(name);
    if (!dimension) refuse("--dimension", name, Kind::dimensions);
    request.dimension = *dimension;

    for (const std::string& filter : line.filters) {
        const std::string_view prefix = Kind::filter_prefix;
        if (filter.compare(0, prefix.size(), prefix) != 0) refuse("--filter", filter, std::string{prefix} + "ID");
        if (request.filter) throw Refused{"--filter is given twice, expected one id"};
        request.filter = Kind::id(filter.substr(prefix.size()));
    }
    set_page(request, line);
    return request;
}

Request plays(const CommandLine& line, date::sys_seconds now) {
    if (line.kind == "videos") return plays_request<Videos>(line, now);
    if (line.kind == "live-streams") return plays_request<LiveStreams>(line, now);
    // Without what it is: what was typed by mistake may be a key.
    throw Refused{"what to report the plays of is neither videos nor live-streams"};
}

struct FilterName {
    std::string_view name;
    std::vector<std::string> FilterBy::*list;
};

constexpr FilterName list_filters[] = {
    {"mediaId", &FilterBy::media_id},  {"continent", &FilterBy::continent},
    {"country", &FilterBy::country},   {"deviceType", &FilterBy::device_type},
    {"browser", &FilterBy::browser},   {"operatingSystem", &FilterBy::operating_system},
    {"referrer", &FilterBy::referrer},
};

template <class Value>
void set_once(std::optional<Value>& member, Value value, const std::string& name) {
    if (member) throw Refused{"--filter " + name + "= is given twice, expected one value"};
    member = std::move(value);
}

void add_filter(FilterBy& filter_by, const std::string& text) {
    const std::size_t equals = text.find('=');
    const std::string name = text.substr(0, equals);
    std::string value = equals == std::string::npos ? "" : text.substr(equals + 1);
    if (equals != std::string::npos) {
        for (const FilterName& filter : list_filters)
            if (filter.name == name) return (filter_by.*filter.list).push_back(std::move(value));
        if (name == "mediaType") return set_once(filter_by.media_type, apivideo::MediaType::from_name(value), name);
        if (name == "tag") return set_once(filter_by.tag, std::move(value), name);
    }
    refuse("--filter", text,
           "NAME=VALUE with mediaId, mediaType, continent, country, deviceType, operatingSystem, browser, tag or "
           "referrer");
}

/// What the requests of all /data calls have.
template <class Request>
void set_common(Request& request, const CommandLine& line, date::sys_seconds now) {
    refuse_two_begins(line);
    if (line.from) request.from = time("--from", *line.from);
    if (line.to) request.to = time("--to", *line.to);
    if (line.since) {
        // Both ends, so that the period is as long as was asked for whenever the service gets to read it.
        request.to = request.to.value_or(now);
        request.from = *request.to - span("--since", *line.since);
    }
    request.unique = line.unique;
    if (line.view_duration) request.view_duration = apivideo::ViewDuration::from_name(*line.view_duration);
    for (const std::string& filter : line.filters) add_filter(request.filter_by, filter);
}

template <class SortBy, class Request>
void set_rows(Request& request, const CommandLine& line) {
    if (line.sort_by) request.sort_by = SortBy::from_name(*line.sort_by);
    if (line.sort_order) request.sort_order = apivideo::SortOrder::from_name(*line.sort_order);
    set_page(request, line);
}

Request metrics(const CommandLine& line, date::sys_seconds now) {
    apivideo::AggregatedMetricsRequest request;
    request.metric = apivideo::AggregatedMetric::from_name(line.metric);
    request.aggregation = apivideo::Aggregation::from_name(line.aggregation);
    set_common(request, line, now);
    return request;
}

Request buckets(const CommandLine& line, date::sys_seconds now) {
    apivideo::MetricsBreakdownRequest request;
    request.metric = apivideo::BreakdownMetric::from_name(line.metric);
    request.breakdown = apivideo::Breakdown::from_name(line.breakdown);
    set_common(request, line, now);
    set_rows<apivideo::BreakdownSortBy>(request, line);
    return request;
}

Request timeseries(const CommandLine& line, date::sys_seconds now) {
    apivideo::MetricsOverTimeRequest request;
    request.metric = apivideo::OverTimeMetric::from_name(line.metric);
    if (line.interval) request.interval = apivideo::Interval::from_name(*line.interval);
    set_common(request, line, now);
    set_rows<apivideo::OverTimeSortBy>(request, line);
    return request;
}

/// Plays of videos by country over the last seven days, by a call that the service serves today.
Request unless_told_otherwise(CommandLine line, date::sys_seconds now) {
    line.metric = "play";
    line.breakdown = "country";
    line.filters = {"mediaType=video"};
    if (!line.from && !line.since) line.since = "7d";
    return buckets(line, now);
}

struct Command {
    std::string_view name;
    Request (*request)(const CommandLine& line, date::sys_seconds now);
};

constexpr Command commands[] = {
    {"plays", plays}, {"metrics", metrics}, {"buckets", buckets}, {"timeseries", timeseries}};

}  // namespace

Request request_of(const CommandLine& line, date::sys_seconds now) {
    for (const Command& command : commands)
        if (command.name == line.command) return command.request(line, now);
    return unless_told_otherwise(line, now);
}

}  // namespace analytics_report
