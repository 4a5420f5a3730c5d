// SPDX-License-Identifier: MIT
// Whatever a body holds: plays_fields gives what the tree parser finds, or says where it is not the contract.
#include "analytics/decoding.hpp"
#include "analytics/plays_json.hpp"
#include "fuzz/invariants.hpp"
#include "fuzz/targets.hpp"

#include <apivideo/errors.hpp>

#include <algorithm>

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

bool well_formed(const json& link) {
    return link.is_object() && link.value("rel", json("")).is_string() && link.value("uri", json("")).is_string();
}

std::vector<PaginationLink> links_of(const json& pagination) {
    const json links = pagination.value("links", json::array());
    if (!links.is_array() || links.size() > 100 || !std::all_of(links.begin(), links.end(), well_formed)) return {};
    std::vector<PaginationLink> read;
    for (const json& link : links) read.push_back({link.value("rel", ""), link.value("uri", "")});
    return read;
}

std::optional<Pagination> pagination_of(const json& tree) {
    if (tree.is_null() || (tree.is_array() && tree.empty())) return Pagination{};
    if (!tree.is_object()) return std::nullopt;
    for (const char* name : {"itemsTotal", "pagesTotal", "pageSize", "currentPage", "currentPageItems"}) {
        const json counter = tree.value(name, json());
        if (!counter.is_null() && !integer(counter)) return std::nullopt;
    }
    return Pagination{integer_member(tree, "itemsTotal"),       integer_member(tree, "pagesTotal"),
                      integer_member(tree, "pageSize"),         integer_member(tree, "currentPage"),
                      integer_member(tree, "currentPageItems"), links_of(tree)};
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

void check_refusal(const UnexpectedResponseException& e, const Document& document, const std::string& body) {
    require_one_line(e.what());
    require_one_line(e.where());
    require(e.body() == body, "the exception has the body as it was");
    try {
        const json::json_pointer pointer{e.where()};
        const bool nothing_there = std::string_view{e.what()}.find("found nothing") != std::string_view::npos;
        if (document.valid() && !document.repeats_names && !nothing_there)
            require(document.tree.contains(pointer), "where() is a place in the body");
    } catch (const json::exception&) {
        throw BrokenInvariant{"where() is a JSON Pointer"};
    }
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
