// SPDX-License-Identifier: MIT
// What the answers of all calls have in common, for the targets that compare them with a tree.
#include "fuzz/answers.hpp"

#include <algorithm>
#include <vector>

namespace apivideo::fuzz {

using nlohmann::json;

namespace {

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

}  // namespace

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

}  // namespace apivideo::fuzz
