// SPDX-License-Identifier: MIT
// The report as JSON.
#include "writers.hpp"

#include <nlohmann/json.hpp>

#include <cstdio>

namespace plays_report {
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

/// JSON need not escape the control characters beyond U+001F, but terminals obey some of them.
std::string without_control_characters(const std::string& json) {
    std::string out;
    out.reserve(json.size());
    const auto append_escaped = [&](unsigned code) {
        char escaped[7];
        std::snprintf(escaped, sizeof escaped, "\\u%04x", code & 0xffU);
        out += escaped;
    };
    for (std::size_t i = 0; i < json.size(); ++i) {
        const auto next = i + 1 < json.size() ? static_cast<unsigned char>(json[i + 1]) : 0U;
        if (json[i] == '\x7f')
            append_escaped(0x7f);
        else if (json[i] == '\xc2' && next >= 0x80 && next < 0xa0)
            append_escaped(static_cast<unsigned char>(json[++i]));
        else
            out += json[i];
    }
    return out;
}

}  // namespace

std::string as_json(const Report& report) {
    const Json json = {{"data", rows_of(report)},
                       {"pagination", pagination_of(report.pagination)},
                       {"rateLimit", rate_limit_of(report.rate_limit)}};
    return without_control_characters(json.dump(2, ' ', false, Json::error_handler_t::replace)) + '\n';
}

}  // namespace plays_report
