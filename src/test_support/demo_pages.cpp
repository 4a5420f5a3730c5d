// SPDX-License-Identifier: MIT
// A page of rows as the JSON that the service answers with.
#include "test_support/demo_pages.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdint>

namespace apivideo::detail {

namespace {

using Json = nlohmann::ordered_json;

Json link(const DemoQuery& query, std::string_view relation, std::int64_t page) {
    std::string uri{names_of(query.selection.media).path};
    uri += "?" + query.kept + "&currentPage=" + std::to_string(page) + "&pageSize=" + std::to_string(query.page_size);
    return {{"rel", relation}, {"uri", std::move(uri)}};
}

Json links(const DemoQuery& query, std::int64_t last) {
    Json made = Json::array({link(query, "self", query.current_page), link(query, "first", 1)});
    if (query.current_page > 1) made.push_back(link(query, "previous", std::min(query.current_page - 1, last)));
    if (query.current_page < last) made.push_back(link(query, "next", query.current_page + 1));
    made.push_back(link(query, "last", last));
    return made;
}

}  // namespace

std::string demo_page(const DemoQuery& query, const std::vector<DemoRow>& rows) {
    const auto total = static_cast<std::int64_t>(rows.size());
    const std::int64_t last = std::max<std::int64_t>(1, (total + query.page_size - 1) / query.page_size);
    Json data = Json::array();
    if (query.current_page <= last) {
        const std::int64_t begin = (query.current_page - 1) * query.page_size;
        const std::int64_t end = std::min(total, begin + query.page_size);
        for (std::int64_t index = begin; index < end; ++index) {
            const DemoRow& row = rows[static_cast<std::size_t>(index)];
            data.push_back({{"value", row.value}, {"plays", row.plays}});
        }
    }
    const std::size_t items = data.size();
    return Json{{"data", std::move(data)},
                {"pagination",
                 {{"currentPage", query.current_page},
                  {"currentPageItems", items},
                  {"pageSize", query.page_size},
                  {"pagesTotal", last},
                  {"itemsTotal", total},
                  {"links", links(query, last)}}}}
        .dump();
}

}  // namespace apivideo::detail
