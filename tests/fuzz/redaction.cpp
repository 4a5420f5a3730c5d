// SPDX-License-Identifier: MIT
// Whatever an answer holds: no secret is left in it, read raw or as a JSON string, and nothing else is taken out.
#include "pipeline/redaction.hpp"
#include "fuzz/invariants.hpp"
#include "fuzz/targets.hpp"

#include <algorithm>
#include <vector>

namespace apivideo::fuzz {
namespace {

constexpr std::string_view replacement = "[redacted]";
constexpr std::size_t shortest_recognizable = 8;

/// Keys and tokens are printable ASCII; one with brackets can come about where the replacement is.
bool is_secret(std::string_view text) {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c <= '~' && c != '[' && c != ']'; });
}

std::string_view take_line(std::string_view& text) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    return line;
}

/// Whether what is left of @p text stands in it in that order.
bool is_what_is_left(std::string_view redacted, std::string_view text) {
    while (true) {
        const std::size_t end = std::min(redacted.find(replacement), redacted.size());
        const std::size_t found = text.find(redacted.substr(0, end));
        if (found == std::string_view::npos) return false;
        text.remove_prefix(found + end);
        if (end == redacted.size()) return true;
        redacted.remove_prefix(end + replacement.size());
    }
}

}  // namespace

void redaction(std::string_view lines) {
    std::vector<std::string> secrets;
    for (int i = 0; i < 3; ++i)
        if (const std::string_view line = take_line(lines); is_secret(line)) secrets.emplace_back(line);
    const std::string redacted = detail::Redactor{secrets}.redacted(lines);

    const nlohmann::json as_string = nlohmann::json::parse('"' + redacted + '"', nullptr, false);
    const std::string read = as_string.is_string() ? as_string.get<std::string>() : std::string{};
    bool present = lines.find('\\') != std::string_view::npos;
    for (const std::string& secret : secrets) {
        present = present || lines.find(secret) != std::string_view::npos;
        if (secret.size() < shortest_recognizable) continue;
        require(redacted.find(secret) == std::string::npos, "no secret is left");
        require(read.find(secret) == std::string::npos, "no secret is left to a reader of JSON");
    }
    require(present || redacted == lines, "a text without secrets stays as it is");
    require(is_what_is_left(redacted, lines), "nothing is added but what stands for secrets");
    require(redacted.size() <= 2 * lines.size() + 200, "a text hardly grows");
}

}  // namespace apivideo::fuzz
