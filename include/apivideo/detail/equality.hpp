// SPDX-License-Identifier: MIT
/// @file
/// @brief `==` and `!=` of the value types, member by member.
#pragma once

#include <tuple>
#include <utility>

namespace apivideo {

/// Whether all members are equal, for each struct that lists its members by a friend `members()`.
template <class T, class = decltype(members(std::declval<const T&>()))>
bool operator==(const T& a, const T& b) {
    return members(a) == members(b);
}
/// Whether any member differs.
template <class T, class = decltype(members(std::declval<const T&>()))>
bool operator!=(const T& a, const T& b) {
    return !(a == b);
}

}  // namespace apivideo
