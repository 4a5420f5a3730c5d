// SPDX-License-Identifier: MIT
// Reads the command line.
#pragma once

#include "options.hpp"

#include <string>
#include <variant>

namespace analytics_report {

/// What `--help` asks for.
struct Help {
    std::string text{};
};

/// @throws Refused where it cannot be read.
[[nodiscard]] std::variant<CommandLine, Help> read_command_line(int argc, const char* const* argv);

}  // namespace analytics_report
