// SPDX-License-Identifier: MIT
// A clock that tests move: waiting costs no time, and a wait ends for its own reasons only.
#pragma once

#include "pipeline/clock.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <list>
#include <mutex>
#include <thread>
#include <vector>

namespace apivideo::detail {

/// Two ways to wait: one thread alone moves the clock to where it waits until; with several, the test moves it by
/// advance(), and whoever waits goes on where it was notified or its time has come, as with a real clock.
class FakeClock {
  public:
    using time_point = Clock::time_point;

    [[nodiscard]] Clock moved_by_waiting() {
        return Clock{[this] { return now(); }, [this] { return calendar_now(); },
                     [this](std::condition_variable&, std::unique_lock<std::mutex>&, time_point until) {
                         waits.push_back(std::chrono::duration_cast<std::chrono::milliseconds>(until - now()));
                         if (until > now()) advance(until - now());
                     }};
    }

    [[nodiscard]] Clock moved_by_hand() {
        return Clock{[this] { return now(); }, [this] { return calendar_now(); },
                     [this](std::condition_variable& condition, std::unique_lock<std::mutex>& lock, time_point until) {
                         wait(condition, lock, until);
                     }};
    }

    /// To be called after anything that may let a waiting thread go on, where the test needs to know by settled() that
    /// none can: all of them look again.
    void changed() {
        wake([](const Waiter&) { return true; });
    }
    /// Whether that many threads have looked at everything that changed, and wait all the same.
    [[nodiscard]] bool settled(int threads) const {
        const std::lock_guard<std::mutex> lock{mutex_};
        return threads == std::count_if(waiters_.begin(), waiters_.end(),
                                        [this](const Waiter& waiter) { return waiter.seen == changes_; });
    }

    [[nodiscard]] time_point now() const { return time_point{} + std::chrono::nanoseconds{elapsed_.load()}; }
    [[nodiscard]] std::chrono::system_clock::time_point calendar_now() const {
        return calendar_start + std::chrono::nanoseconds{elapsed_.load()};
    }
    void advance(std::chrono::nanoseconds time) {
        elapsed_ += time.count();
        wake([this](const Waiter& waiter) { return waiter.until <= now(); });
    }
    /// Returns once that many threads are in a wait of moved_by_hand().
    void wait_for_waiting(std::size_t threads) const {
        while (true) {
            {
                const std::lock_guard<std::mutex> lock{mutex_};
                if (waiters_.size() >= threads) return;
            }
            std::this_thread::yield();
        }
    }

    std::chrono::system_clock::time_point calendar_start{};
    std::vector<std::chrono::milliseconds> waits;  // of moved_by_waiting()

  private:
    struct Waiter {
        std::condition_variable* condition;
        time_point until;
        std::uint64_t seen;  // how many changes it has looked at
    };

    void wait(std::condition_variable& condition, std::unique_lock<std::mutex>& lock, time_point until) {
        std::list<Waiter>::iterator self;
        {
            const std::lock_guard<std::mutex> guard{mutex_};
            if (until <= now()) return;
            self = waiters_.insert(waiters_.end(), Waiter{&condition, until, changes_});
        }
        constexpr std::chrono::seconds longer_than_any_test{60};
        if (condition.wait_for(lock, longer_than_any_test) == std::cv_status::timeout)
            ADD_FAILURE() << "a thread that waits was never woken";
        const std::lock_guard<std::mutex> guard{mutex_};
        waiters_.erase(self);
    }

    /// Makes those go on who wait now and are @p concerned; the others have nothing to see.
    template <class Concerned>
    void wake(const Concerned& concerned) {
        std::uint64_t change = 0;
        {
            const std::lock_guard<std::mutex> lock{mutex_};
            change = ++changes_;
            for (Waiter& waiter : waiters_)
                if (!concerned(waiter)) waiter.seen = change;
        }
        // Again and again: one that is about to wait does not hear yet.
        for (bool all_awake = false; !all_awake; std::this_thread::yield()) {
            const std::lock_guard<std::mutex> lock{mutex_};
            all_awake = true;
            for (const Waiter& waiter : waiters_) {
                if (waiter.seen >= change) continue;
                waiter.condition->notify_all();
                all_awake = false;
            }
        }
    }

    mutable std::mutex mutex_;
    std::uint64_t changes_ = 0;
    std::list<Waiter> waiters_;
    std::atomic<std::chrono::nanoseconds::rep> elapsed_{std::chrono::nanoseconds{std::chrono::hours{1}}.count()};
};

}  // namespace apivideo::detail
