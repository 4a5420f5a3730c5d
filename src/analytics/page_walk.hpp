// SPDX-License-Identifier: MIT
// The walk behind the ranges, for any type of page: which page is next, and when the walk ends.
#pragma once

#include <apivideo/analytics/page_range.hpp>
#include <apivideo/errors.hpp>

#include "analytics/page_prefetch.hpp"
#include "call/call_context.hpp"

#include <algorithm>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace apivideo::detail {

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

    PageWalkState(Fetch fetch_page, std::int64_t first_page, const ListOptions& list_options)
        : fetch{std::move(fetch_page)}, options{list_options}, number{first_page} {
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
        check_number(page);
        if (page.data.empty()) return stop.cancel();
        if (walked++ == 0) set_extent(page);
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

    void check_number(Page& page) const {
        const std::optional<std::int64_t> answered = page.pagination.current_page;
        if (!answered || *answered == number) return;
        throw UnexpectedResponseException{
            "/pagination/currentPage",
            "expected page " + std::to_string(number) + ", found page " + std::to_string(*answered),
            std::move(page.http)};
    }

    /// Takes the extent of the walk from its first page, whatever later pages say. A total of 0 on a page with rows is
    /// ignored.
    void set_extent(const Page& page) {
        const std::optional<std::int64_t> total = page.pagination.pages_total;
        has_end = (total && *total > 0) || options.max_pages;
        if (total && *total > 0) last = std::max(*total, number);
        if (options.max_pages && *options.max_pages - 1 < last - number) last = number + *options.max_pages - 1;
    }

    Fetch fetch;
    ListOptions options;
    CancellationSource stop;
    CancellationRegistration forwarded;
    std::int64_t number;
    std::int64_t last = std::numeric_limits<std::int64_t>::max();
    bool has_end = false;
    std::int64_t walked = 0;
    bool ended = false;
    std::optional<Page> current;
    std::size_t row = 0;
    std::unique_ptr<PagePrefetch<Page>> prefetch;
};

template <class Page>
PageWalk<Page>::PageWalk(Fetch fetch, std::int64_t first_page, const ListOptions& options)
    : state_{std::make_unique<PageWalkState<Page>>(std::move(fetch), first_page, options)} {}

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
    // A page may have been moved from.
    while (Page* here = page()) {
        if (state_->row < here->data.size()) return &here->data[state_->row];
        state_->advance();
    }
    return nullptr;
}

template <class Page>
void PageWalk<Page>::next_row() {
    Page* here = page();
    if (here && ++state_->row >= here->data.size()) state_->advance();
}

}  // namespace apivideo::detail
