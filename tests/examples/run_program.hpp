// SPDX-License-Identifier: MIT
// Runs a program and tells what it wrote and how it ended.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace apivideo::tests {

struct Ran {
    int status{-1};  ///< The exit status; -1 where a signal ended it.
    std::string out{};
    std::string err{};
};

enum class StandardOutput {
    file = 1,
    terminal,  ///< 100 columns wide, UTF-8.
    full_device,
    closed_pipe,
};

enum class StandardError {
    file = 1,
    terminal,  ///< As that of StandardOutput, but not at the same time.
};

/// @param api_key the value of APIVIDEO_API_KEY, which is not there where this is unset.
[[nodiscard]] Ran run_program(const std::string& path, const std::vector<std::string>& arguments,
                              const std::optional<std::string>& api_key,
                              StandardOutput standard_output = StandardOutput::file,
                              StandardError standard_error = StandardError::file);

/// run_program() of analytics_report.
[[nodiscard]] Ran analytics_report(const std::vector<std::string>& arguments,
                                   const std::optional<std::string>& api_key = "demo-key",
                                   StandardOutput standard_output = StandardOutput::file,
                                   StandardError standard_error = StandardError::file);

}  // namespace apivideo::tests
