// SPDX-License-Identifier: MIT
// What the decoder is held against. Each in a source of its own, where the compiler treats it as if it were alone.
#pragma once

#include <cstddef>
#include <string>

namespace apivideo::benchmark {

/// nlohmann's tree, made and dropped. @return how many rows it has.
[[nodiscard]] std::size_t parse_tree(const std::string& body);

/// The same, and the rows taken out of it, as the decoder does. @return how many there are.
[[nodiscard]] std::size_t parse_tree_to_rows(const std::string& body);

/// nlohmann's lexer and parser with a handler that keeps nothing. @return how many events it was told.
[[nodiscard]] std::size_t parse_events(const std::string& body);

}  // namespace apivideo::benchmark
