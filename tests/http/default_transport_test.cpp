// SPDX-License-Identifier: MIT
// The default transport: there is one, and it is made with the options given.
#include <apivideo/http/default_transport.hpp>

#include <apivideo/errors.hpp>

#include <gtest/gtest.h>

#include "support/thrown.hpp"

namespace apivideo {
namespace {

TEST(DefaultTransport, is_never_null_and_a_new_one_each_time) {
    const auto one = make_default_transport();
    EXPECT_NE(one, nullptr);
    EXPECT_NE(make_default_transport(), one);
}

TEST(DefaultTransport, refuses_options_that_cannot_be_used) {
    TransportOptions options;
    options.max_body_bytes = 0;
    const auto e = test_support::thrown_by<InvalidRequestException>([&] { (void)make_default_transport(options); });
    EXPECT_EQ(e.field(), "max_body_bytes");
}

}  // namespace
}  // namespace apivideo
