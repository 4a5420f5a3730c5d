// SPDX-License-Identifier: MIT
// A host name whose look-up never ends, without a network: getaddrinfo() of the test's program stands before the
// system's.
#include "support/slow_resolver.hpp"

#include <dlfcn.h>
#include <netdb.h>

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace apivideo::tests {
namespace {

struct LookUps {
    std::mutex mutex;
    std::condition_variable changed;
    bool blocked{false};
    int waiting{0};
};

LookUps& look_ups() {
    static LookUps instance;
    return instance;
}

void wait_while_blocked() {
    LookUps& all = look_ups();
    std::unique_lock<std::mutex> lock{all.mutex};
    ++all.waiting;
    all.changed.notify_all();
    all.changed.wait(lock, [&] { return !all.blocked; });
    --all.waiting;
}

}  // namespace

SlowName::SlowName() {
    const std::lock_guard<std::mutex> lock{look_ups().mutex};
    look_ups().blocked = true;
}

SlowName::~SlowName() {
    const std::lock_guard<std::mutex> lock{look_ups().mutex};
    look_ups().blocked = false;
    look_ups().changed.notify_all();
}

bool SlowName::wait_for_look_up() const {
    std::unique_lock<std::mutex> lock{look_ups().mutex};
    return look_ups().changed.wait_for(lock, std::chrono::seconds{10}, [] { return look_ups().waiting > 0; });
}

}  // namespace apivideo::tests

extern "C" __attribute__((visibility("default"))) int getaddrinfo(const char* node, const char* service,
                                                                  const addrinfo* hints, addrinfo** result) {
    if (node && node == apivideo::tests::SlowName::name()) {
        apivideo::tests::wait_while_blocked();
        return EAI_NONAME;
    }
    using Function = int (*)(const char*, const char*, const addrinfo*, addrinfo**);
    static const auto next = reinterpret_cast<Function>(::dlsym(RTLD_NEXT, "getaddrinfo"));
    return next(node, service, hints, result);
}
