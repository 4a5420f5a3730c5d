// SPDX-License-Identifier: MIT
/// @file
/// @brief Where a page is among the others: what every paged response has.
#pragma once

#include <apivideo/detail/equality.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace apivideo {

/// A link to a page. The service's links leave out `from`, so they cannot be followed: use page numbers.
struct PaginationLink {
    std::string rel{};  ///< `rel`: `self`, `first`, `previous`, `next` or `last`.
    std::string uri{};  ///< `uri`: relative to the service's root.

    friend auto members(const PaginationLink& self) { return std::tie(self.rel, self.uri); }
};

/// Where a page is among the others. A member that the response lacks is unset.
struct Pagination {
    std::optional<std::int64_t> items_total{};   ///< `itemsTotal`: rows on all pages.
    std::optional<std::int64_t> pages_total{};   ///< `pagesTotal`: how many pages there are.
    std::optional<std::int64_t> page_size{};     ///< `pageSize`: maximum number of rows on a page.
    std::optional<std::int64_t> current_page{};  ///< `currentPage`: this page's number, from 1.
    /// `currentPageItems`: rows on this page. Count the rows instead.
    std::optional<std::int64_t> current_page_items{};
    std::vector<PaginationLink> links{};  ///< `links`: empty if malformed.

    friend auto members(const Pagination& self) {
        return std::tie(self.items_total, self.pages_total, self.page_size, self.current_page, self.current_page_items,
                        self.links);
    }
};

}  // namespace apivideo
