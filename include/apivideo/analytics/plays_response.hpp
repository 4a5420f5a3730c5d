// SPDX-License-Identifier: MIT
/// @file
/// @brief What is answered: the rows of the plays calls and the page they are on.
#pragma once

#include <apivideo/detail/equality.hpp>
#include <apivideo/export.hpp>
#include <apivideo/http/http_transport.hpp>
#include <apivideo/rate_limit.hpp>

#include <date/date.h>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace apivideo {

/// One row: a value of the dimension that was asked for, and its plays.
struct AnalyticsData {
    std::string value{};    ///< `value`: an id, a time, a country, ... as the service wrote it.
    std::int64_t plays{0};  ///< `plays`: how often it was played.

    friend auto members(const AnalyticsData& value) { return std::tie(value.value, value.plays); }
};

/// When the plays of a row of dimension `emittedAt` began: the start of its hour or day, in UTC.
/// @param row a row whose value is like `2023-06-10T10:00:00.000Z`; fractions finer than a millisecond are cut off.
/// @return unset where the value is not such a time.
[[nodiscard]] APIVIDEO_EXPORT std::optional<date::sys_time<std::chrono::milliseconds>> emitted_at(
    const AnalyticsData& row);

/// A link to a page. The service's links leave out `from`, so they cannot be followed: page by number.
struct PaginationLink {
    std::string rel{};  ///< `rel`: `self`, `first`, `previous`, `next` or `last`.
    std::string uri{};  ///< `uri`: relative to the service's root.

    friend auto members(const PaginationLink& value) { return std::tie(value.rel, value.uri); }
};

/// Where a page stands among the others, as the service says. What the answer lacks is unset.
struct Pagination {
    std::optional<std::int64_t> items_total{};   ///< `itemsTotal`: rows on all pages.
    std::optional<std::int64_t> pages_total{};   ///< `pagesTotal`: how many pages there are.
    std::optional<std::int64_t> page_size{};     ///< `pageSize`: the most rows on a page.
    std::optional<std::int64_t> current_page{};  ///< `currentPage`: this page's number, from 1.
    std::optional<std::int64_t>
        current_page_items{};             ///< `currentPageItems`: rows on this page. Count the rows instead.
    std::vector<PaginationLink> links{};  ///< `links`: empty where malformed.

    friend auto members(const Pagination& value) {
        return std::tie(value.items_total, value.pages_total, value.page_size, value.current_page,
                        value.current_page_items, value.links);
    }
};

/// The answer to a plays call: one page. The service's `AnalyticsPlaysResponse`. To compare two, compare their `data`:
/// the headers of two answers differ even if the rows are the same.
struct APIVIDEO_EXPORT AnalyticsPlaysResponse {
    std::vector<AnalyticsData> data{};  ///< `data`: the rows of this page.
    Pagination pagination{};            ///< `pagination`: where this page stands among the others.
    RateLimit rate_limit{};             ///< What the headers say about the rate limit.
    HttpResponse http{};                ///< The whole answer as received: status, headers, body.
};

}  // namespace apivideo
