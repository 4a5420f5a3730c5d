// SPDX-License-Identifier: MIT
// Tests of what keeps connections: which one is used next, and which one goes.
#include "http/idle_pool.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <memory>

namespace apivideo::detail {
namespace {

using namespace std::chrono_literals;

struct Connection {
    int number{0};
    bool quiet{true};

    [[nodiscard]] bool is_quiet() const noexcept { return quiet; }
};

constexpr auto any = [](const Connection&) { return true; };

class Idle : public ::testing::Test {
  protected:
    using Pointer = std::shared_ptr<Connection>;

    Pointer add(int number) {
        Pointer one = std::make_shared<Connection>(Connection{number});
        pool.release(now, one);
        return one;
    }
    /// 0: none.
    template <class Fits>
    int acquired(const Fits& fits) {
        const Pointer one = pool.acquire(now, fits);
        return one ? one->number : 0;
    }

    std::chrono::steady_clock::time_point now{};
    IdlePool<Pointer> pool{};
};

TEST_F(Idle, pool_gives_the_one_used_last_of_those_that_fit) {
    for (const int number : {1, 2, 3}) add(number);
    EXPECT_EQ(acquired([](const Connection& one) { return one.number < 3; }), 2);
    EXPECT_EQ(acquired(any), 3);
    EXPECT_EQ(acquired(any), 1);
    EXPECT_EQ(acquired(any), 0);
}

TEST_F(Idle, pool_drops_the_least_recently_used_one_if_there_are_more_than_64) {
    const Pointer first = add(0);
    const Pointer second = add(1);
    for (int number = 2; number < 64; ++number) add(number);
    EXPECT_EQ(first.use_count(), 2);
    add(64);
    EXPECT_EQ(first.use_count(), 1);
    EXPECT_EQ(second.use_count(), 2);
}

TEST_F(Idle, pool_drops_all_that_are_too_old_when_any_is_asked_for) {
    const Pointer old = add(1);
    now += 1ms;
    const Pointer young = add(2);
    now += 60s;
    EXPECT_EQ(acquired([](const Connection&) { return false; }), 0);
    EXPECT_EQ(old.use_count(), 1);
    EXPECT_EQ(young.use_count(), 2);
}

TEST_F(Idle, pool_drops_all_that_are_not_quiet_when_any_is_asked_for) {
    const Pointer closed = add(1);
    const Pointer open = add(2);
    closed->quiet = false;
    EXPECT_EQ(acquired([](const Connection&) { return false; }), 0);
    EXPECT_EQ(closed.use_count(), 1);
    EXPECT_EQ(open.use_count(), 2);
}

}  // namespace
}  // namespace apivideo::detail
