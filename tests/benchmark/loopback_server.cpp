// SPDX-License-Identifier: MIT
// A server that costs next to nothing, in a process of its own: loopback_server [LATENCY_MS [PAGES]].
// Prints its port; told to end, it prints how many connections it had.
#include "plays_page.hpp"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace {

struct Settings {
    std::chrono::milliseconds latency;
    std::int64_t pages;
};

std::string answer(const char* status, const std::string& body) {
    return std::string{"HTTP/1.1 "} + status +
           "\r\nServer: nginx\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) +
           "\r\nX-RateLimit-Limit: 1000000\r\nX-RateLimit-Remaining: 999999\r\nX-RateLimit-Retry-After: 60\r\n\r\n" +
           body;
}

/// The number behind @p name, or @p otherwise.
std::int64_t number_after(std::string_view text, std::string_view name, std::int64_t otherwise) {
    const std::size_t found = text.find(name);
    return found == std::string_view::npos ? otherwise : std::strtoll(text.data() + found + name.size(), nullptr, 10);
}

/// Size of the first whole request in @p received; 0 where there is none yet.
std::size_t request_size(const std::string& received) {
    const std::size_t head = received.find("\r\n\r\n");
    if (head == std::string::npos) return 0;
    const std::string_view lines{received.data(), head};
    const auto size = head + 4 + static_cast<std::size_t>(number_after(lines, "Content-Length: ", 0));
    return received.size() < size ? 0 : size;
}

std::string answer_to(std::string_view request, const Settings& settings) {
    if (request.substr(0, 4) == "POST")
        return answer("201 Created", R"({"token_type":"Bearer","expires_in":3600,"access_token":"a-token"})");
    if (settings.latency.count() > 0) std::this_thread::sleep_for(settings.latency);
    const std::string_view target = request.substr(0, request.find("\r\n"));
    return answer("200 OK", apivideo::benchmark::page_body(number_after(target, "currentPage=", 1), settings.pages));
}

void serve(int connection, const Settings& settings) {
    const int on = 1;
    ::setsockopt(connection, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    ::prctl(PR_SET_TIMERSLACK, 1UL, 0UL, 0UL, 0UL);
    std::string received;
    char buffer[16 * 1024];
    for (;;) {
        const ssize_t got = ::recv(connection, buffer, sizeof buffer, 0);
        if (got <= 0) break;
        received.append(buffer, static_cast<std::size_t>(got));
        while (const std::size_t size = request_size(received)) {
            const std::string sent = answer_to(std::string_view{received}.substr(0, size), settings);
            received.erase(0, size);
            if (::send(connection, sent.data(), sent.size(), MSG_NOSIGNAL) < 0) break;
        }
    }
    ::close(connection);
}

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
    if (listener < 0 || ::bind(listener, any, size) != 0 || ::listen(listener, 128) != 0) fail("loopback_server");
    ::getsockname(listener, any, &size);
    std::printf("%d\n", ntohs(address.sin_port));
    std::fflush(stdout);
    return listener;
}

}  // namespace

int main(int argc, char** argv) {
    const Settings settings{std::chrono::milliseconds{argc > 1 ? std::atoi(argv[1]) : 0},
                            argc > 2 ? std::atoll(argv[2]) : 1000};
    sigset_t ends;
    sigemptyset(&ends);
    sigaddset(&ends, SIGTERM);
    sigaddset(&ends, SIGINT);
    ::pthread_sigmask(SIG_BLOCK, &ends, nullptr);

    const int listener = listen_on_loopback();
    std::atomic<int> connections{0};
    std::thread{[&] {
        for (;;) {
            const int connection = ::accept(listener, nullptr, nullptr);
            if (connection < 0) fail("loopback_server");
            ++connections;
            std::thread{serve, connection, std::cref(settings)}.detach();
        }
    }}.detach();

    int signal = 0;
    ::sigwait(&ends, &signal);
    std::printf("%d\n", connections.load());
    std::fflush(stdout);
    ::_exit(0);  // the threads hold nothing that matters
}
