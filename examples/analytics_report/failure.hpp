// SPDX-License-Identifier: MIT
// What went wrong, as a line and an exit status.
#pragma once

#include <string>
#include <string_view>

namespace analytics_report {

enum ExitStatus : int {
    done = 0,
    not_written = 1,  ///< Also for what nobody foresaw, such as too little memory.
    refused = 2,
    error_answer = 3,
    no_answer = 4,
    not_the_contract = 5,
};

struct Failure {
    ExitStatus status{not_written};
    std::string message{};
};

/// What the exception that is being handled means.
[[nodiscard]] Failure current_failure();

/// @p message on one line, without @p secret.
[[nodiscard]] std::string line_of(std::string_view message, std::string_view secret);

}  // namespace analytics_report
