// SPDX-License-Identifier: MIT
// A server that costs next to nothing, in a process of its own: loopback_server [LATENCY_MS [PAGES]].
// Prints its port; told to end, it prints how many connections it had.
#include "loopback.hpp"
#include "served_pages.hpp"

#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <thread>

namespace {

using namespace apivideo::benchmark;

struct Settings {
    std::chrono::milliseconds latency;
    std::int64_t pages;
};

void serve(int connection, const Settings& settings) {
    std::string received;
    char buffer[16 * 1024];
    for (;;) {
        const ssize_t got = ::recv(connection, buffer, sizeof buffer, 0);
        if (got <= 0) break;
        received.append(buffer, static_cast<std::size_t>(got));
        while (const std::size_t size = request_size(received)) {
            const std::string_view request = std::string_view{received}.substr(0, size);
            if (settings.latency.count() > 0 && !is_login(request)) std::this_thread::sleep_for(settings.latency);
            const std::string sent = answer_to(request, settings.pages);
            received.erase(0, size);
            if (::send(connection, sent.data(), sent.size(), MSG_NOSIGNAL) < 0) break;
        }
    }
}

}  // namespace

int main(int argc, char** argv) {
    const Settings settings{std::chrono::milliseconds{argc > 1 ? std::atoi(argv[1]) : 0},
                            argc > 2 ? std::atoll(argv[2]) : 1000};
    std::printf("%d\n", serve_on_loopback([settings](int connection) { serve(connection, settings); }));
    std::fflush(stdout);
    ::_exit(0);  // the threads hold nothing that matters
}
