// SPDX-License-Identifier: MIT
// The query of a URL, taken apart as PHP does.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace apivideo::detail {

using DemoParameters = std::map<std::string, std::string>;

/// Names and values of the part of a URL after `?`, decoded, in the order sent.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> demo_parameter_list(std::string_view query);

/// The same by name. Of repeated ones the last counts, as in PHP.
[[nodiscard]] DemoParameters parse_demo_parameters(std::string_view query);

[[nodiscard]] std::optional<std::string> find_parameter(const DemoParameters& parameters, const std::string& name);

/// Which page is asked for.
struct DemoPage {
    std::int64_t current_page{1};
    std::int64_t page_size{25};
};

/// @throws DemoRefusal where a value is no number or out of range.
[[nodiscard]] DemoPage parse_demo_page(const DemoParameters& parameters);

}  // namespace apivideo::detail
