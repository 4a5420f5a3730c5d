// SPDX-License-Identifier: MIT
// Rows and numbers as the JSON that the service answers with.
#include "test_support/demo_pages.hpp"

#include "test_support/demo_times.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace apivideo::detail {

namespace {

using Json = nlohmann::ordered_json;

Json link(const std::string& target, std::string_view relation, std::int64_t page, std::int64_t page_size) {
    return {{"rel", relation},
            {"uri", target + "currentPage=" + std::to_string(page) + "&pageSize=" + std::to_string(page_size)}};
}

Json links(const std::string& target, const DemoPage& page, std::int64_t last) {
    const auto to = [&](std::string_view relation, std::int64_t number) {
        return link(target, relation, number, page.page_size);
    };
    Json made = Json::array({to("self", page.current_page), to("first", 1)});
    if (page.current_page > 1) made.push_back(to("previous", std::min(page.current_page - 1, last)));
    if (page.current_page < last) made.push_back(to("next", page.current_page + 1));
    made.push_back(to("last", last));
    return made;
}

// Adds `data`, of what @p write makes of each row, and `pagination`.
template <typename Row, typename Write>
Json& add_page(Json& answer, const std::vector<Row>& rows, const std::string& target, const DemoPage& page,
               Write write) {
    const auto total = static_cast<std::int64_t>(rows.size());
    const std::int64_t last = std::max<std::int64_t>(1, (total + page.page_size - 1) / page.page_size);
    Json data = Json::array();
    if (page.current_page <= last) {
        const std::int64_t begin = (page.current_page - 1) * page.page_size;
        const std::int64_t end = std::min(total, begin + page.page_size);
        for (std::int64_t index = begin; index < end; ++index)
            data.push_back(write(rows[static_cast<std::size_t>(index)]));
    }
    const std::size_t items = data.size();
    answer["data"] = std::move(data);
    answer["pagination"] = {{"currentPage", page.current_page},
                            {"currentPageItems", items},
                            {"pageSize", page.page_size},
                            {"pagesTotal", last},
                            {"itemsTotal", total},
                            {"links", links(target, page, last)}};
    return answer;
}

// Counts as integers. None here is too large for one.
Json number_json(double number) {
    if (number == std::floor(number)) return static_cast<std::int64_t>(number);
    return number;
}

Json answer_to(const DemoContext& context) {
    return Json{{"context",
                 {{"metric", context.metric},
                  {context.part, context.of_part},
                  {"timeframe",
                   {{"from", demo_time_text(context.timeframe.from)}, {"to", demo_time_text(context.timeframe.to)}}}}}};
}

}  // namespace

std::string demo_page(const DemoQuery& query, const std::vector<DemoRow>& rows) {
    const std::string target = std::string{names_of(query.selection.media).path} + "?" + query.kept + "&";
    Json answer = Json::object();
    return add_page(answer, rows, target, query.page,
                    [](const DemoRow& row) {
                        return Json{{"value", row.value}, {"plays", row.plays}};
                    })
        .dump();
}

std::string demo_number(const DemoContext& context, std::optional<double> number) {
    Json answer = answer_to(context);
    answer["data"] = number ? number_json(*number) : Json{};
    return answer.dump();
}

std::string demo_data_page(const DemoContext& context, const DemoDataPage& page) {
    Json answer = answer_to(context);
    return add_page(answer, page.rows, page.target, page.page,
                    [&](const DemoDataRow& row) {
                        return Json{{page.key_name, row.key}, {"metricValue", number_json(row.value)}};
                    })
        .dump();
}

}  // namespace apivideo::detail
