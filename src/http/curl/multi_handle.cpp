// SPDX-License-Identifier: MIT
// Makes libcurl's multi handles, and keeps their descriptors from programs that the application starts.
#include "http/curl/multi_handle.hpp"

#include "http/failures.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <mutex>
#include <new>

namespace apivideo::detail::curl {
namespace {

using Descriptors = std::array<int, 2>;

/// Before 8.8 the pair of sockets that wakes a multi handle is inherited, and libcurl does not tell its numbers.
bool inherits_wakeup_pair() noexcept { return curl_version_info(CURLVERSION_NOW)->version_num < 0x080800; }

/// The lowest free numbers, which the system gives out next.
Descriptors next_descriptors() noexcept {
    Descriptors next{};
    for (int& descriptor : next) descriptor = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    for (const int descriptor : next) ::close(descriptor);
    std::sort(next.begin(), next.end());
    return next;
}

bool is_local_socket(int descriptor) noexcept {
    int domain = 0;
    socklen_t size = sizeof domain;
    return ::getsockopt(descriptor, SOL_SOCKET, SO_DOMAIN, &domain, &size) == 0 && domain == AF_UNIX;
}

bool is_readable(int descriptor) noexcept {
    pollfd one{descriptor, POLLIN, 0};
    return ::poll(&one, 1, 0) == 1 && (one.revents & POLLIN) != 0;
}

MultiHandle make_woken_handle(const Url& url) {
    errno = 0;
    MultiHandle multi{curl_multi_init(), &curl_multi_cleanup};
    if (!multi && errno != EMFILE && errno != ENFILE) throw std::bad_alloc{};
    // Older versions of libcurl ignore that they got no file descriptors.
    if (!multi || curl_multi_wakeup(multi.get()) != CURLM_OK)
        throw transport_failure(TransportFailure::connect, url, "no file descriptors are available");
    return multi;
}

}  // namespace

MultiHandle make_multi_handle(const Url& url) {
    if (!inherits_wakeup_pair()) return make_woken_handle(url);
    // The numbers are the process's: one thread at a time guesses them.
    static std::mutex guessing;
    const std::lock_guard<std::mutex> lock{guessing};
    constexpr int attempts = 10;
    for (int attempt = 1;; ++attempt) {
        const Descriptors expected = next_descriptors();
        MultiHandle multi = make_woken_handle(url);
        // A thread of the application may have been given one of the numbers.
        if (is_readable(expected[0]) && std::all_of(expected.begin(), expected.end(), is_local_socket)) {
            for (const int descriptor : expected) ::fcntl(descriptor, F_SETFD, FD_CLOEXEC);
            return multi;
        }
        if (attempt == attempts) return multi;
    }
}

}  // namespace apivideo::detail::curl
