// SPDX-License-Identifier: MIT
// A port on loopback to which connecting never ends.
#include "support/full_backlog.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <stdexcept>
#include <string>

namespace apivideo::tests {
namespace {

struct Address {
    explicit Address(const std::string& host, std::uint16_t port = 0) {
        if (::inet_pton(AF_INET6, host.c_str(), &ipv6.sin6_addr) == 1) {
            ipv6.sin6_family = AF_INET6;
            ipv6.sin6_port = htons(port);
        } else {
            ipv4.sin_family = AF_INET;
            ipv4.sin_port = htons(port);
            ::inet_pton(AF_INET, host.c_str(), &ipv4.sin_addr);
        }
    }
    [[nodiscard]] int new_socket(int flags = 0) const {
        return ::socket(any.sa_family, SOCK_STREAM | SOCK_CLOEXEC | flags, 0);
    }

    union {
        sockaddr_in6 ipv6{};
        sockaddr_in ipv4;
        sockaddr any;
    };
    socklen_t size{sizeof ipv6};
};

/// @return the port, which both families have in the same place.
std::uint16_t bind_to(int descriptor, Address address) {
    if (::bind(descriptor, &address.any, address.size) != 0 ||
        ::getsockname(descriptor, &address.any, &address.size) != 0)
        throw std::runtime_error{"no such address on loopback, or no port of it, is free"};
    return ntohs(address.ipv4.sin_port);
}

bool is_connected_soon(int descriptor) {
    pollfd waiting{descriptor, POLLOUT, 0};
    return ::poll(&waiting, 1, 100) == 1;
}

}  // namespace

FullBacklog::FullBacklog(const std::string& address_on_loopback, std::uint16_t port) {
    constexpr int most_attempts = 16;
    descriptors_.push_back(Address{address_on_loopback}.new_socket());
    port_ = bind_to(descriptors_.front(), Address{address_on_loopback, port});
    if (::listen(descriptors_.front(), 0) != 0) throw std::runtime_error{"cannot listen on loopback"};
    const Address address{address_on_loopback, port_};
    for (int attempt = 0; attempt < most_attempts; ++attempt) {
        descriptors_.push_back(address.new_socket(SOCK_NONBLOCK));
        if (::connect(descriptors_.back(), &address.any, address.size) != 0 && errno != EINPROGRESS)
            throw std::runtime_error{"cannot connect on loopback"};
        if (!is_connected_soon(descriptors_.back())) return;
    }
    throw std::runtime_error{"the queue of a listening socket does not fill up"};
}

FullBacklog::~FullBacklog() {
    for (const int descriptor : descriptors_) ::close(descriptor);
}

std::uint16_t unused_port() {
    const Address address{"127.0.0.1"};
    const int descriptor = address.new_socket();
    const std::uint16_t port = bind_to(descriptor, address);
    ::close(descriptor);
    return port;
}

}  // namespace apivideo::tests
