// SPDX-License-Identifier: MIT
// Opens TCP connections, since cpprestsdk gives up no silent address and lets child programs inherit its sockets.
#include "http/cpprest/tcp_socket.hpp"

#include "call/call_context.hpp"
#include "http/failures.hpp"

#include <fcntl.h>
#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <limits>
#include <memory>
#include <system_error>

namespace apivideo::detail::cpprest {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

using AddressInfo = std::unique_ptr<addrinfo, decltype(&freeaddrinfo)>;

/// Null if @p address is none.
AddressInfo parsed(const std::string& address, std::uint16_t port) {
    addrinfo hints{};
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV;
    addrinfo* found = nullptr;
    if (getaddrinfo(address.c_str(), std::to_string(port).c_str(), &hints, &found) != 0) found = nullptr;
    return {found, &freeaddrinfo};
}

int timeout_of_poll(steady_clock::time_point until) {
    if (until == steady_clock::time_point::max()) return -1;
    const auto left = std::chrono::ceil<milliseconds>(until - steady_clock::now()).count();
    return static_cast<int>(std::clamp<milliseconds::rep>(left, 0, std::numeric_limits<int>::max()));
}

/// @return whether the system decided before @p until.
bool wait_until_decided(int descriptor, steady_clock::time_point until) {
    while (true) {
        pollfd waiting{descriptor, POLLOUT, 0};
        const int ready = ::poll(&waiting, 1, timeout_of_poll(until));
        if (ready > 0) return true;
        if (ready == 0 && until <= steady_clock::now()) return false;
    }
}

int pending_error(int descriptor) noexcept {
    int error = 0;
    socklen_t size = sizeof error;
    return ::getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &error, &size) == 0 ? error : errno;
}

/// @return 0 or the system's error: ETIMEDOUT at @p until.
int connect_one(const TcpSocket& socket, const addrinfo& address, steady_clock::time_point until,
                const CallContext& context) {
    const int descriptor = socket.descriptor();
    if (::connect(descriptor, address.ai_addr, address.ai_addrlen) == 0) return 0;
    if (errno != EINPROGRESS) return errno;
    const CancellationRegistration registration =
        context.cancellation.on_cancel([descriptor] { ::shutdown(descriptor, SHUT_RDWR); });
    return wait_until_decided(descriptor, until) ? pending_error(descriptor) : ETIMEDOUT;
}

TcpSocket new_socket(int family) {
    return TcpSocket{::socket(family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0), family};
}

}  // namespace

TcpSocket::~TcpSocket() {
    if (is_open()) ::close(descriptor_);
}

TcpSocket TcpSocket::duplicate() const noexcept { return TcpSocket{::fcntl(descriptor_, F_DUPFD_CLOEXEC, 0), family_}; }

TcpSocket connect_to(const ConnectTarget& target, const CallContext& context) {
    const auto end = std::min(target.until, context.deadline);
    int error = EADDRNOTAVAIL;
    for (std::size_t i = 0; i < target.addresses.size(); ++i) {
        const AddressInfo address = parsed(target.addresses[i], target.port);
        if (!address) continue;
        TcpSocket socket = new_socket(address->ai_family);
        if (!socket.is_open()) {
            error = errno;
            continue;
        }
        const auto now = steady_clock::now();
        const bool is_last = i + 1 == target.addresses.size();
        error = connect_one(socket, *address, is_last ? end : now + (end - now) / 2, context);
        check_still_wanted(context, steady_clock::now(), target.url.origin());
        if (error == 0) return socket;
    }
    if (error == ETIMEDOUT && target.until <= steady_clock::now())
        throw not_connected_within(target.url, target.timeout, target.is_proxy);
    std::string why = target.is_proxy ? reason::proxy_not_connected : reason::not_connected;
    if (error == EMFILE || error == ENFILE) why += ": " + std::generic_category().message(error);
    throw transport_failure(TransportFailure::connect, target.url, why);
}

}  // namespace apivideo::detail::cpprest
