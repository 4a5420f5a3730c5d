// SPDX-License-Identifier: MIT
// Tests of the machine's clock and chance.
#include "pipeline/clock.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <set>
#include <thread>

namespace apivideo::detail {
namespace {

TEST(MachineClock, a_wait_ends_at_its_time) {
    const Clock clock = machine_clock();
    std::mutex mutex;
    std::condition_variable condition;
    std::unique_lock<std::mutex> lock{mutex};
    const Clock::time_point end = clock.now() + std::chrono::milliseconds{5};
    while (clock.now() < end) clock.wait_until(condition, lock, end);
    EXPECT_GE(std::chrono::steady_clock::now(), end);
}

TEST(MachineClock, a_wait_without_an_end_is_ended_by_a_notification) {
    const Clock clock = machine_clock();
    std::mutex mutex;
    std::condition_variable condition;
    bool told = false;
    std::thread other{[&] {
        const std::lock_guard<std::mutex> lock{mutex};
        told = true;
        condition.notify_all();
    }};
    {
        std::unique_lock<std::mutex> lock{mutex};
        while (!told) clock.wait_until(condition, lock, Clock::time_point::max());
    }
    other.join();
    EXPECT_TRUE(told);
}

TEST(MachineClock, tells_the_time_of_the_calendar) {
    const auto before = std::chrono::system_clock::now();
    const auto now = machine_clock().calendar_now();
    EXPECT_GE(now, before);
    EXPECT_LE(now, std::chrono::system_clock::now());
}

TEST(MachineRandom, is_spread_from_0_to_below_1) {
    const Random random = machine_random();
    std::set<double> seen;
    for (int i = 0; i < 100; ++i) {
        const double number = random();
        EXPECT_GE(number, 0.0);
        EXPECT_LT(number, 1.0);
        seen.insert(number);
    }
    EXPECT_GT(seen.size(), 50u);
}

}  // namespace
}  // namespace apivideo::detail
