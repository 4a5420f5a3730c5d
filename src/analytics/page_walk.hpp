// SPDX-License-Identifier: MIT
// The walk behind the ranges: which page is next, and when it ends. For any page type.
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

/// Where neither the service nor the caller sets an end.
inline constexpr std::int64_t most_pages_without_end = 10000;

inline void check_list_options(const ListOptions& options) {
    if (options.concurrency < 1 || options.concurrency > 256)
        throw InvalidRequestException{"concurrency",
                                      "is " + std::to_string(options.concurrency) + ", expected 1 to 256"};
    if (options.max_pages && *options.max_pages < 1)
        throw InvalidRequestException{"max_pages", "is " + std::to_string(*options.max_pages) + ", expected 1 or more"};
    if (options.call.timeout) check_timeout(*options.call.timeout);
}

template <class Page>
struct PageWalk<Page>::State {
    State(Fetch fetch_page, std::int64_t first_page, const ListOptions& list_options)
        : fetch{std::move(fetch_page)}, options{list_options}, number{first_page} {
        forwarded = options.call.cancellation.on_cancel([source = stop] { source.cancel(); });
    }
    ~State() {
        stop.cancel();
        prefetch.reset();
    }

    /// Makes `current` the page of that number, or ends the walk.
    void load() {
        ended = true;  // unless all goes well
        Page page = prefetch ? prefetch->take(number) : fetch(number, stop.token());
        check_number(page);
        if (page.data.empty()) return stop.cancel();
        if (walked++ == 0) learn_extent(page);
        current = std::move(page);
        row = 0;
        ended = false;
    }

    void leave() {
        if (!told_end && walked == most_pages_without_end) {
            ended = true;
            throw UnexpectedResponseException{
                "/pagination/pagesTotal",
                "found none in " + std::to_string(walked) + " pages, expected it, or max_pages to be set",
                std::move(current->http)};
        }
        current.reset();
        if (prefetch) prefetch->give_back();
        if (number >= last) {
            ended = true;
            return;
        }
        ++number;
        if (!prefetch && told_end && options.concurrency > 1)
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

    /// Later pages may tell otherwise: a walk is of the extent that its first page told. No pages at all are not what a
    /// page with rows can tell.
    void learn_extent(const Page& page) {
        const std::optional<std::int64_t> total = page.pagination.pages_total;
        told_end = (total && *total > 0) || options.max_pages;
        if (total && *total > 0) last = std::max(*total, number);
        if (options.max_pages && *options.max_pages - 1 < last - number) last = number + *options.max_pages - 1;
    }

    Fetch fetch;
    ListOptions options;
    CancellationSource stop;
    CancellationRegistration forwarded;
    std::int64_t number;
    std::int64_t last = std::numeric_limits<std::int64_t>::max();
    bool told_end = false;
    std::int64_t walked = 0;
    bool ended = false;
    std::optional<Page> current;
    std::size_t row = 0;
    std::unique_ptr<PagePrefetch<Page>> prefetch;
};

template <class Page>
PageWalk<Page>::PageWalk(Fetch fetch, std::int64_t first_page, const ListOptions& options)
    : state_{std::make_unique<State>(std::move(fetch), first_page, options)} {}

template <class Page>
PageWalk<Page>::~PageWalk() = default;

template <class Page>
Page* PageWalk<Page>::page() {
    if (!state_->current && !state_->ended) state_->load();
    return state_->current && !state_->ended ? &*state_->current : nullptr;
}

template <class Page>
void PageWalk<Page>::next_page() {
    if (page()) state_->leave();
}

template <class Page>
typename PageWalk<Page>::Row* PageWalk<Page>::row() {
    // A page may have been moved from.
    while (Page* here = page()) {
        if (state_->row < here->data.size()) return &here->data[state_->row];
        state_->leave();
    }
    return nullptr;
}

template <class Page>
void PageWalk<Page>::next_row() {
    Page* here = page();
    if (here && ++state_->row >= here->data.size()) state_->leave();
}

}  // namespace apivideo::detail
