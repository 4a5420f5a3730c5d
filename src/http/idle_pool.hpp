// SPDX-License-Identifier: MIT
// Keeps connections open between exchanges. The most recently used one is used next, so that the others can expire.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <iterator>
#include <mutex>
#include <new>
#include <utility>
#include <vector>

namespace apivideo::detail {

/// Thread-safe. @tparam Pointer owns a connection, which has `bool is_quiet() const`.
template <class Pointer>
class IdlePool {
  public:
    using Time = std::chrono::steady_clock::time_point;

    static constexpr std::size_t max_idle = 64;
    static constexpr std::chrono::seconds max_age{60};

    IdlePool() { idle_.reserve(max_idle + 1); }

    /// Drops all that are too old or no longer quiet. @return the most recently used one that fits, or null.
    template <class Fits>
    [[nodiscard]] Pointer acquire(Time now, const Fits& fits) {
        std::vector<Entry> dropped;  // destroyed after the mutex is unlocked
        const std::lock_guard<std::mutex> lock{mutex_};
        for (auto one = idle_.begin(); one != idle_.end();) {
            if (now - one->since <= max_age && one->connection->is_quiet()) {
                ++one;
            } else {
                dropped.push_back(std::move(*one));
                one = idle_.erase(one);
            }
        }
        const auto found =
            std::find_if(idle_.rbegin(), idle_.rend(), [&](const Entry& one) { return fits(*one.connection); });
        if (found == idle_.rend()) return nullptr;
        Pointer acquired = std::move(found->connection);
        idle_.erase(std::prev(found.base()));
        return acquired;
    }

    /// Makes room by dropping the least recently used one.
    void release(Time now, Pointer connection) noexcept {
        Pointer dropped;  // destroyed after the mutex is unlocked
        const std::lock_guard<std::mutex> lock{mutex_};
        idle_.push_back(Entry{std::move(connection), now});
        if (idle_.size() <= max_idle) return;
        dropped = std::move(idle_.front().connection);
        idle_.erase(idle_.begin());
    }

    /// Keeps all open for ever. A child process must not close the connections of its parent, since it would tell the
    /// server.
    void leak() noexcept {
        if (auto* const leaked = new (std::nothrow) std::vector<Entry>) leaked->swap(idle_);
    }

  private:
    struct Entry {
        Pointer connection{};
        Time since{};
    };

    std::mutex mutex_;
    std::vector<Entry> idle_;  ///< The most recently used one at the end; never reallocates.
};

}  // namespace apivideo::detail
