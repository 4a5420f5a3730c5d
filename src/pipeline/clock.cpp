// SPDX-License-Identifier: MIT
// Time and random numbers, passed to the classes that need them, so that tests control both.
#include "pipeline/clock.hpp"

#include <memory>
#include <random>

namespace apivideo::detail {

Clock machine_clock() {
    return Clock{[] { return std::chrono::steady_clock::now(); }, [] { return std::chrono::system_clock::now(); },
                 [](std::condition_variable& condition, std::unique_lock<std::mutex>& lock, Clock::time_point time) {
                     if (time == Clock::time_point::max()) {
                         condition.wait(lock);
                     } else {
                         condition.wait_until(lock, time);
                     }
                 }};
}

Random machine_random() {
    struct Generator {
        std::mutex mutex;
        std::minstd_rand engine{std::random_device{}()};
    };
    return [generator = std::make_shared<Generator>()] {
        const std::lock_guard<std::mutex> lock{generator->mutex};
        return std::uniform_real_distribution<double>{0.0, 1.0}(generator->engine);
    };
}

}  // namespace apivideo::detail
