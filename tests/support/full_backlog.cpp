// SPDX-License-Identifier: MIT
// A port on loopback to which connecting never ends.
#include "support/full_backlog.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <stdexcept>

namespace apivideo::tests {
namespace {

sockaddr_in loopback(const std::string& host, std::uint16_t port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    ::inet_pton(AF_INET, host.c_str(), &address.sin_addr);
    return address;
}

std::uint16_t bind_to_loopback(int descriptor, const std::string& host = "127.0.0.1", std::uint16_t port = 0) {
    sockaddr_in address = loopback(host, port);
    socklen_t size = sizeof address;
    if (::bind(descriptor, reinterpret_cast<const sockaddr*>(&address), size) != 0 ||
        ::getsockname(descriptor, reinterpret_cast<sockaddr*>(&address), &size) != 0)
        throw std::runtime_error{"no port on loopback is free"};
    return ntohs(address.sin_port);
}

bool is_connected_soon(int descriptor) {
    pollfd waiting{descriptor, POLLOUT, 0};
    return ::poll(&waiting, 1, 100) == 1;
}

}  // namespace

FullBacklog::FullBacklog(const std::string& address_on_loopback, std::uint16_t port) {
    constexpr int most_attempts = 16;
    descriptors_.push_back(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    port_ = bind_to_loopback(descriptors_.front(), address_on_loopback, port);
    if (::listen(descriptors_.front(), 0) != 0) throw std::runtime_error{"cannot listen on loopback"};
    const sockaddr_in address = loopback(address_on_loopback, port_);
    for (int attempt = 0; attempt < most_attempts; ++attempt) {
        descriptors_.push_back(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
        if (::connect(descriptors_.back(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0 &&
            errno != EINPROGRESS)
            throw std::runtime_error{"cannot connect on loopback"};
        if (!is_connected_soon(descriptors_.back())) return;
    }
    throw std::runtime_error{"the queue of a listening socket does not fill up"};
}

FullBacklog::~FullBacklog() {
    for (const int descriptor : descriptors_) ::close(descriptor);
}

std::uint16_t unused_port() {
    const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const std::uint16_t port = bind_to_loopback(descriptor);
    ::close(descriptor);
    return port;
}

}  // namespace apivideo::tests
