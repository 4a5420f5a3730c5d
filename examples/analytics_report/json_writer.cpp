// SPDX-License-Identifier: MIT
// The report as JSON, and as a line of JSON for each row.
#include "text.hpp"
#include "writers.hpp"

#include <nlohmann/json.hpp>

namespace analytics_report {
namespace {

using Json = nlohmann::ordered_json;

template <class Value>
void add(Json& object, const char* name, const std::optional<Value>& value) {
    if (value) object[name] = *value;
}

/// As it is read: a whole number stays one, to 64 bits.
Json number_of(const Row& row) { return row.number ? Json::parse(row.text) : Json(nullptr); }

Json json_of(const Question& question, const Row& row) {
    Json object = Json::object();
    if (!question.value_name.empty()) object[question.value_name] = row.value;
    object[question.number_name] = number_of(row);
    return object;
}

Json data_of(const Report& report) {
    if (report.question.shape == Shape::one_number) return number_of(report.rows.front());
    Json rows = Json::array();
    for (const Row& row : report.rows) rows.push_back(json_of(report.question, row));
    return rows;
}

Json context_of(const apivideo::MetricsContext& context) {
    Json object = Json::object();
    add(object, "metric", context.metric);
    add(object, "aggregation", context.aggregation);
    add(object, "breakdown", context.breakdown);
    add(object, "interval", context.interval);
    Json timeframe = Json::object();
    add(timeframe, "from", context.timeframe.from);
    add(timeframe, "to", context.timeframe.to);
    object["timeframe"] = std::move(timeframe);
    return object;
}

Json pagination_of(const apivideo::Pagination& pagination) {
    Json object = Json::object();
    add(object, "currentPage", pagination.current_page);
    add(object, "currentPageItems", pagination.current_page_items);
    add(object, "pageSize", pagination.page_size);
    add(object, "pagesTotal", pagination.pages_total);
    add(object, "itemsTotal", pagination.items_total);
    Json links = Json::array();
    for (const apivideo::PaginationLink& link : pagination.links)
        links.push_back({{"rel", link.rel}, {"uri", link.uri}});
    object["links"] = std::move(links);
    return object;
}

Json rate_limit_of(const apivideo::RateLimit& rate_limit) {
    Json object = Json::object();
    add(object, "limit", rate_limit.limit);
    add(object, "remaining", rate_limit.remaining);
    if (rate_limit.retry_after) object["retryAfter"] = rate_limit.retry_after->count();
    return object;
}

std::string text_of(const Json& json, int indent) {
    return json_fit_to_show(json.dump(indent, ' ', false, Json::error_handler_t::replace)) + '\n';
}

}  // namespace

std::string as_json(const Report& report) {
    Json json = Json::object();
    if (report.context) json["context"] = context_of(*report.context);
    json["data"] = data_of(report);
    if (report.pagination) json["pagination"] = pagination_of(*report.pagination);
    json["rateLimit"] = rate_limit_of(report.rate_limit);
    return text_of(json, 2);
}

std::string as_json_lines(const Report& report) {
    std::string lines;
    for (const Row& row : report.rows) lines += text_of(json_of(report.question, row), -1);
    return lines;
}

}  // namespace analytics_report
