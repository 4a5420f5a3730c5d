// SPDX-License-Identifier: MIT
// The names of the failures.
#include <apivideo/transport_failure.hpp>

#include <gtest/gtest.h>

#include <sstream>
#include <string>

namespace apivideo {
namespace {

std::string written(TransportFailure failure) {
    std::ostringstream stream;
    stream << failure;
    return stream.str();
}

TEST(TransportFailureNames, are_those_of_the_enumerators) {
    const struct {
        TransportFailure failure;
        const char* name;
    } cases[] = {{TransportFailure::resolve, "resolve"},
                 {TransportFailure::connect, "connect"},
                 {TransportFailure::tls, "tls"},
                 {TransportFailure::proxy, "proxy"},
                 {TransportFailure::timeout, "timeout"},
                 {TransportFailure::cancelled, "cancelled"},
                 {TransportFailure::connection_closed, "connection_closed"},
                 {TransportFailure::truncated, "truncated"},
                 {TransportFailure::too_large, "too_large"},
                 {TransportFailure::protocol, "protocol"},
                 {TransportFailure::invalid_request, "invalid_request"},
                 {TransportFailure::other, "other"},
                 {TransportFailure{}, "unknown"},
                 {static_cast<TransportFailure>(99), "unknown"}};
    for (const auto& c : cases) EXPECT_STREQ(to_string(c.failure), c.name);
}

TEST(TransportFailures, are_written_to_streams_by_name) {
    for (int number = 1; number <= static_cast<int>(TransportFailure::other); ++number) {
        const auto failure = static_cast<TransportFailure>(number);
        EXPECT_EQ(written(failure), to_string(failure));
    }
}

TEST(TransportFailures, out_of_range_are_written_to_streams_as_numbers) {
    EXPECT_EQ(written(TransportFailure{}), "TransportFailure(0)");
    EXPECT_EQ(written(static_cast<TransportFailure>(99)), "TransportFailure(99)");
}

}  // namespace
}  // namespace apivideo
