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
    for (const int number : {1, 2, 3}) pool.keep(std::make_shared<int>(number));
    EXPECT_EQ(*pool.take([](int number) { return number < 3; }), 2);
    EXPECT_EQ(*pool.take(any), 3);
    EXPECT_EQ(*pool.take(any), 1);
    EXPECT_EQ(pool.take(any), nullptr);
}

TEST(IdlePool, drops_the_one_that_waits_longest_where_there_are_more_than_64) {
    Pool pool;
    const auto first = std::make_shared<int>(0);
    const auto second = std::make_shared<int>(1);
    pool.keep(first);
    pool.keep(second);
    for (int number = 2; number < 64; ++number) pool.keep(std::make_shared<int>(number));
    EXPECT_EQ(first.use_count(), 2);
    pool.keep(std::make_shared<int>(64));
    EXPECT_EQ(first.use_count(), 1);
    EXPECT_EQ(second.use_count(), 2);
}

}  // namespace
}  // namespace apivideo::detail
