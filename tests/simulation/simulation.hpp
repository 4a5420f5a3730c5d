// SPDX-License-Identifier: MIT
// One run: callers, the client's pipeline and the service, from a seed.
#pragma once

#include <cstdint>
#include <string>

namespace apivideo::simulation {

struct Outcome {
    std::string broken;  ///< The first rule that was broken. Empty: none was.
    std::string log;
};

/// @param is_logged whether Outcome::log is written. It changes nothing else.
[[nodiscard]] Outcome run(std::uint64_t seed, bool is_logged);

}  // namespace apivideo::simulation
