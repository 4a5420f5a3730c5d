// SPDX-License-Identifier: MIT
// Tells the process that made a transport from its children, which share its connections but not its threads.
#pragma once

#include "http/failures.hpp"

#include <unistd.h>

namespace apivideo::detail {

class OwnProcess {
  public:
    [[nodiscard]] bool is_current() const noexcept { return ::getpid() == id_; }

    /// @throws TransportException of failure other in a child process.
    void check(const Url& url) const {
        if (is_current()) return;
        throw transport_failure(TransportFailure::other, url,
                                "the transport was made before fork(), make one in the child process");
    }

  private:
    const pid_t id_{::getpid()};
};

}  // namespace apivideo::detail
