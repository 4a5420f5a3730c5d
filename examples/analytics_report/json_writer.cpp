// SPDX-License-Identifier: MIT
// The report as JSON.
#include "text.hpp"
#include "writers.hpp"

#include <nlohmann/json.hpp>

namespace analytics_report {
namespace {

using Json = nlohmann::ordered_json;

void add(Json& object, const char* name, const std::optional<std::int64_t>& number) {
    if (number) object[name] = *number;
}

Json rows_of(const Report& report) {
    Json rows = Json::array();
    for (const apivideo::AnalyticsData& row : report.rows) rows.push_back({{"value", row.value}, {"plays", row.plays}});
    return rows;
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

}  // namespace

std::string as_json(const Report& report) {
    const Json json = {{"data", rows_of(report)},
                       {"pagination", pagination_of(report.pagination)},
                       {"rateLimit", rate_limit_of(report.rate_limit)}};
    return json_fit_to_show(json.dump(2, ' ', false, Json::error_handler_t::replace)) + '\n';
}

}  // namespace analytics_report
