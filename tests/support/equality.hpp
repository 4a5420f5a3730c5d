// SPDX-License-Identifier: MIT
// Whether `==` of a value sees each of its members.
#pragma once

#include <gtest/gtest.h>

namespace apivideo::test_support {

/// Each change must make two equal values unequal.
template <class Model, class... Changes>
void expect_equality_sees(Changes... changes) {
    EXPECT_EQ(Model{}, Model{});
    EXPECT_FALSE(Model{} != Model{});
    const auto check = [](auto change) {
        Model changed;
        change(changed);
        EXPECT_NE(changed, Model{});
        EXPECT_FALSE(changed == Model{});
        const Model copy = changed;
        EXPECT_EQ(changed, copy);
    };
    (check(changes), ...);
}

}  // namespace apivideo::test_support
