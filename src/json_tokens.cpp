// SPDX-License-Identifier: MIT
// Finds JSON that is not to be parsed, since the parser would hold a part of it many times over.
#include "json_tokens.hpp"

namespace apivideo::detail {
namespace {

constexpr std::string_view between_tokens = " \t\r\n{}[],:\"";

/// Where the token that begins at @p begin ends.
std::size_t end_of_token(std::string_view json, std::size_t begin) noexcept {
    if (json[begin] != '"') {
        const std::size_t end = json.find_first_of(between_tokens, begin);
        return end == std::string_view::npos ? json.size() : end;
    }
    for (std::size_t i = begin + 1; i < json.size(); ++i) {
        if (json[i] == '"') return i + 1;
        if (json[i] == '\\') ++i;
    }
    return json.size();
}

}  // namespace

bool has_longer_token(std::string_view json) noexcept {
    if (json.size() <= longest_json_token) return false;
    for (std::size_t i = 0; i < json.size();) {
        const bool begins_token = json[i] == '"' || between_tokens.find(json[i]) == std::string_view::npos;
        const std::size_t end = begins_token ? end_of_token(json, i) : i + 1;
        if (end - i > longest_json_token) return true;
        i = end;
    }
    return false;
}

}  // namespace apivideo::detail
