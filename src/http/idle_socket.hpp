// SPDX-License-Identifier: MIT
// What is done to the socket of a connection that is kept between exchanges.
#pragma once

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <cerrno>

namespace apivideo::detail {

/// Whether nothing has arrived on an idle connection: neither data nor its end may before the next request.
[[nodiscard]] inline bool is_quiet(int descriptor) noexcept {
    char byte = 0;
    return ::recv(descriptor, &byte, 1, MSG_PEEK | MSG_DONTWAIT) < 0 && (errno == EAGAIN || errno == EWOULDBLOCK);
}

/// Whatever lies between client and server may forget an idle connection in silence. Without this the next request on
/// it waits until the call ends; with it the connection fails after 5 s, and the request is sent on a new one.
inline void fail_soon_if_forgotten([[maybe_unused]] int descriptor) noexcept {
#ifdef TCP_USER_TIMEOUT
    constexpr unsigned limit = 5000;  // milliseconds
    ::setsockopt(descriptor, IPPROTO_TCP, TCP_USER_TIMEOUT, &limit, sizeof limit);
#endif
}

}  // namespace apivideo::detail
