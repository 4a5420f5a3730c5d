// SPDX-License-Identifier: MIT
// What the fuzz targets check with.
#pragma once

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace apivideo::fuzz {

/// Ends a fuzzer with a finding, and fails a test.
class BrokenInvariant : public std::logic_error {
  public:
    using std::logic_error::logic_error;
};

/// @throws BrokenInvariant unless @p holds.
inline void require(bool holds, const std::string& invariant) {
    if (!holds) throw BrokenInvariant{invariant};
}

/// @throws BrokenInvariant unless @p text is one line of valid UTF-8.
void require_one_line(const std::string& text);

/// A document as nlohmann's tree parser reads it: the second opinion on what our handlers read in one pass.
struct Document {
    nlohmann::json tree;         ///< Discarded where the text is not one JSON document.
    bool repeats_names = false;  ///< An object has two members of one name, of which the tree has but one.
    int levels = 0;              ///< How deep arrays and objects are nested.

    [[nodiscard]] bool valid() const { return !tree.is_discarded() && levels <= 64; }
};

[[nodiscard]] Document read_document(std::string_view text);

/// The integer, where 64 bits hold it.
[[nodiscard]] std::optional<std::int64_t> integer(const nlohmann::json& value);
/// The integer member of that name, where 64 bits hold it.
[[nodiscard]] std::optional<std::int64_t> integer_member(const nlohmann::json& object, const char* name);
/// The string member of that name.
[[nodiscard]] std::optional<std::string> string_member(const nlohmann::json& object, const char* name);

}  // namespace apivideo::fuzz
