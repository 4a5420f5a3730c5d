// SPDX-License-Identifier: MIT
// Runs one row against the whole library and finds out what is wrong with what came of it.
#pragma once

#include "hostile/hostile_case.hpp"
#include "http/transport_kinds.hpp"

#include <string>
#include <vector>

namespace apivideo::tests {

struct Verdict {
    std::vector<std::string> faults{};  ///< Empty: all is as it must be.
    bool within_memory{true};           ///< Judged without sanitizers only.
};

[[nodiscard]] Verdict undergo(const HostileCase& row, const TransportKind& kind);

}  // namespace apivideo::tests
