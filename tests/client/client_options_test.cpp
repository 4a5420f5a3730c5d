// SPDX-License-Identifier: MIT
// The options of a client as values.
#include <apivideo/client_options.hpp>

#include <gtest/gtest.h>

#include "support/equality.hpp"

#include <sstream>
#include <string>

namespace apivideo {
namespace {

using test_support::expect_equality_sees;

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

TEST(NamesAndVersions, are_equal_member_by_member) {
    using Model = NameAndVersion;
    expect_equality_sees<Model>([](Model& m) { m.name = "a"; }, [](Model& m) { m.version = "1"; });
}

TEST(RetryOptionSets, are_equal_member_by_member) {
    using Model = RetryOptions;
    using std::chrono::milliseconds;
    expect_equality_sees<Model>([](Model& m) { m.max_attempts = 1; }, [](Model& m) { m.first_delay = milliseconds{1}; },
                                [](Model& m) { m.max_delay = milliseconds{1}; },
                                [](Model& m) { m.attempt_timeout = milliseconds{1}; });
}

}  // namespace
}  // namespace apivideo
