// SPDX-License-Identifier: MIT
// Keeps connections open between exchanges. The most recently used one is used next, so that the others can expire.
#pragma once

#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <iterator>
#include <mutex>
#include <utility>
#include <vector>

namespace apivideo::detail {

/// Whether nothing has arrived on an idle connection: neither data nor its end may before the next request.
[[nodiscard]] inline bool is_quiet(int descriptor) noexcept {
    char byte = 0;
    return ::recv(descriptor, &byte, 1, MSG_PEEK | MSG_DONTWAIT) < 0 && (errno == EAGAIN || errno == EWOULDBLOCK);
}

/// Thread-safe. @tparam Pointer owns a connection.
template <class Pointer>
class IdlePool {
  public:
    IdlePool() { idle_.reserve(max_idle + 1); }

    /// The most recently used one that fits; null if there is none.
    template <class Fits>
    [[nodiscard]] Pointer acquire(const Fits& fits) {
        const std::lock_guard<std::mutex> lock{mutex_};
        const auto found = std::find_if(idle_.rbegin(), idle_.rend(), [&](const Pointer& one) { return fits(*one); });
        if (found == idle_.rend()) return nullptr;
        Pointer acquired = std::move(*found);
        idle_.erase(std::prev(found.base()));
        return acquired;
    }

    /// Makes room by dropping the least recently used one.
    void release(Pointer one) noexcept {
        Pointer dropped;  // destroyed after the mutex is unlocked
        const std::lock_guard<std::mutex> lock{mutex_};
        idle_.push_back(std::move(one));
        if (idle_.size() <= max_idle) return;
        dropped = std::move(idle_.front());
        idle_.erase(idle_.begin());
    }

  private:
    static constexpr std::size_t max_idle = 64;

    std::mutex mutex_;
    std::vector<Pointer> idle_;  ///< The most recently used one at the end; never reallocates.
};

}  // namespace apivideo::detail
