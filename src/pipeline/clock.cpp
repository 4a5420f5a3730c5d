// SPDX-License-Identifier: MIT
// Time and random numbers, passed to the classes that need them, so that tests control both.
#include "pipeline/clock.hpp"

#include "call/wake_on_cancel.hpp"

#include <memory>
#include <random>

namespace apivideo::detail {

Clock machine_clock() {
    return Clock{[] { return std::chrono::steady_clock::now(); }, [] { return std::chrono::system_clock::now(); },
                 wait_until};
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
