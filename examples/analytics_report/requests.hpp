// SPDX-License-Identifier: MIT
// From the command line to the request of a call.
#pragma once

#include "options.hpp"

namespace analytics_report {

/// @param now the end of the period if the command line names none.
/// @throws Refused where an option cannot be understood.
[[nodiscard]] Request request_of(const CommandLine& line, date::sys_seconds now);

}  // namespace analytics_report
