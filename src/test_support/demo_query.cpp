// SPDX-License-Identifier: MIT
// The query of a plays call: read, judged as the service does, and written again for the links of a page.
#include "test_support/demo_query.hpp"

#include <apivideo/analytics/plays_request.hpp>

#include "test_support/demo_errors.hpp"
#include "text/ascii.hpp"

namespace apivideo::detail {

namespace {

std::string required(const DemoParameters& parameters, const std::string& name) {
    std::optional<std::string> value = find_parameter(parameters, name);
    if (!value) throw DemoRefusal{demo_invalid_attribute(name)};
    return *value;
}

date::sys_days parse_day(const std::string& name, const std::string& text, date::sys_days today) {
    const std::optional<date::year_month_day> named = day_from_string(text);
    if (!named) throw DemoRefusal{demo_invalid_parameter(name, "This value is not a valid date.")};
    const date::sys_days day{*named};
    // The documentation wants both within the last 30 days: what is to come is not.
    if (day < today - DemoPlays::kept || day > today)
        throw DemoRefusal{demo_invalid_parameter(name, "This value must be within the last 30 days.")};
    return day;
}

DemoDimension parse_dimension(DemoMedia media, const std::string& name) {
    if (name == names_of(media).id_name) return DemoDimension::media_id;
    if (name == "emittedAt") return DemoDimension::emitted_at;
    if (name == "country") return DemoDimension::country;
    if (name == "deviceType") return DemoDimension::device_type;
    if (name == "operatingSystem") return DemoDimension::operating_system;
    if (name == "browser") return DemoDimension::browser;
    throw DemoRefusal{demo_dimension_not_allowed(media)};
}

std::size_t parse_filter(DemoMedia media, std::string_view filter, const DemoPlays& plays) {
    const std::string prefix = std::string{names_of(media).id_name} + ":";
    const bool is_one_id =
        filter.size() > prefix.size() && begins_with(filter, prefix) && filter.find(',') == std::string_view::npos;
    if (!is_one_id) throw DemoRefusal{demo_filter_malformed(media)};
    const std::optional<std::size_t> index = plays.find(media, filter.substr(prefix.size()));
    if (!index) throw DemoRefusal{demo_filter_unknown(media)};
    return *index;
}

}  // namespace

DemoQuery parse_demo_query(DemoMedia media, std::string_view query, const DemoPlays& plays, date::sys_days today) {
    const DemoParameters parameters = parse_demo_parameters(query);
    const std::string from = required(parameters, "from");
    const std::optional<std::string> to = find_parameter(parameters, "to");
    const std::string dimension = required(parameters, "dimension");
    const std::optional<std::string> filter = find_parameter(parameters, "filter");

    DemoQuery parsed{{media, {}, parse_day("from", from, today), today}};
    if (to) parsed.selection.to = parse_day("to", *to, today);
    if (parsed.selection.from > parsed.selection.to)
        throw DemoRefusal{demo_invalid_parameter("from", R"(This value must not be after "to".)")};
    parsed.selection.dimension = parse_dimension(media, dimension);
    if (filter) parsed.selection.of_one = parse_filter(media, *filter, plays);
    parsed.page = parse_demo_page(parameters);

    // What was accepted holds nothing that a URL would have to escape.
    parsed.kept = "dimension=" + dimension;
    if (filter) parsed.kept += "&filter=" + *filter;
    return parsed;
}

}  // namespace apivideo::detail
