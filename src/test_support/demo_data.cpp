// SPDX-License-Identifier: MIT
// The three /data calls: from path and query to the answer.
#include "test_support/demo_data.hpp"

#include "test_support/demo_errors.hpp"
#include "test_support/demo_pages.hpp"
#include "test_support/demo_rows.hpp"
#include "text/ascii.hpp"

#include <utility>

namespace apivideo::detail {

namespace {

struct Route {
    DemoDataCall call;
    std::string_view prefix;
    bool has_part;
};

constexpr Route routes[] = {{DemoDataCall::metrics, "/data/metrics/", true},
                            {DemoDataCall::buckets, "/data/buckets/", true},
                            {DemoDataCall::timeseries, "/data/timeseries/", false}};

const DemoMetric& find_metric(const DemoDataPath& path) {
    if (path.call == DemoDataCall::metrics) return find_demo_aggregation(path.metric, path.part);
    const DemoMetric& metric = find_demo_metric(path.metric);
    if (metric.scope == DemoScope::all_time && path.call == DemoDataCall::timeseries)
        throw DemoRefusal{demo_invalid_attribute("metric")};
    return metric;
}

const DemoDataDimension& find_breakdown(const DemoDataPath& path, const DemoMetric& metric) {
    const DemoDataDimension* const breakdown = find_demo_breakdown(path.part);
    if (breakdown == nullptr || (metric.scope == DemoScope::all_time && path.part != "media-id"))
        throw DemoRefusal{demo_invalid_attribute("breakdown")};
    return *breakdown;
}

/// `unique-view-10`: the metric as the service names it in answers.
std::string metric_in_answers(const DemoMetric& metric, const DemoDataQuery& query) {
    std::string name = (query.unique ? "unique-" : "") + std::string{metric.name};
    if (metric.subject == DemoSubject::views) name += "-" + std::to_string(query.view_duration.count());
    return name;
}

std::string target_of(const DemoDataPath& path, const DemoDataQuery& query) {
    return (path.call == DemoDataCall::buckets ? "/data/buckets/" + path.metric + "/" + path.part
                                               : "/data/timeseries/" + path.metric) +
           "?" + query.kept;
}

}  // namespace

std::optional<DemoDataPath> parse_demo_data_path(std::string_view path) {
    for (const Route& route : routes) {
        if (!begins_with(path, route.prefix)) continue;
        const std::string_view rest = path.substr(route.prefix.size());
        const std::string_view metric = rest.substr(0, rest.find('/'));
        const bool has_part = metric.size() < rest.size();
        const std::string_view part = has_part ? rest.substr(metric.size() + 1) : "";
        const bool is_whole = has_part == route.has_part && part.empty() != has_part;
        if (metric.empty() || !is_whole || part.find('/') != std::string_view::npos) return std::nullopt;
        return DemoDataPath{route.call, std::string{metric}, std::string{part}};
    }
    return std::nullopt;
}

std::string answer_demo_data(const DemoDataPath& path, std::string_view query, const DemoEvents& events,
                             date::sys_seconds now) {
    const DemoMetric& metric = find_metric(path);
    const DemoDataDimension* const breakdown =
        path.call == DemoDataCall::buckets ? &find_breakdown(path, metric) : nullptr;
    const DemoDataQuery parsed = parse_demo_data_query({path.call, metric, events.first_day(), now}, query);
    const DemoMeasuring measuring{events, metric, parsed, now};
    const std::string name = metric_in_answers(metric, parsed);
    if (path.call == DemoDataCall::metrics)
        return demo_number({name, "aggregation", path.part, parsed.period}, measure_all(measuring));
    const std::string target = target_of(path, parsed);
    if (path.call == DemoDataCall::buckets)
        return demo_data_page({name, "breakdown", path.part, parsed.period},
                              {"dimensionValue", measure_by_value(measuring, *breakdown), target, parsed.page});
    return demo_data_page({name, "interval", std::string{name_of(parsed.interval)}, parsed.period},
                          {"emittedAt", measure_by_time(measuring), target, parsed.page});
}

}  // namespace apivideo::detail
