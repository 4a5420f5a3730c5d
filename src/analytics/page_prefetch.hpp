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

template <class Page>
class PagePrefetch {
  public:
    using Fetch = std::function<Page(std::int64_t number)>;

    /// Fetches the pages @p first to @p last.
    /// @param most how many pages may be under way, ready, or with whoever take() gave one to.
    PagePrefetch(Fetch fetch, std::int64_t first, std::int64_t last, int most)
        : fetch_{std::move(fetch)}, arrivals_(static_cast<std::size_t>(most)), next_{first}, last_{last}, most_{most} {
        const auto threads = static_cast<std::size_t>(std::min<std::int64_t>(most, last - first + 1));
        threads_.reserve(threads);
        try {
            while (threads_.size() < threads) threads_.emplace_back([this] { work(); });
        } catch (...) {  // fewer do as well, only slower
        }
    }
    PagePrefetch(const PagePrefetch&) = delete;
    PagePrefetch& operator=(const PagePrefetch&) = delete;
    /// Waits for what is under way: cancel that first.
    ~PagePrefetch() { join(); }

    /// Waits for the page of that number, which must be the one after the last taken. Its place counts until
    /// give_back().
    Page take(std::int64_t number) {
        if (threads_.empty()) return fetch_(number);
        std::unique_lock<std::mutex> lock{mutex_};
        std::optional<Arrival>& place = place_of(number);
        arrived_.wait(lock, [&] { return place.has_value(); });
        Arrival arrival = *std::exchange(place, std::nullopt);
        lock.unlock();
        if (const auto* error = std::get_if<std::exception_ptr>(&arrival)) std::rethrow_exception(*error);
        return std::get<Page>(std::move(arrival));
    }

    /// The page taken last is gone: there is room for another.
    void give_back() {
        {
            const std::lock_guard<std::mutex> lock{mutex_};
            --held_;
        }
        room_.notify_one();
    }

  private:
    using Arrival = std::variant<Page, std::exception_ptr>;

    void work() {
        std::unique_lock<std::mutex> lock{mutex_};
        for (;;) {
            room_.wait(lock, [this] { return next_ > last_ || held_ < most_; });
            if (next_ > last_) return;
            const std::int64_t number = next_++;
            ++held_;
            lock.unlock();
            Arrival arrival = attempt(number);
            lock.lock();
            if (std::holds_alternative<std::exception_ptr>(arrival)) end();
            place_of(number) = std::move(arrival);
            arrived_.notify_one();
        }
    }

    /// Those that are held are one after the other, so that each has a place of its own.
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

    /// No further page is begun.
    void end() {
        last_ = std::min(last_, next_ - 1);
        room_.notify_all();
    }

    void join() noexcept {
        {
            const std::lock_guard<std::mutex> lock{mutex_};
            end();
        }
        for (std::thread& thread : threads_) thread.join();
    }

    Fetch fetch_;
    std::mutex mutex_;
    std::condition_variable arrived_;
    std::condition_variable room_;
    std::vector<std::optional<Arrival>>
        arrivals_;  ///< Made beforehand: what has come must not fail for want of memory.
    std::int64_t next_;
    std::int64_t last_;
    int held_ = 0;
    int most_;
    std::vector<std::thread> threads_;
};

}  // namespace apivideo::detail
