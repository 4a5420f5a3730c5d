// SPDX-License-Identifier: MIT
// A clock that tests move: waiting costs no time.
#pragma once

#include "stack/clock.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

namespace apivideo::detail {

/// Two ways to wait: one thread alone moves the clock to where it waits until; with several, the test moves it by
/// advance().
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
                     [this](std::condition_variable& condition, std::unique_lock<std::mutex>& lock, time_point) {
                         enter_wait();
                         ++waiting;
                         condition.wait_for(lock, std::chrono::milliseconds{1});
                         --waiting;
                     }};
    }

    /// To be called after anything that may let a waiting thread go on.
    void changed() {
        const std::lock_guard<std::mutex> lock{mutex_};
        ++changes_;
    }
    /// Whether that many threads have looked at everything that changed, and wait all the same.
    [[nodiscard]] bool settled(int threads) const {
        const std::lock_guard<std::mutex> lock{mutex_};
        return threads == std::count_if(seen_.begin(), seen_.end(),
                                        [this](const auto& entry) { return entry.second == changes_; });
    }

    [[nodiscard]] time_point now() const { return time_point{} + std::chrono::nanoseconds{elapsed_.load()}; }
    [[nodiscard]] std::chrono::system_clock::time_point calendar_now() const {
        return calendar_start + std::chrono::nanoseconds{elapsed_.load()};
    }
    void advance(std::chrono::nanoseconds time) {
        elapsed_ += time.count();
        changed();
    }

    std::chrono::system_clock::time_point calendar_start{};
    std::vector<std::chrono::milliseconds> waits;  // of moved_by_waiting()
    std::atomic<int> waiting{0};                   // threads in a wait, of moved_by_hand()

  private:
    void enter_wait() {
        const std::lock_guard<std::mutex> lock{mutex_};
        seen_[std::this_thread::get_id()] = changes_;
    }

    mutable std::mutex mutex_;
    std::uint64_t changes_ = 0;
    std::map<std::thread::id, std::uint64_t> seen_;  // how many changes each waiting thread has looked at
    std::atomic<std::chrono::nanoseconds::rep> elapsed_{std::chrono::nanoseconds{std::chrono::hours{1}}.count()};
};

}  // namespace apivideo::detail
