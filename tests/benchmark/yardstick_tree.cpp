// SPDX-License-Identifier: MIT
// nlohmann's tree, made and dropped: alone, and with the rows taken out of it.
#include "yardsticks.hpp"

#include "clients.hpp"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <vector>

namespace apivideo::benchmark {

std::size_t parse_tree(const std::string& body) { return nlohmann::json::parse(body).at("data").size(); }

std::size_t parse_tree_to_rows(const std::string& body) {
    const nlohmann::json page = nlohmann::json::parse(body);
    std::vector<Row> rows;
    for (const nlohmann::json& row : page.at("data"))
        rows.push_back({row.at("value").get<std::string>(), row.at("plays").get<std::int64_t>()});
    return rows.size();
}

}  // namespace apivideo::benchmark
