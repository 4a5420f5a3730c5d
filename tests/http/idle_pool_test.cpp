// SPDX-License-Identifier: MIT
// Tests of what keeps connections: which one is used next, and which one goes.
#include "http/idle_pool.hpp"

#include <gtest/gtest.h>

#include <memory>

namespace apivideo::detail {
namespace {

using Pool = IdlePool<std::shared_ptr<int>>;

constexpr auto any = [](int) { return true; };

TEST(IdlePool, gives_the_one_used_last_of_those_that_fit) {
    Pool pool;
    for (const int number : {1, 2, 3}) pool.release(std::make_shared<int>(number));
    EXPECT_EQ(*pool.acquire([](int number) { return number < 3; }), 2);
    EXPECT_EQ(*pool.acquire(any), 3);
    EXPECT_EQ(*pool.acquire(any), 1);
    EXPECT_EQ(pool.acquire(any), nullptr);
}

TEST(IdlePool, drops_the_least_recently_used_one_if_there_are_more_than_64) {
    Pool pool;
    const auto first = std::make_shared<int>(0);
    const auto second = std::make_shared<int>(1);
    pool.release(first);
    pool.release(second);
    for (int number = 2; number < 64; ++number) pool.release(std::make_shared<int>(number));
    EXPECT_EQ(first.use_count(), 2);
    pool.release(std::make_shared<int>(64));
    EXPECT_EQ(first.use_count(), 1);
    EXPECT_EQ(second.use_count(), 2);
}

}  // namespace
}  // namespace apivideo::detail
