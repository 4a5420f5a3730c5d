// SPDX-License-Identifier: MIT
// Numbers and rows of the demo service's /data calls, for the tests of them.
#pragma once

#include "test_support/demo_service_fixture.hpp"

#include <map>
#include <string>
#include <vector>

namespace apivideo::detail {

struct DemoData : DemoServiceTest {
    const std::string days_of_june{"from=2023-06-10T00:00:00Z&to=2023-06-13T00:00:00Z"};

    nlohmann::json rows_of(const std::string& target) { return json_of(target).at("data"); }
    double number(const std::string& call) { return json_of("/data/metrics/" + call).at("data"); }
    std::map<std::string, double> values(const std::string& target) {
        std::map<std::string, double> values;
        const std::string separator = target.find('?') == std::string::npos ? "?" : "&";
        const nlohmann::json answer = json_of(target + separator + "pageSize=100");
        EXPECT_LE(answer.at("pagination").at("itemsTotal"), 100) << target;
        for (const nlohmann::json& row : answer.at("data"))
            values[row.contains("emittedAt") ? row.at("emittedAt") : row.at("dimensionValue")] = row.at("metricValue");
        return values;
    }
    double sum(const std::string& target) {
        double total = 0;
        for (const auto& [key, value] : values(target)) total += value;
        return total;
    }
    std::vector<std::string> keys(const std::string& target, const char* name = "dimensionValue") {
        std::vector<std::string> keys;
        for (const nlohmann::json& row : rows_of(target)) keys.push_back(row.at(name));
        return keys;
    }
};

}  // namespace apivideo::detail
