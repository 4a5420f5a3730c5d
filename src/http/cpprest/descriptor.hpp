// SPDX-License-Identifier: MIT
// A descriptor of our own for a socket of cpprestsdk, which closes its one whenever it likes.
#pragma once

#include <fcntl.h>
#include <unistd.h>

namespace apivideo::detail::cpprest {

class Descriptor {
  public:
    Descriptor() = default;
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (is_open()) ::close(number_);
    }

    /// Opens it, unless the process has no descriptor left. To be called once.
    void duplicate(int other) noexcept { number_ = ::fcntl(other, F_DUPFD_CLOEXEC, 0); }

    [[nodiscard]] bool is_open() const noexcept { return number_ >= 0; }
    [[nodiscard]] int number() const noexcept { return number_; }

  private:
    int number_{-1};
};

}  // namespace apivideo::detail::cpprest
