// SPDX-License-Identifier: MIT
// Whether an idle connection can be used again.
#pragma once

#include <sys/socket.h>

#include <cerrno>

namespace apivideo::detail {

/// Whether nothing has arrived on an idle connection: neither data nor its end may before the next request.
[[nodiscard]] inline bool is_quiet(int descriptor) noexcept {
    char byte = 0;
    return ::recv(descriptor, &byte, 1, MSG_PEEK | MSG_DONTWAIT) < 0 && (errno == EAGAIN || errno == EWOULDBLOCK);
}

}  // namespace apivideo::detail
