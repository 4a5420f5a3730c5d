// SPDX-License-Identifier: MIT
// The walk behind the ranges, for any type of page: which page is next, and when the walk ends.
#pragma once

#include <apivideo/analytics/page_range.hpp>
#include <apivideo/errors.hpp>

#include "analytics/page_prefetch.hpp"
#include "call/call_context.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace apivideo::detail {

/// No two pages begin with so many equal rows by chance, and to copy more costs every page more.
inline constexpr std::size_t max_rows_compared = 64;

/// Of a walk whose end neither the service nor the caller sets.
inline constexpr std::int64_t max_pages_without_end = 10000;

inline void check_list_options(const ListOptions& options) {
    if (options.concurrency < 1 || options.concurrency > 256)
        throw InvalidRequestException{"concurrency",
                                      "is " + std::to_string(options.concurrency) + ", expected 1 to 256"};
    if (options.max_pages && *options.max_pages < 1)
        throw InvalidRequestException{"max_pages", "is " + std::to_string(*options.max_pages) + ", expected 1 or more"};
    if (options.call.timeout) check_timeout(*options.call.timeout);
}

template <class Page>
struct PageWalkState {
    using Fetch = typename PageWalk<Page>::Fetch;
    static constexpr std::int64_t unlimited = std::numeric_limits<std::int64_t>::max();

    PageWalkState(Fetch fetch_page, std::int64_t first_page, std::int64_t asked_page_size,
                  const ListOptions& list_options)
        : fetch{std::move(fetch_page)}, options{list_options}, number{first_page}, page_size{asked_page_size} {
        forwarded = options.call.cancellation.on_cancel([source = stop] { source.cancel(); });
    }
    ~PageWalkState() {
        stop.cancel();
        prefetch.reset();
    }

    /// Makes `current` the page of that number, or ends the walk.
    void load() {
        ended = true;  // if anything below throws
        Page page = prefetch ? prefetch->wait_for(number) : fetch(number, stop.token());
        check_page(page);
        if (walked++ == 0) set_extent(page);
        if (page.data.empty()) {
            check_complete(page);
            return stop.cancel();
        }
        rows += static_cast<std::int64_t>(page.data.size());
        if (number < last) remember(page);
        current = std::move(page);
        row = 0;
        ended = false;
    }

    /// Makes the number that of the next page, or ends the walk.
    void advance() {
        if (!has_end && walked == max_pages_without_end) {
            ended = true;
            throw UnexpectedResponseException{
                "/pagination/pagesTotal",
                "found none in " + std::to_string(walked) + " pages, expected it, or max_pages to be set",
                std::move(current->http)};
        }
        current.reset();
        if (prefetch) prefetch->release();
        if (number >= last) {
            ended = true;
            return;
        }
        ++number;
        if (!prefetch && has_end && options.concurrency > 1)
            prefetch = std::make_unique<PagePrefetch<Page>>(
                [this](std::int64_t page) { return fetch(page, stop.token()); }, number, last, options.concurrency);
    }

    /// Throws if it is not the page that was asked for, as far as that can be known.
    void check_page(Page& page) const {
        const std::optional<std::int64_t> answered = page.pagination.current_page;
        if (answered == number) return;
        if (answered)
            throw UnexpectedResponseException{
                "/pagination/currentPage",
                "expected page " + std::to_string(number) + ", found page " + std::to_string(*answered),
                std::move(page.http)};
        if (repeats_rows(page))
            throw UnexpectedResponseException{"/data",
                                              "expected page " + std::to_string(number) + ", found the rows of page " +
                                                  std::to_string(number - 1) + " again",
                                              std::move(page.http)};
    }

    /// Copies rows, since the caller may move from the page.
    void remember(const Page& page) {
        const auto compared = static_cast<std::ptrdiff_t>(std::min(page.data.size(), max_rows_compared));
        first_rows.assign(page.data.begin(), page.data.begin() + compared);
        previous_size = page.data.size();
    }

    bool repeats_rows(const Page& page) const {
        return !page.data.empty() && page.data.size() == previous_size &&
               std::equal(first_rows.begin(), first_rows.end(), page.data.begin());
    }

    /// Throws if an empty page leaves out rows: fewer came than its own total. If it tells none and is not the last
    /// page, the total of the first page counts.
    void check_complete(Page& page) const {
        if (number > pages_told) return;
        std::optional<std::int64_t> total = page.pagination.items_total;
        if ((!total || *total < 0) && number < pages_told) total = items_told;
        if (!total || rows >= *total) return;
        throw UnexpectedResponseException{"/data",
                                          "expected " + std::to_string(*total) + " rows in all, found page " +
                                              std::to_string(number) + " empty after " + std::to_string(rows),
                                          std::move(page.http)};
    }

    /// Takes the extent of the walk from its first page, whatever later pages say. A total of pages that is not
    /// positive is ignored.
    void set_extent(const Page& page) {
        const std::int64_t total = page.pagination.pages_total.value_or(0);
        has_end = total > 0 || options.max_pages;
        if (total > 0) pages_told = total;
        last = std::max(pages_told, number);
        if (options.max_pages && *options.max_pages - 1 < last - number) last = number + *options.max_pages - 1;
        items_told = page.pagination.items_total;
        rows = rows_before(page);
    }

    /// How many rows are on the pages before the first one. The service may put fewer or more on a page than it was
    /// asked for.
    std::int64_t rows_before(const Page& first) const {
        const auto found = static_cast<std::int64_t>(first.data.size());
        const std::int64_t told = first.pagination.page_size.value_or(0);
        const std::int64_t size = told > 0 && told >= found ? told : std::max(page_size, found);
        constexpr std::int64_t most = unlimited / 2;  // leaves room to count the rows that follow
        return number - 1 > most / size ? most : (number - 1) * size;
    }

    Fetch fetch;
    ListOptions options;
    CancellationSource stop;
    CancellationRegistration forwarded;
    std::int64_t number;
    std::int64_t page_size;  ///< As asked for.
    std::int64_t last = unlimited;
    std::int64_t pages_told = unlimited;     ///< By the first page.
    std::optional<std::int64_t> items_told;  ///< By the first page.
    std::int64_t rows = 0;                   ///< Up to the current page, with those before the first.
    bool has_end = false;
    std::int64_t walked = 0;
    bool ended = false;
    std::optional<Page> current;
    std::size_t previous_size = 0;    ///< How many rows the page before has.
    decltype(Page::data) first_rows;  ///< The first of them.
    std::size_t row = 0;
    std::unique_ptr<PagePrefetch<Page>> prefetch;
};

template <class Page>
PageWalk<Page>::PageWalk(Fetch fetch, std::int64_t first_page, std::int64_t page_size, const ListOptions& options)
    : state_{std::make_unique<PageWalkState<Page>>(std::move(fetch), first_page, page_size, options)} {}

template <class Page>
PageWalk<Page>::~PageWalk() = default;

template <class Page>
Page* PageWalk<Page>::page() {
    if (!state_->current && !state_->ended) state_->load();
    return state_->current && !state_->ended ? &*state_->current : nullptr;
}

template <class Page>
void PageWalk<Page>::next_page() {
    if (page()) state_->advance();
}

template <class Page>
typename PageWalk<Page>::Row* PageWalk<Page>::row() {
    // The row may be past the end of its page, which may have been moved from.
    while (Page* here = page()) {
        if (state_->row < here->data.size()) return &here->data[state_->row];
        state_->advance();
    }
    return nullptr;
}

template <class Page>
void PageWalk<Page>::next_row() {
    if (page()) ++state_->row;
}

}  // namespace apivideo::detail
