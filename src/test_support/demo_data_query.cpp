// SPDX-License-Identifier: MIT
// The query of a /data call: read, judged as the service does, and written again for the links of a page.
#include "test_support/demo_data_query.hpp"

#include "test_support/demo_errors.hpp"
#include "test_support/demo_times.hpp"
#include "text/percent_encoding.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <utility>

namespace apivideo::detail {

namespace {

using std::chrono::seconds;

struct Parameter {
    std::string_view name;
    bool (*is_expected)(const DemoDataQuestion& question);
};

bool always(const DemoDataQuestion&) { return true; }
bool of_rows(const DemoDataQuestion& question) { return question.call != DemoDataCall::metrics; }
bool of_timeseries(const DemoDataQuestion& question) { return question.call == DemoDataCall::timeseries; }
bool of_views(const DemoDataQuestion& question) { return question.metric.subject == DemoSubject::views; }
bool of_viewers(const DemoDataQuestion& question) { return question.metric.subject != DemoSubject::events; }

constexpr Parameter expected_parameters[] = {
    {"from", always},           {"to", always},           {"interval", of_timeseries},
    {"sortBy", of_rows},        {"sortOrder", of_rows},   {"unique", of_viewers},
    {"viewDuration", of_views}, {"currentPage", of_rows}, {"pageSize", of_rows},
};

template <typename Value>
struct Choice {
    std::string_view name;
    Value value;
};

constexpr std::array<Choice<DemoInterval>, 3> intervals{
    {{"minute", DemoInterval::minute}, {"hour", DemoInterval::hour}, {"day", DemoInterval::day}}};
constexpr std::array<Choice<seconds>, 4> view_durations{
    {{"3s", seconds{3}}, {"5s", seconds{5}}, {"10s", seconds{10}}, {"30s", seconds{30}}}};
constexpr std::array<Choice<bool>, 2> truths{{{"true", true}, {"false", false}}};
constexpr std::array<Choice<bool>, 2> sort_orders{{{"asc", false}, {"desc", true}}};
constexpr std::array<Choice<bool>, 2> bucket_keys{{{"metricValue", true}, {"dimensionValue", false}}};
constexpr std::array<Choice<bool>, 2> time_keys{{{"metricValue", true}, {"emittedAt", false}}};

/// The value that the parameter names; unset where it is not sent.
template <typename Choices>
auto chosen(const DemoParameters& parameters, const char* name, const Choices& choices, std::string_view otherwise) {
    const std::optional<std::string> text = find_parameter(parameters, name);
    if (!text) return decltype(std::optional{choices[0].value}){};
    const auto found = std::find_if(choices.begin(), choices.end(), [&](const auto& one) { return one.name == *text; });
    if (found == choices.end()) throw DemoRefusal{demo_invalid_parameter(name, otherwise)};
    return std::optional{found->value};
}

void refuse_unexpected(const DemoDataQuestion& question, const std::string& name, const std::string& value) {
    const bool is_expected = std::any_of(
        std::begin(expected_parameters), std::end(expected_parameters),
        [&](const Parameter& parameter) { return parameter.name == name && parameter.is_expected(question); });
    if (!is_expected) throw DemoRefusal{demo_unexpected_parameter(name, value)};
}

std::optional<date::sys_seconds> parse_time(const DemoParameters& parameters, const char* name) {
    const std::optional<std::string> text = find_parameter(parameters, name);
    if (!text) return std::nullopt;
    const std::optional<date::sys_seconds> time = parse_demo_time(*text);
    if (!time) throw DemoRefusal{demo_invalid_parameter(name, "This value is not a valid date.")};
    return time;
}

DemoPeriod parse_period(const DemoDataQuestion& question, const DemoParameters& parameters) {
    if (question.metric.scope == DemoScope::all_time) return {question.first, question.now};
    const std::optional<date::sys_seconds> from = parse_time(parameters, "from");
    const std::optional<date::sys_seconds> to = parse_time(parameters, "to");
    const date::sys_seconds end = to.value_or(question.now);
    const DemoPeriod period{from.value_or(end - date::days{1}), end};
    if (period.from < question.first)
        throw DemoRefusal{demo_invalid_parameter(from ? "from" : "to", "This value must be within the last 30 days.")};
    if (period.from > period.to)
        throw DemoRefusal{demo_invalid_parameter("from", R"(This value must not be after "to".)")};
    return period;
}

DemoInterval parse_interval(const DemoParameters& parameters, DemoPeriod period) {
    const seconds length = period.to - period.from;
    const auto interval =
        chosen(parameters, "interval", intervals, R"(This interval is invalid. Use one of "minute", "hour", "day".)");
    if (interval == DemoInterval::minute && length > std::chrono::minutes{60})
        throw DemoRefusal{
            demo_invalid_parameter("interval", "This interval cannot be used with a timeframe over 60 minutes.")};
    return interval.value_or(length <= date::days{2} ? DemoInterval::hour : DemoInterval::day);
}

bool parse_by_value(const DemoParameters& parameters, bool is_timeseries) {
    constexpr const char* name = "sortBy";
    const std::optional<bool> by_value =
        is_timeseries ? chosen(parameters, name, time_keys,
                               "This value must be part of the following values: metricValue,emittedAt")
                      : chosen(parameters, name, bucket_keys,
                               "This value must be part of the following values: metricValue,dimensionValue");
    return by_value.value_or(!is_timeseries);
}

void keep(std::string& kept, const std::string& name, const std::string& value) {
    append_percent_encoded(kept, name);
    kept += '=';
    append_percent_encoded(kept, value);
    kept += '&';
}

}  // namespace

std::string_view name_of(DemoInterval interval) noexcept {
    return std::find_if(intervals.begin(), intervals.end(), [&](const auto& one) { return one.value == interval; })
        ->name;
}

DemoDataQuery parse_demo_data_query(const DemoDataQuestion& question, std::string_view query) {
    DemoDataQuery parsed{};
    for (const auto& [name, value] : demo_parameter_list(query)) {
        if (DemoFilter::is_one(name))
            parsed.filter.add(name, value);
        else
            refuse_unexpected(question, name, value);
        if (name != "currentPage" && name != "pageSize") keep(parsed.kept, name, value);
    }
    const DemoParameters parameters = parse_demo_parameters(query);
    parsed.period = parse_period(question, parameters);
    parsed.interval = parse_interval(parameters, parsed.period);
    parsed.by_value = parse_by_value(parameters, question.call == DemoDataCall::timeseries);
    parsed.descending =
        chosen(parameters, "sortOrder", sort_orders, "This value must be part of the following values: asc,desc")
            .value_or(parsed.by_value);
    parsed.unique = chosen(parameters, "unique", truths, "This value must be of type boolean.").value_or(false);
    parsed.view_duration = chosen(parameters, "viewDuration", view_durations,
                                  R"(This view duration is invalid. Use one of "3s", "5s", "10s", "30s".)")
                               .value_or(parsed.view_duration);
    parsed.filter.check();
    if (question.metric.scope == DemoScope::all_time) parsed.filter.require_media_only();
    parsed.page = parse_demo_page(parameters);
    return parsed;
}

}  // namespace apivideo::detail
