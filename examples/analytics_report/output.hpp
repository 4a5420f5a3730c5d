// SPDX-License-Identifier: MIT
// Where the report goes: standard output or a file.
#pragma once

#include "writers.hpp"

#include <optional>
#include <stdexcept>
#include <string>

namespace analytics_report {

/// The report is there, but could not be written.
class NotWritten : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// To be called before anything is opened: what is opened would take the place of a standard stream that whoever
/// started the program has closed, and be written to as if it were that. Writing to it fails instead.
void keep_standard_streams();

/// @throws Refused where it is plain before anything is sent that @p file cannot be written.
void check_output(const std::optional<std::string>& file);

[[nodiscard]] Screen screen_of(const std::optional<std::string>& file);

/// Writes all of @p text to @p file, or to standard output where it is unset. A file is replaced as a whole or not at
/// all.
/// @throws NotWritten
void write_output(const std::string& text, const std::optional<std::string>& file);

}  // namespace analytics_report
