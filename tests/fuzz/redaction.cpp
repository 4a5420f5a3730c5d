// SPDX-License-Identifier: MIT
// Whatever an answer holds: what is left is what a slow and simple search leaves, and no secret is in it.
#include "pipeline/redaction.hpp"
#include "fuzz/invariants.hpp"
#include "fuzz/targets.hpp"
#include "text/ascii.hpp"

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

/// A text as somebody reads it.
struct Reading {
    std::string characters{};
    std::vector<std::size_t> begins{};  ///< Where each of them begins in the text, and where the text ends.

    void add(char character, std::size_t begin) {
        characters += character;
        begins.push_back(begin);
    }
};

Reading as_it_is(std::string_view text) {
    Reading reading;
    for (std::size_t i = 0; i < text.size(); ++i) reading.add(text[i], i);
    reading.begins.push_back(text.size());
    return reading;
}

/// @param code_mark what stands before two hex digits. @param marked what stands for itself behind a backslash.
Reading decoded(const Reading& encoded, std::string_view code_mark, std::string_view marked) {
    const std::string& text = encoded.characters;
    Reading reading;
    for (std::size_t i = 0; i < text.size();) {
        const std::string digits = text.compare(i, code_mark.size(), code_mark) == 0
                                       ? text.substr(std::min(text.size(), i + code_mark.size()), 2)
                                       : std::string{};
        const bool is_code = digits.find_first_not_of("0123456789abcdefABCDEF") == std::string::npos;
        if (digits.size() == 2 && is_code) {
            reading.add(static_cast<char>(std::stoi(digits, nullptr, 16)), encoded.begins[i]);
            i += code_mark.size() + 2;
        } else if (text[i] == '\\' && i + 1 < text.size() && marked.find(text[i + 1]) != std::string_view::npos) {
            reading.add(text[i + 1], encoded.begins[i]);
            i += 2;
        } else {
            reading.add(text[i], encoded.begins[i]);
            i += 1;
        }
    }
    reading.begins.push_back(encoded.begins.back());
    return reading;
}

Reading as_json(const Reading& text) { return decoded(text, "\\u00", "\"\\/"); }
Reading as_percent_encoded(const Reading& text) { return decoded(text, "%", ""); }

bool counts(std::string_view text, const std::string& secret, std::size_t begin, std::size_t end) {
    return secret.size() >= shortest_recognizable || ((begin == 0 || !detail::is_alphanumeric(text[begin - 1])) &&
                                                      (end == text.size() || !detail::is_alphanumeric(text[end])));
}

std::string expected_of(std::string_view text, const std::vector<std::string>& secrets) {
    std::vector<bool> hidden(text.size());
    const Reading raw = as_it_is(text);
    for (const Reading& reading : {raw, as_json(raw), as_percent_encoded(raw), as_percent_encoded(as_json(raw))}) {
        for (const std::string& secret : secrets) {
            std::size_t at = 0;
            for (; (at = reading.characters.find(secret, at)) != std::string::npos; ++at) {
                const std::size_t begin = reading.begins[at];
                const std::size_t end = reading.begins[at + secret.size()];
                if (!counts(text, secret, begin, end)) continue;
                for (std::size_t i = begin; i < end; ++i) hidden[i] = true;
            }
        }
    }
    std::string expected;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!hidden[i]) expected += text[i];
        if (hidden[i] && (i == 0 || !hidden[i - 1])) expected += replacement;
    }
    return expected.size() > 2 * text.size() + 200 ? std::string{replacement} : expected;
}

}  // namespace

void redaction(std::string_view lines) {
    std::vector<std::string> secrets;
    for (int i = 0; i < 3; ++i)
        if (const std::string_view line = take_line(lines); is_secret(line)) secrets.emplace_back(line);
    const std::string redacted = detail::Redactor{secrets}.redacted(lines);
    require(redacted == expected_of(lines, secrets), "what a simple search finds is taken out, and nothing else");

    const nlohmann::json as_string = nlohmann::json::parse('"' + redacted + '"', nullptr, false);
    const std::string read = as_string.is_string() ? as_string.get<std::string>() : std::string{};
    for (const std::string& secret : secrets) {
        if (secret.size() < shortest_recognizable) continue;
        require(redacted.find(secret) == std::string::npos, "no secret is left");
        require(read.find(secret) == std::string::npos, "no secret is left to a reader of JSON");
    }
    require(redacted.size() <= 2 * lines.size() + 200, "a text hardly grows");
}

}  // namespace apivideo::fuzz
