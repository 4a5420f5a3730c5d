// SPDX-License-Identifier: MIT
// Opens TCP connections, since cpprestsdk gives up no silent address and lets child programs inherit its sockets.
#pragma once

#include <apivideo/http/http_transport.hpp>

#include "http/url.hpp"

#include <chrono>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace apivideo::detail::cpprest {

/// Owns a descriptor, which child programs do not inherit.
class TcpSocket {
  public:
    TcpSocket() = default;
    explicit TcpSocket(int descriptor, int family) noexcept : descriptor_{descriptor}, family_{family} {}
    TcpSocket(TcpSocket&& other) noexcept : descriptor_{other.release()}, family_{other.family_} {}
    TcpSocket& operator=(TcpSocket&& other) noexcept {
        std::swap(descriptor_, other.descriptor_);
        std::swap(family_, other.family_);
        return *this;
    }
    ~TcpSocket();

    [[nodiscard]] bool is_open() const noexcept { return descriptor_ >= 0; }
    [[nodiscard]] int descriptor() const noexcept { return descriptor_; }
    /// `AF_INET` or `AF_INET6`.
    [[nodiscard]] int family() const noexcept { return family_; }
    /// Another descriptor of the same connection; not open if the process has no descriptor left.
    [[nodiscard]] TcpSocket duplicate() const noexcept;
    int release() noexcept { return std::exchange(descriptor_, -1); }

  private:
    int descriptor_{-1};
    int family_{0};
};

/// Where to connect to, and how long that may take.
struct ConnectTarget {
    const Url& url;  ///< Of the request; failures name it.
    bool is_proxy;   ///< Whether the addresses are those of a proxy.
    const std::vector<std::string>& addresses;
    std::uint16_t port;
    std::chrono::milliseconds timeout;
    std::chrono::steady_clock::time_point until;  ///< When that timeout ends.
};

/// Tries each address in turn. One that is silent is given up after half of the time that is left, the last one at the
/// end. @throws TransportException if none accepts, or if @p context ends first.
[[nodiscard]] TcpSocket connect_to(const ConnectTarget& target, const CallContext& context);

}  // namespace apivideo::detail::cpprest
