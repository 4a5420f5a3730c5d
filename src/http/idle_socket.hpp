// SPDX-License-Identifier: MIT
// What a kept connection is asked before it is used again.
#pragma once

#include <sys/socket.h>

#include <cerrno>

namespace apivideo::detail {

/// Whether nothing has arrived on an open connection: between exchanges neither an end nor bytes may.
[[nodiscard]] inline bool is_quiet(int descriptor) noexcept {
    char byte = 0;
    return ::recv(descriptor, &byte, 1, MSG_PEEK | MSG_DONTWAIT) < 0 && (errno == EAGAIN || errno == EWOULDBLOCK);
}

}  // namespace apivideo::detail
