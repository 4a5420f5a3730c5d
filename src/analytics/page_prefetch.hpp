// SPDX-License-Identifier: MIT
// Fetches pages ahead in threads of its own, and hands them over in order.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <variant>
#include <vector>

namespace apivideo::detail {

/// So many that one slow page does not stop the fetches of those behind it.
inline constexpr int pages_held_per_fetch = 4;

template <class Page>
class PagePrefetch {
  public:
    using Fetch = std::function<Page(std::int64_t number)>;

    /// Fetches the pages @p first to @p last, @p concurrency of them at once. At most pages_held_per_fetch times as
    /// many are in progress, ready, or handed over and not released.
    PagePrefetch(Fetch fetch, std::int64_t first, std::int64_t last, int concurrency)
        : fetch_{std::move(fetch)},
          max_held_{concurrency * pages_held_per_fetch},
          arrivals_(static_cast<std::size_t>(max_held_)),
          next_{first},
          last_{last} {
        const auto threads = static_cast<std::size_t>(std::min<std::int64_t>(concurrency, last - first + 1));
        threads_.reserve(threads);
        try {
            while (threads_.size() < threads) threads_.emplace_back([this] { fetch_pages(); });
        } catch (...) {  // fewer threads are only slower
        }
    }
    PagePrefetch(const PagePrefetch&) = delete;
    PagePrefetch& operator=(const PagePrefetch&) = delete;
    /// Waits for the fetches in progress: cancel them first.
    ~PagePrefetch() { join(); }

    /// Waits for the page of that number, which follows the one handed over last. Call release() when it is no longer
    /// held.
    Page wait_for(std::int64_t number) {
        if (threads_.empty()) return fetch_(number);
        std::unique_lock<std::mutex> lock{mutex_};
        std::optional<Arrival>& place = place_of(number);
        arrived_.wait(lock, [&] { return place.has_value(); });
        Arrival arrival = *std::exchange(place, std::nullopt);
        lock.unlock();
        if (const auto* error = std::get_if<std::exception_ptr>(&arrival)) std::rethrow_exception(*error);
        return std::get<Page>(std::move(arrival));
    }

    /// Lets another page take the place of the one handed over last.
    void release() {
        {
            const std::lock_guard<std::mutex> lock{mutex_};
            --held_;
        }
        space_.notify_one();
    }

  private:
    using Arrival = std::variant<Page, std::exception_ptr>;

    void fetch_pages() {
        std::unique_lock<std::mutex> lock{mutex_};
        for (;;) {
            space_.wait(lock, [this] { return next_ > last_ || held_ < max_held_; });
            if (next_ > last_) return;
            const std::int64_t number = next_++;
            ++held_;
            lock.unlock();
            Arrival arrival = attempt(number);
            lock.lock();
            if (std::holds_alternative<std::exception_ptr>(arrival)) stop();
            place_of(number) = std::move(arrival);
            arrived_.notify_one();
        }
    }

    /// The pages held have consecutive numbers, so each has a place of its own.
    std::optional<Arrival>& place_of(std::int64_t number) {
        return arrivals_[static_cast<std::size_t>(number) % arrivals_.size()];
    }

    Arrival attempt(std::int64_t number) const {
        try {
            return fetch_(number);
        } catch (...) {
            return std::current_exception();
        }
    }

    /// Starts no further fetch.
    void stop() {
        last_ = std::min(last_, next_ - 1);
        space_.notify_all();
    }

    void join() noexcept {
        {
            const std::lock_guard<std::mutex> lock{mutex_};
            stop();
        }
        for (std::thread& thread : threads_) thread.join();
    }

    Fetch fetch_;
    int max_held_;
    std::mutex mutex_;
    std::condition_variable arrived_;
    std::condition_variable space_;
    std::vector<std::optional<Arrival>> arrivals_;  ///< Allocated in advance, so that storing a page cannot fail.
    std::int64_t next_;
    std::int64_t last_;
    int held_ = 0;
    std::vector<std::thread> threads_;
};

}  // namespace apivideo::detail
