// SPDX-License-Identifier: MIT
// Numbers with a fraction or an exponent: as integers exact or none, as doubles the nearest.
#include "json/number_text.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <optional>
#include <string>

namespace apivideo::detail::json {
namespace {

TEST(NumberIn, is_the_nearest_double) {
    for (const double number : {0.0, 7.0, 346.5, 0.1, -1e-7, 1e25, 5e-324, 1.7976931348623157e308})
        for (const char* format : {"%.17g", "%.17e"}) {
            std::array<char, 64> text{};
            std::snprintf(text.data(), text.size(), format, number);
            EXPECT_EQ(number_in(text.data()), number) << text.data();
        }
    EXPECT_TRUE(std::signbit(number_in("-0.0")));
}

TEST(WholeNumber, is_the_integer_that_the_number_equals) {
    const struct {
        const char* text;
        std::int64_t number;
    } cases[] = {{"7.0", 7},
                 {"-7.0", -7},
                 {"7", 7},
                 {"1.0E+2", 100},
                 {"1e2", 100},
                 {"1.25e2", 125},
                 {"125000e-3", 125},
                 {"0.00007e5", 7},
                 {"1200.00", 1200},
                 {"0.0", 0},
                 {"-0.0", 0},
                 {"0e400", 0},
                 {"0.000e-99999999999999999999", 0},
                 {"9007199254740992.0", 9007199254740992},
                 {"-9007199254740992.0", -9007199254740992},
                 {"9007199254740991.000", 9007199254740991},
                 {"9.007199254740991e15", 9007199254740991},
                 {"1e15", 1000000000000000}};
    for (const auto& c : cases) EXPECT_EQ(whole_number(c.text), c.number) << c.text;
}

TEST(WholeNumber, is_none_if_the_number_has_a_fraction_however_small) {
    for (const char* text : {"7.5", "0.1", "1e-1", "125e-3", "4503599627370496.3", "7.00000000000000000000000001",
                             "9007199254740991.5", "1e-99999999999999999999"})
        EXPECT_EQ(whole_number(text), std::nullopt) << text;
}

TEST(WholeNumber, is_none_beyond_the_range_in_which_doubles_are_exact) {
    for (const char* text : {"9007199254740993.0", "-9007199254740993.0", "9007199254740994.0", "1e16", "1e300",
                             "1e99999999999999999999", "99999999999999999999999"})
        EXPECT_EQ(whole_number(text), std::nullopt) << text;
}

TEST(WholeNumber, takes_a_text_of_megabytes) {
    EXPECT_EQ(whole_number("7." + std::string(8'000'000, '0')), 7);
    EXPECT_EQ(whole_number(std::string(8'000'000, '9') + ".0"), std::nullopt);
}

}  // namespace
}  // namespace apivideo::detail::json
