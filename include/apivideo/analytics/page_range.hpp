// SPDX-License-Identifier: MIT
/// @file
/// @brief Every row of every page, fetched as you go: ranges for `for` loops and the standard algorithms.
#pragma once

#include <apivideo/call_options.hpp>
#include <apivideo/export.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <iterator>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

namespace apivideo {

/// Options of an iteration over pages.
struct ListOptions {
    /// How many pages are fetched in parallel, 1 to 256, once the first has told how many there are. If more than 1, up
    /// to four times as many pages are held, so that a slow page does not stop the others. Pages are delivered in
    /// order. The threads end with the range.
    int concurrency{1};
    /// Maximum number of pages, at least 1. Unset: all.
    std::optional<std::int64_t> max_pages{};
    /// Timeout of each page; cancellation of the whole iteration.
    CallOptions call{};
};

namespace detail {

template <class Page>
struct PageWalkState;

/// Walks over pages in order. Not part of the API; defined in the library for each response.
///
/// A page has its rows in `data`, says in `pagination` where it stands, and has its raw answer in `http`. Only what the
/// ranges below call can be seen outside the library.
template <class Page>
class PageWalk {
  public:
    using Row = typename std::remove_reference_t<decltype(std::declval<Page&>().data)>::value_type;
    /// Gets the page of that number; called from several threads at once where pages are fetched at once.
    using Fetch = std::function<Page(std::int64_t number, const CancellationToken& cancellation)>;

    /// @param page_size how many rows a page is asked for.
    PageWalk(Fetch fetch, std::int64_t first_page, std::int64_t page_size, const ListOptions& options);
    PageWalk(const PageWalk&) = delete;
    PageWalk& operator=(const PageWalk&) = delete;
    /// Cancels and joins what is under way.
    APIVIDEO_EXPORT ~PageWalk();

    /// The page that the walk stands at, fetched where need be; nullptr at the end.
    APIVIDEO_EXPORT Page* page();
    APIVIDEO_EXPORT void next_page();
    /// The row that the walk stands at; nullptr at the end.
    APIVIDEO_EXPORT Row* row();
    APIVIDEO_EXPORT void next_row();

  private:
    std::unique_ptr<PageWalkState<Page>> state_;
};

/// An input iterator over a walk: its element, and how to get to the next, are what Step says.
template <class Walk, class Step>
class WalkIterator {
  public:
    using iterator_category = std::input_iterator_tag;
    using value_type = std::remove_pointer_t<decltype(Step::element(std::declval<Walk&>()))>;
    using difference_type = std::ptrdiff_t;
    using pointer = value_type*;
    using reference = value_type&;

    /// The end.
    WalkIterator() = default;
    /// Where @p walk stands.
    explicit WalkIterator(std::shared_ptr<Walk> walk) : walk_{std::move(walk)} { update_element(); }

    reference operator*() const { return *element_; }
    pointer operator->() const { return element_; }
    WalkIterator& operator++() {
        element_ = nullptr;  // and so it stays if the step throws
        Step::advance(*walk_);
        update_element();
        return *this;
    }
    /// What `*i++` may still read after the step.
    class Previous {
      public:
        explicit Previous(value_type value) : value_{std::move(value)} {}
        value_type& operator*() { return value_; }

      private:
        value_type value_;
    };
    Previous operator++(int) {
        Previous previous{*element_};
        ++*this;
        return previous;
    }

    friend bool operator==(const WalkIterator& a, const WalkIterator& b) { return a.element_ == b.element_; }
    friend bool operator!=(const WalkIterator& a, const WalkIterator& b) { return !(a == b); }

  private:
    void update_element() {
        element_ = nullptr;
        element_ = Step::element(*walk_);
    }

    std::shared_ptr<Walk> walk_;
    pointer element_ = nullptr;
};

struct PageStep {
    template <class Walk>
    static auto element(Walk& walk) {
        return walk.page();
    }
    template <class Walk>
    static void advance(Walk& walk) {
        walk.next_page();
    }
};

struct RowStep {
    template <class Walk>
    static auto element(Walk& walk) {
        return walk.row();
    }
    template <class Walk>
    static void advance(Walk& walk) {
        walk.next_row();
    }
};

}  // namespace detail

/// Every page, in order: an input range, to be walked over once. Get one by RowRange::pages().
///
/// Copies and the range it came from share one position. For one thread at a time. Pages are fetched when they are come
/// to, or ahead of that where ListOptions::concurrency says so; an error is thrown where its page would have been, and
/// ends the range. When the last copy goes, what is under way is cancelled and joined.
template <class Page>
class PageRange {
  public:
    /// An input iterator over pages. What it refers to is there until the next step, and may be moved from.
    using iterator = detail::WalkIterator<detail::PageWalk<Page>, detail::PageStep>;

    /// Over @p walk.
    explicit PageRange(std::shared_ptr<detail::PageWalk<Page>> walk) noexcept : walk_{std::move(walk)} {}

    /// Where the range stands; fetches the first page where none was.
    [[nodiscard]] iterator begin() const { return iterator{walk_}; }
    /// The end.
    [[nodiscard]] iterator end() const noexcept { return iterator{}; }

  private:
    std::shared_ptr<detail::PageWalk<Page>> walk_;
};

/// Every row of every page, in order: an input range, to be walked over once.
///
/// It ends at an empty page, after the number of pages that the first one told, or after ListOptions::max_pages. Each
/// of these is an UnexpectedResponseException:
/// * a page that answers for another page than was asked for;
/// * a page that does not tell its number and repeats the rows of the page before;
/// * an empty page, if fewer rows came than its `itemsTotal` tells. If it tells none and is not the last page, the
///   `itemsTotal` of the first page counts;
/// * 10 000 pages, if neither the service nor the caller set an end.
///
/// Copies share one position. For one thread at a time. Pages are fetched when their rows are come to, or ahead of that
/// where ListOptions::concurrency says so; an error is thrown where its page would have been, and ends the range. When
/// the last copy goes, what is under way is cancelled and joined.
template <class Page>
class RowRange {
  public:
    /// An input iterator over rows. What it refers to is there until the next step, and may be moved from.
    using iterator = detail::WalkIterator<detail::PageWalk<Page>, detail::RowStep>;

    /// Over @p walk.
    explicit RowRange(std::shared_ptr<detail::PageWalk<Page>> walk) noexcept : walk_{std::move(walk)} {}

    /// Where the range stands; fetches the first page where none was.
    [[nodiscard]] iterator begin() const { return iterator{walk_}; }
    /// The end.
    [[nodiscard]] iterator end() const noexcept { return iterator{}; }
    /// The same walk page by page, beginning with the whole of the page that it stands on. It may outlive this range.
    [[nodiscard]] PageRange<Page> pages() const noexcept { return PageRange<Page>{walk_}; }

  private:
    std::shared_ptr<detail::PageWalk<Page>> walk_;
};

}  // namespace apivideo
