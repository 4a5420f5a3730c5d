// SPDX-License-Identifier: MIT
// Whatever a body holds: the tables of the /data answers give what the tree parser finds, or say where it is not the
// contract.
#include "analytics/decoding.hpp"
#include "analytics/metrics_json.hpp"
#include "fuzz/answers.hpp"
#include "fuzz/targets.hpp"

#include <cmath>

namespace apivideo::fuzz {
namespace {

using nlohmann::json;

/// The object of that name, or an empty one.
json object_member(const json& tree, const char* name) {
    const json member = tree.value(name, json());
    return member.is_object() ? member : json::object();
}

MetricsContext context_of(const json& tree) {
    const json context = object_member(tree, "context");
    const json timeframe = object_member(context, "timeframe");
    return {string_member(context, "metric"),
            string_member(context, "aggregation"),
            string_member(context, "breakdown"),
            string_member(context, "interval"),
            {string_member(timeframe, "from"), string_member(timeframe, "to")}};
}

/// Whether a member is there as a number, or not at all.
bool number_fits(const json& object, const char* name) {
    const json member = object.value(name, json());
    return member.is_null() || member.is_number();
}
std::optional<double> number_member(const json& object, const char* name) {
    const json member = object.value(name, json());
    return member.is_number() ? std::optional{member.get<double>()} : std::nullopt;
}

template <class Row>
std::optional<std::vector<Row>> rows_of(const json& tree, const char* name) {
    std::vector<Row> rows;
    for (const json& row : tree) {
        if (!row.is_object() || !number_fits(row, "metricValue")) return std::nullopt;
        const json text = row.value(name, json());
        if (!text.is_null() && !text.is_string()) return std::nullopt;
        rows.push_back({text.is_null() ? "" : text.get<std::string>(), number_member(row, "metricValue")});
    }
    return rows;
}

// What the contract makes of the document; unset where it is not the contract.

std::optional<AggregatedMetricsResponse> expected_of(const json& tree, const AggregatedMetricsResponse&) {
    if (!number_fits(tree, "data")) return std::nullopt;
    return AggregatedMetricsResponse{context_of(tree), number_member(tree, "data"), {}, {}};
}
template <class Row, class Response>
std::optional<Response> page_of(const json& tree, const char* name) {
    const json data = tree.value("data", json());
    std::optional<std::vector<Row>> rows = data.is_array() ? rows_of<Row>(data, name) : std::nullopt;
    std::optional<Pagination> pagination = pagination_of(tree.value("pagination", json()));
    if (!rows || !pagination) return std::nullopt;
    return Response{context_of(tree), std::move(*rows), std::move(*pagination), {}, {}};
}
std::optional<MetricsBreakdownResponse> expected_of(const json& tree, const MetricsBreakdownResponse&) {
    return page_of<BreakdownData, MetricsBreakdownResponse>(tree, "dimensionValue");
}
std::optional<MetricsOverTimeResponse> expected_of(const json& tree, const MetricsOverTimeResponse&) {
    return page_of<OverTimeData, MetricsOverTimeResponse>(tree, "emittedAt");
}

// Whether every number is finite, as it must be.
bool is_finite(const std::optional<double>& value) { return !value || std::isfinite(*value); }
template <class Row>
bool is_finite(const std::vector<Row>& rows) {
    for (const Row& row : rows)
        if (!is_finite(row.metric_value)) return false;
    return true;
}

bool same_pages(const AggregatedMetricsResponse&, const AggregatedMetricsResponse&) { return true; }
template <class Response>
bool same_pages(const Response& a, const Response& b) {
    return a.pagination == b.pagination;
}

template <class Response, std::size_t N>
void check(const detail::json::Table<Response, N>& table, const Document& document, std::string_view body) {
    const HttpResponse response{200, "OK", {}, std::string{body}};
    std::optional<Response> expected;
    if (document.valid() && document.tree.is_object()) expected = expected_of(document.tree, Response{});
    try {
        const Response read = detail::decode(HttpResponse{response}, table);
        require(is_finite(read.data), "numbers are finite");
        require(read.http == response, "the answer is there as it was");
        if (document.repeats_names) return;
        require(expected.has_value(), "what is not the contract is refused");
        require(read.data == expected->data, "the numbers are those that the body has");
        require(read.context == expected->context, "the context is the body's");
        require(same_pages(read, *expected), "the counters are the body's");
    } catch (const UnexpectedResponseException& e) {
        require(!expected || document.repeats_names, "what is the contract is taken");
        check_refusal(e, document, response.body);
    }
}

}  // namespace

void metrics_answer(std::string_view body) {
    const Document document = read_document(body);
    check(detail::aggregated_metrics_fields, document, body);
    check(detail::breakdown_fields, document, body);
    check(detail::over_time_fields, document, body);
}

}  // namespace apivideo::fuzz
