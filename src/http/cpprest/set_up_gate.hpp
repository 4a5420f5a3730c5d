// SPDX-License-Identifier: MIT
// Bounds how many threads set up TLS at once: it takes the processor for so long that more would only delay each other.
#pragma once

#include "call/call_context.hpp"
#include "call/wake_on_cancel.hpp"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string_view>
#include <thread>

namespace apivideo::detail::cpprest {

/// Thread-safe. Lets one thread in for each core.
class SetUpGate {
  public:
    struct Leave {
        void operator()(SetUpGate* gate) const noexcept { gate->leave(); }
    };
    /// Keeps a place until it is destroyed.
    using Pass = std::unique_ptr<SetUpGate, Leave>;

    /// Waits for a place. @throws TransportException if @p context ends first.
    [[nodiscard]] Pass enter(const CallContext& context, std::string_view doing) {
        const CancellationRegistration registration = wake_on_cancel(context, mutex_, changed_);
        std::unique_lock<std::mutex> lock{mutex_};
        while (true) {
            check_still_wanted(context, std::chrono::steady_clock::now(), doing);
            if (places_ > 0) break;
            wait_until(changed_, lock, context.deadline);
        }
        --places_;
        return Pass{this};
    }

  private:
    void leave() noexcept {
        const std::lock_guard<std::mutex> lock{mutex_};
        ++places_;
        changed_.notify_all();  // one that is notified may have no time left
    }

    std::mutex mutex_;
    std::condition_variable changed_;
    unsigned places_{std::max(1U, std::thread::hardware_concurrency())};
};

}  // namespace apivideo::detail::cpprest
