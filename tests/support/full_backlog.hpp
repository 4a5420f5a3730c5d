// SPDX-License-Identifier: MIT
// A port on loopback to which connecting never ends.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace apivideo::tests {

/// Listens, never accepts, and has its queue full: the system drops further attempts without an answer.
class FullBacklog {
  public:
    /// @param port 0: of the system's choice.
    explicit FullBacklog(const std::string& address_on_loopback = "127.0.0.1", std::uint16_t port = 0);
    FullBacklog(const FullBacklog&) = delete;
    FullBacklog& operator=(const FullBacklog&) = delete;
    ~FullBacklog();

    [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + std::to_string(port_) + '/'; }

  private:
    std::vector<int> descriptors_;
    std::uint16_t port_{0};
};

/// A port on loopback on which nobody listens.
[[nodiscard]] std::uint16_t unused_port();

}  // namespace apivideo::tests
