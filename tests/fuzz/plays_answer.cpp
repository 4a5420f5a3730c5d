// SPDX-License-Identifier: MIT
// Whatever a body holds: plays_fields gives what the tree parser finds, or says where it is not the contract.
#include "analytics/decoding.hpp"
#include "analytics/plays_json.hpp"
#include "fuzz/answers.hpp"
#include "fuzz/invariants.hpp"
#include "fuzz/targets.hpp"

#include <apivideo/errors.hpp>

namespace apivideo::fuzz {
namespace {

using nlohmann::json;

std::optional<std::vector<AnalyticsData>> rows_of(const json& tree) {
    std::vector<AnalyticsData> rows;
    for (const json& row : tree) {
        const std::optional<std::string> value = row.is_object() ? string_member(row, "value") : std::nullopt;
        const std::optional<std::int64_t> plays = row.is_object() ? integer_member(row, "plays") : std::nullopt;
        if (!value || !plays) return std::nullopt;
        rows.push_back({*value, *plays});
    }
    return rows;
}

/// What the contract makes of the document; unset where it is not the contract.
std::optional<AnalyticsPlaysResponse> expected_of(const Document& document) {
    const json& tree = document.tree;
    if (!document.valid() || !tree.is_object()) return std::nullopt;
    const json data = tree.value("data", json());
    std::optional<std::vector<AnalyticsData>> rows = data.is_array() ? rows_of(data) : std::nullopt;
    std::optional<Pagination> pagination = pagination_of(tree.value("pagination", json()));
    if (!rows || !pagination) return std::nullopt;
    return AnalyticsPlaysResponse{std::move(*rows), std::move(*pagination), {}, {}};
}

}  // namespace

void plays_answer(std::string_view body) {
    const Document document = read_document(body);
    const std::optional<AnalyticsPlaysResponse> expected = expected_of(document);
    const HttpResponse response{200, "OK", {}, std::string{body}};
    try {
        const AnalyticsPlaysResponse read = detail::decode(HttpResponse{response}, detail::plays_fields);
        require(expected.has_value(), "what is not the contract is refused");
        require(read.data == expected->data, "the rows are those that the body has");
        require(document.repeats_names || read.pagination == expected->pagination, "the counters are the body's");
        require(read.http == response, "the answer is there as it was");
    } catch (const UnexpectedResponseException& e) {
        require(!expected || document.repeats_names, "what is the contract is taken");
        check_refusal(e, document, response.body);
    }
}

}  // namespace apivideo::fuzz
