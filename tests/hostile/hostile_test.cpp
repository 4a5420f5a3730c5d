// SPDX-License-Identifier: MIT
// The hostile-server suite: every row of every family, on every transport that opens sockets.
#include "hostile/ordeal.hpp"

#include "support/sanitizers.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <iostream>
#include <tuple>

namespace apivideo::tests {
namespace {

using Parameter = std::tuple<TransportKind, HostileCase>;

std::string name_of(const ::testing::TestParamInfo<Parameter>& info) {
    return std::get<0>(info.param).name + '_' + std::get<1>(info.param).name;
}

class HostileServer : public ::testing::TestWithParam<Parameter> {};

TEST_P(HostileServer, does_no_harm) {
    const auto& [kind, row] = GetParam();
    for (const std::string& fault : undergo(row, kind).faults) ADD_FAILURE() << fault;
}

#define APIVIDEO_HOSTILE_FAMILY(name, cases)                                                                           \
    INSTANTIATE_TEST_SUITE_P(name, HostileServer,                                                                      \
                             ::testing::Combine(::testing::ValuesIn(transport_kinds()), ::testing::ValuesIn(cases())), \
                             name_of)

APIVIDEO_HOSTILE_FAMILY(Framing, framing_cases);
APIVIDEO_HOSTILE_FAMILY(Head, head_cases);
APIVIDEO_HOSTILE_FAMILY(Time, time_cases);
APIVIDEO_HOSTILE_FAMILY(Json, json_cases);
APIVIDEO_HOSTILE_FAMILY(Types, type_cases);
APIVIDEO_HOSTILE_FAMILY(Numbers, number_cases);
APIVIDEO_HOSTILE_FAMILY(Pagination, pagination_cases);
APIVIDEO_HOSTILE_FAMILY(Authentication, authentication_cases);
APIVIDEO_HOSTILE_FAMILY(Echoes, echo_cases);
APIVIDEO_HOSTILE_FAMILY(Redirects, redirect_cases);
APIVIDEO_HOSTILE_FAMILY(Compression, compression_cases);
APIVIDEO_HOSTILE_FAMILY(Size, size_cases);
APIVIDEO_HOSTILE_FAMILY(RateLimits, rate_limit_cases);

}  // namespace
}  // namespace apivideo::tests
