// SPDX-License-Identifier: MIT
// Keeps pthread_cancel() from ending a thread within a call.
#pragma once

#include <pthread.h>

namespace apivideo::detail {

/// A cancelled thread unwinds its stack from within functions that must not throw, such as destructors that close
/// descriptors. While this lives, the thread goes on; it ends after the call.
class ThreadKeptAlive {
  public:
    ThreadKeptAlive() noexcept { ::pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &before_); }
    ThreadKeptAlive(const ThreadKeptAlive&) = delete;
    ThreadKeptAlive& operator=(const ThreadKeptAlive&) = delete;
    ~ThreadKeptAlive() { ::pthread_setcancelstate(before_, nullptr); }

  private:
    int before_{0};
};

}  // namespace apivideo::detail
