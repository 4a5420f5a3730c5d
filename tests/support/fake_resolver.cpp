// SPDX-License-Identifier: MIT
// Host names that only the test's own program knows: getaddrinfo() of the program replaces the system's.
#include "support/fake_resolver.hpp"

#include <dlfcn.h>
#include <netdb.h>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <string_view>
#include <utility>

namespace apivideo::tests {
namespace {

struct Resolver {
    std::mutex mutex;
    std::condition_variable changed;
    bool blocked{false};
    int waiting{0};
    std::vector<std::string> addresses;
    int look_ups{0};
};

Resolver& resolver() {
    static Resolver instance;
    return instance;
}

int system_getaddrinfo(const char* node, const char* service, const addrinfo* hints, addrinfo** result) {
    using Function = int (*)(const char*, const char*, const addrinfo*, addrinfo**);
    static const auto next = reinterpret_cast<Function>(::dlsym(RTLD_NEXT, "getaddrinfo"));
    return next(node, service, hints, result);
}

bool is_slow(std::string_view node) { return node.substr(0, 5) == "slow-"; }

/// Of a name without a root, or with one.
bool is_fake(std::string_view node) {
    if (!node.empty() && node.back() == '.') node.remove_suffix(1);
    return node == FakeName::name();
}

void wait_while_blocked() {
    Resolver& all = resolver();
    std::unique_lock<std::mutex> lock{all.mutex};
    ++all.waiting;
    all.changed.notify_all();
    all.changed.wait(lock, [&] { return !all.blocked; });
    --all.waiting;
    all.changed.notify_all();
}

int look_up_fake(const char* service, const addrinfo* hints, addrinfo** result) {
    Resolver& all = resolver();
    const std::lock_guard<std::mutex> lock{all.mutex};
    ++all.look_ups;
    *result = nullptr;
    addrinfo** last = result;
    for (const std::string& address : all.addresses) {
        if (const int error = system_getaddrinfo(address.c_str(), service, hints, last); error != 0) return error;
        while (*last) last = &(*last)->ai_next;
    }
    return *result ? 0 : EAI_NONAME;
}

}  // namespace

SlowName::SlowName() {
    const std::lock_guard<std::mutex> lock{resolver().mutex};
    resolver().blocked = true;
}

SlowName::~SlowName() {
    std::unique_lock<std::mutex> lock{resolver().mutex};
    resolver().blocked = false;
    resolver().changed.notify_all();
    resolver().changed.wait(lock, [] { return resolver().waiting == 0; });
}

bool SlowName::wait_for_look_ups(int count) const {
    std::unique_lock<std::mutex> lock{resolver().mutex};
    return resolver().changed.wait_for(lock, std::chrono::seconds{10}, [&] { return resolver().waiting >= count; });
}

int SlowName::running_look_ups() const {
    const std::lock_guard<std::mutex> lock{resolver().mutex};
    return resolver().waiting;
}

FakeName::FakeName(std::vector<std::string> addresses) {
    const std::lock_guard<std::mutex> lock{resolver().mutex};
    resolver().addresses = std::move(addresses);
    resolver().look_ups = 0;
}

FakeName::~FakeName() {
    const std::lock_guard<std::mutex> lock{resolver().mutex};
    resolver().addresses.clear();
}

int FakeName::look_ups() const {
    const std::lock_guard<std::mutex> lock{resolver().mutex};
    return resolver().look_ups;
}

}  // namespace apivideo::tests

extern "C" __attribute__((visibility("default"))) int getaddrinfo(const char* node, const char* service,
                                                                  const addrinfo* hints, addrinfo** result) {
    using namespace apivideo::tests;
    if (node && is_slow(node)) {
        wait_while_blocked();
        return EAI_NONAME;
    }
    if (node && is_fake(node)) return look_up_fake(service, hints, result);
    return system_getaddrinfo(node, service, hints, result);
}
