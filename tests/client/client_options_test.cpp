// SPDX-License-Identifier: MIT
// The options of a client as values.
#include <apivideo/client_options.hpp>

#include <gtest/gtest.h>

#include <sstream>
#include <string>

namespace apivideo {
namespace {

std::string written(Authentication authentication) {
    std::ostringstream stream;
    stream << authentication;
    return stream.str();
}

TEST(Authentications, are_written_to_streams_by_name) {
    EXPECT_EQ(written(Authentication::bearer), "bearer");
    EXPECT_EQ(written(Authentication::basic), "basic");
}

TEST(Authentications, out_of_range_are_written_to_streams_as_numbers) {
    EXPECT_EQ(written(Authentication{}), "Authentication(0)");
    EXPECT_EQ(written(static_cast<Authentication>(17)), "Authentication(17)");
}

}  // namespace
}  // namespace apivideo
