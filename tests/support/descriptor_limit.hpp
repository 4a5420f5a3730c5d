// SPDX-License-Identifier: MIT
// A process that can open nothing more, as long as a test needs it.
#pragma once

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace apivideo::tests {

/// What is open stays open.
class NoDescriptors {
  public:
    NoDescriptors() noexcept {
        ::getrlimit(RLIMIT_NOFILE, &before_);
        const int lowest_free = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
        ::close(lowest_free);
        const rlimit none{static_cast<rlim_t>(lowest_free), before_.rlim_max};
        ::setrlimit(RLIMIT_NOFILE, &none);
    }
    NoDescriptors(const NoDescriptors&) = delete;
    NoDescriptors& operator=(const NoDescriptors&) = delete;
    ~NoDescriptors() { ::setrlimit(RLIMIT_NOFILE, &before_); }

  private:
    rlimit before_{};
};

}  // namespace apivideo::tests
