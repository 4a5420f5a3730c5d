// SPDX-License-Identifier: MIT
// A process that can open nothing more, as long as a test needs it.
#pragma once

#include <sys/resource.h>

namespace apivideo::tests {

/// What is open stays open.
class NoDescriptors {
  public:
    NoDescriptors() noexcept {
        ::getrlimit(RLIMIT_NOFILE, &before_);
        const rlimit none{0, before_.rlim_max};
        ::setrlimit(RLIMIT_NOFILE, &none);
    }
    NoDescriptors(const NoDescriptors&) = delete;
    NoDescriptors& operator=(const NoDescriptors&) = delete;
    ~NoDescriptors() { ::setrlimit(RLIMIT_NOFILE, &before_); }

  private:
    rlimit before_{};
};

}  // namespace apivideo::tests
