// SPDX-License-Identifier: MIT
// A /data request, checked and written as path and query, with the parameters in the order of the service's own
// clients.
#pragma once

#include <apivideo/analytics/metrics_request.hpp>
#include <apivideo/errors.hpp>

#include "analytics/parameters.hpp"
#include "http/query.hpp"
#include "text/percent_encoding.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace apivideo::detail {

template <class Names>
[[nodiscard]] std::string with_segment(std::string path, const char* field, const ServiceName<Names>& value) {
    path += '/';
    append_percent_encoded(path, name(field, value.name()));
    return path;
}

template <class Names>
void add_name(Query& query, std::string_view parameter, const char* field,
              const std::optional<ServiceName<Names>>& value) {
    if (value) query.add(parameter, name(field, value->name()));
}

inline void add_list(Query& query, std::string_view parameter, const char* field,
                     const std::vector<std::string>& values) {
    for (const std::string& value : values) query.add(parameter, text(field, value));
}

inline void add_referrers(Query& query, const std::vector<std::string>& referrers) {
    constexpr std::ptrdiff_t max_characters = 2048;
    constexpr auto begins_character = [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; };
    for (const std::string& referrer : referrers) {
        if (!referrer.empty()) (void)text("filter_by.referrer", referrer);
        if (std::count_if(referrer.begin(), referrer.end(), begins_character) > max_characters)
            throw InvalidRequestException{"filter_by.referrer",
                                          "is longer than " + std::to_string(max_characters) + " characters"};
        query.add("filterBy[referrer][]", referrer);
    }
}

/// What is counted: the end of every query but for the page.
template <class Request>
void add_counted(Query& query, const Request& request) {
    if (request.unique) query.add("unique", *request.unique ? "true" : "false");
    add_name(query, "viewDuration", "view_duration", request.view_duration);
    const FilterBy& filter = request.filter_by;
    add_list(query, "filterBy[mediaId][]", "filter_by.media_id", filter.media_id);
    add_name(query, "filterBy[mediaType]", "filter_by.media_type", filter.media_type);
    add_list(query, "filterBy[continent][]", "filter_by.continent", filter.continent);
    add_list(query, "filterBy[country][]", "filter_by.country", filter.country);
    add_list(query, "filterBy[deviceType][]", "filter_by.device_type", filter.device_type);
    add_list(query, "filterBy[operatingSystem][]", "filter_by.operating_system", filter.operating_system);
    add_list(query, "filterBy[browser][]", "filter_by.browser", filter.browser);
    if (filter.tag) query.add("filterBy[tag]", text("filter_by.tag", *filter.tag));
    add_referrers(query, filter.referrer);
}

/// What a query of pages has behind the period.
template <class Request>
void add_sorted_pages(Query& query, const Request& request) {
    add_name(query, "sortBy", "sort_by", request.sort_by);
    add_name(query, "sortOrder", "sort_order", request.sort_order);
    add_counted(query, request);
    add_page(query, request.current_page, request.page_size);
}

/// Such as `/data/metrics/play/count?from=2023-06-01T00%3A00%3A00Z`.
/// @throws InvalidRequestException if the request cannot be sent; its field() names the member.
[[nodiscard]] inline std::string target(const AggregatedMetricsRequest& request) {
    Query query{
        with_segment(with_segment("/data/metrics", "metric", request.metric), "aggregation", request.aggregation)};
    add_period(query, request.from, request.to);
    add_counted(query, request);
    return std::move(query).target();
}
/// Such as `/data/buckets/play/country?sortBy=metricValue`.
[[nodiscard]] inline std::string target(const MetricsBreakdownRequest& request) {
    Query query{with_segment(with_segment("/data/buckets", "metric", request.metric), "breakdown", request.breakdown)};
    add_period(query, request.from, request.to);
    add_sorted_pages(query, request);
    return std::move(query).target();
}
/// Such as `/data/timeseries/play?interval=hour`.
[[nodiscard]] inline std::string target(const MetricsOverTimeRequest& request) {
    Query query{with_segment("/data/timeseries", "metric", request.metric)};
    add_period(query, request.from, request.to);
    add_name(query, "interval", "interval", request.interval);
    add_sorted_pages(query, request);
    return std::move(query).target();
}

}  // namespace apivideo::detail
