// SPDX-License-Identifier: MIT
// Heads and chunks without end. cpprestsdk holds all of them in memory before this library sees any, which
// docs/transports.md says; here it is shown, in processes of their own, and any better transport is held to the limit.
#include "hostile/ordeal.hpp"

#include "support/sanitizers.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <iostream>
#include <tuple>

namespace apivideo::tests {
namespace {

using Parameter = std::tuple<TransportKind, HostileCase>;

std::string name_of(const ::testing::TestParamInfo<Parameter>& info) {
    const TransportKind& kind = std::get<0>(info.param);
    return kind.name + (kind.bounds_heads_and_chunks ? "_bounds_" : "_cannot_bound_") + std::get<1>(info.param).name;
}

constexpr int exceeds_memory = 3;

/// Never returns.
void undergo_and_exit(const HostileCase& row, const TransportKind& kind) {
    const Verdict verdict = undergo(row, kind);
    for (const std::string& fault : verdict.faults) std::cerr << fault << '\n';
    ::_exit(verdict.within_memory ? 0 : exceeds_memory);
}

class BoundlessServer : public ::testing::TestWithParam<Parameter> {};

TEST_P(BoundlessServer, fills_no_memory_unless_nothing_can_be_done) {
    const auto& [kind, row] = GetParam();
    if (kind.bounds_heads_and_chunks) {
        for (const std::string& fault : undergo(row, kind).faults) ADD_FAILURE() << fault;
        return;
    }
    if (is_sanitized) GTEST_SKIP() << "sanitizers take memory of their own";
    GTEST_FLAG_SET(death_test_style, "threadsafe");
    EXPECT_EXIT(undergo_and_exit(row, kind), ::testing::ExitedWithCode(exceeds_memory), "MiB of memory")
        << "it is bounded now: say so in transport_kinds.cpp and docs/transports.md";
}

INSTANTIATE_TEST_SUITE_P(On, BoundlessServer,
                         ::testing::Combine(::testing::ValuesIn(transport_kinds()),
                                            ::testing::ValuesIn(boundless_cases())),
                         name_of);

}  // namespace
}  // namespace apivideo::tests
