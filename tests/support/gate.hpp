// SPDX-License-Identifier: MIT
// A condition that one thread makes true and others wait for.
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace apivideo::tests {

/// Closed until open() is called, then open for ever. Waiting ends after a time that no passing test needs.
class Gate {
  public:
    void open() {
        const std::lock_guard<std::mutex> lock{mutex_};
        open_ = true;
        changed_.notify_all();
    }
    /// @return whether it is open.
    bool wait(std::chrono::milliseconds longest = std::chrono::seconds{10}) {
        std::unique_lock<std::mutex> lock{mutex_};
        return changed_.wait_for(lock, longest, [this] { return open_; });
    }

  private:
    std::mutex mutex_;
    std::condition_variable changed_;
    bool open_{false};
};

}  // namespace apivideo::tests
