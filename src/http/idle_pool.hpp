// SPDX-License-Identifier: MIT
// What keeps connections open between exchanges: the one used last is used next, so that the others can grow old.
#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <mutex>
#include <utility>
#include <vector>

namespace apivideo::detail {

/// @tparam Pointer owns what waits for its next exchange. Safe to use from many threads.
template <class Pointer>
class IdlePool {
  public:
    IdlePool() { idle_.reserve(limit + 1); }

    /// The one used last of those that fit; null where there is none.
    template <class Fits>
    [[nodiscard]] Pointer take(const Fits& fits) {
        const std::lock_guard<std::mutex> lock{mutex_};
        const auto found = std::find_if(idle_.rbegin(), idle_.rend(), [&](const Pointer& one) { return fits(*one); });
        if (found == idle_.rend()) return nullptr;
        Pointer taken = std::move(*found);
        idle_.erase(std::prev(found.base()));
        return taken;
    }

    /// Makes room by dropping the one that waits longest.
    void keep(Pointer one) noexcept {
        Pointer dropped;  // destroyed after the lock is given back
        const std::lock_guard<std::mutex> lock{mutex_};
        idle_.push_back(std::move(one));
        if (idle_.size() <= limit) return;
        dropped = std::move(idle_.front());
        idle_.erase(idle_.begin());
    }

  private:
    static constexpr std::size_t limit = 64;

    std::mutex mutex_;
    std::vector<Pointer> idle_;  ///< The one used last at the end; never grows.
};

}  // namespace apivideo::detail
