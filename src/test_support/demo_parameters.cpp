// SPDX-License-Identifier: MIT
// The query of a URL, taken apart as PHP does.
#include "test_support/demo_parameters.hpp"

#include "test_support/demo_errors.hpp"
#include "text/ascii.hpp"

#include <limits>

namespace apivideo::detail {

namespace {

std::string decoded(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool is_escape =
            text[i] == '%' && i + 2 < text.size() && hex_value(text[i + 1]) >= 0 && hex_value(text[i + 2]) >= 0;
        if (is_escape) {
            out += static_cast<char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2]));
            i += 2;
        } else {
            out += text[i] == '+' ? ' ' : text[i];
        }
    }
    return out;
}

std::int64_t parse_count(const DemoParameters& parameters, const std::string& name, std::int64_t otherwise,
                         std::int64_t most, std::string_view range) {
    const std::optional<std::string> text = find_parameter(parameters, name);
    if (!text) return otherwise;
    const bool is_negative = !text->empty() && text->front() == '-';
    const std::optional<std::int64_t> number = parse_number(is_negative ? text->substr(1) : *text);
    if (!number) throw DemoRefusal{demo_invalid_parameter(name, "This value must be of type integer.")};
    if (is_negative || *number < 1 || *number > most) throw DemoRefusal{demo_invalid_parameter(name, range)};
    return *number;
}

}  // namespace

std::vector<std::pair<std::string, std::string>> demo_parameter_list(std::string_view query) {
    std::vector<std::pair<std::string, std::string>> parameters;
    while (!query.empty()) {
        const std::string_view pair = query.substr(0, query.find('&'));
        query.remove_prefix(pair.size() == query.size() ? pair.size() : pair.size() + 1);
        const std::size_t equals = pair.find('=');
        const std::string_view value = equals == std::string_view::npos ? "" : pair.substr(equals + 1);
        if (!pair.empty()) parameters.emplace_back(decoded(pair.substr(0, equals)), decoded(value));
    }
    return parameters;
}

DemoParameters parse_demo_parameters(std::string_view query) {
    DemoParameters parameters;
    for (auto& [name, value] : demo_parameter_list(query)) parameters.insert_or_assign(name, std::move(value));
    return parameters;
}

std::optional<std::string> find_parameter(const DemoParameters& parameters, const std::string& name) {
    const auto found = parameters.find(name);
    if (found == parameters.end()) return std::nullopt;
    return found->second;
}

DemoPage parse_demo_page(const DemoParameters& parameters) {
    DemoPage page;
    page.current_page =
        parse_count(parameters, "currentPage", page.current_page, std::numeric_limits<std::int64_t>::max(),
                    "This value must be greater than or equal to 1.");
    page.page_size = parse_count(parameters, "pageSize", page.page_size, 100, "This value must be between 1 and 100.");
    return page;
}

}  // namespace apivideo::detail
