// SPDX-License-Identifier: MIT
// The part of a server on loopback that does not depend on what it serves.
#include "loopback.hpp"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <thread>

namespace apivideo::benchmark {
namespace {

[[noreturn]] void fail(const char* what) {
    std::perror(what);
    std::exit(1);
}

int listen_on_loopback() {
    const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* const any = reinterpret_cast<sockaddr*>(&address);
    if (listener < 0 || ::bind(listener, any, size) != 0 || ::listen(listener, 128) != 0) fail("listen");
    ::getsockname(listener, any, &size);
    std::printf("%d\n", ntohs(address.sin_port));
    std::fflush(stdout);
    return listener;
}

void serve_promptly(int connection, const std::function<void(int)>& serve) {
    const int on = 1;
    ::setsockopt(connection, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    ::prctl(PR_SET_TIMERSLACK, 1UL, 0UL, 0UL, 0UL);
    serve(connection);
    ::close(connection);
}

}  // namespace

int serve_on_loopback(const std::function<void(int connection)>& serve) {
    sigset_t ends;
    sigemptyset(&ends);
    sigaddset(&ends, SIGTERM);
    sigaddset(&ends, SIGINT);
    ::pthread_sigmask(SIG_BLOCK, &ends, nullptr);

    const auto connections = std::make_shared<std::atomic<int>>(0);
    std::thread{[listener = listen_on_loopback(), connections, serve] {
        for (;;) {
            const int connection = ::accept(listener, nullptr, nullptr);
            if (connection < 0) fail("accept");
            ++*connections;
            std::thread{serve_promptly, connection, serve}.detach();
        }
    }}.detach();

    int signal = 0;
    ::sigwait(&ends, &signal);
    return *connections;
}

}  // namespace apivideo::benchmark
