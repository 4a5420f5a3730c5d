// SPDX-License-Identifier: MIT
// Catches what a test expects to be thrown, so that it can be looked at.
#pragma once

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <string_view>
#include <typeinfo>
#include <utility>

namespace apivideo::test_support {

/// What @p function throws, which must be of exactly this type.
template <class Expected, class Function>
Expected thrown_by(Function&& function) {
    try {
        std::forward<Function>(function)();
    } catch (const Expected& e) {
        EXPECT_EQ(typeid(e).name(), typeid(Expected).name()) << "thrown: " << e.what();
        return e;
    }
    throw std::logic_error{std::string{"nothing was thrown, expected "} + typeid(Expected).name()};
}

/// Whether @p text has nothing in it that ends a line, moves a cursor or turns its direction, wherever it is shown.
inline bool is_one_line(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte < 0x20 || byte == 0x7f) return false;
        if (byte == 0xc2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xa0) return false;
        const std::string_view three = text.substr(i, 3);
        if (three >= "\xe2\x80\x8e" && three <= "\xe2\x80\x8f") return false;
        if (three >= "\xe2\x80\xa8" && three <= "\xe2\x80\xae") return false;
        if (three >= "\xe2\x81\xa6" && three <= "\xe2\x81\xa9") return false;
        if (text.substr(i, 2) == "\xd8\x9c") return false;
    }
    return true;
}

}  // namespace apivideo::test_support
