// SPDX-License-Identifier: MIT
// The members that every paged response has.
#pragma once

#include <apivideo/analytics/pagination.hpp>

#include "json/fields.hpp"

#include <cstddef>

namespace apivideo::detail {

/// The service has five; a link takes many times the memory of the text `{}`.
inline constexpr std::size_t max_links = 100;

inline constexpr auto link_fields =
    json::table(json::defaulted<&PaginationLink::rel>("rel"), json::defaulted<&PaginationLink::uri>("uri"));

inline constexpr auto pagination_fields = json::table(
    json::optional<&Pagination::items_total>("itemsTotal"), json::optional<&Pagination::pages_total>("pagesTotal"),
    json::optional<&Pagination::page_size>("pageSize"), json::optional<&Pagination::current_page>("currentPage"),
    json::optional<&Pagination::current_page_items>("currentPageItems"),
    json::whole_list<&Pagination::links>("links", link_fields, max_links));

}  // namespace apivideo::detail
