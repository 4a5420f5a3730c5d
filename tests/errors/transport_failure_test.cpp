// SPDX-License-Identifier: MIT
// The names of the failures.
#include <apivideo/transport_failure.hpp>

#include <gtest/gtest.h>

namespace apivideo {
namespace {

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

}  // namespace
}  // namespace apivideo
