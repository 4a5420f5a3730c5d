// SPDX-License-Identifier: MIT
// Removes credentials from answers that repeat them.
#include "pipeline/redaction.hpp"

#include "text/ascii.hpp"
#include "text/base64.hpp"

#include <algorithm>
#include <cstddef>
#include <deque>
#include <utility>

namespace apivideo::detail {
namespace {

constexpr std::string_view replacement = "[redacted]";

/// The service's own secrets are longer. A shorter one within a longer word is a coincidence.
constexpr std::size_t min_length_within_words = 8;

struct Character {
    char value;
    std::size_t length;  ///< In bytes of the text: more than one if it is escaped.
};

/// Returns the character that begins at @p begin, in one way to decode the text.
using Decoding = Character(std::string_view text, std::size_t begin) noexcept;

Character as_it_is(std::string_view text, std::size_t begin) noexcept { return {text[begin], 1}; }

/// Of the escapes of JSON only those of ASCII are read.
Character as_json(std::string_view text, std::size_t begin) noexcept {
    const std::size_t left = text.size() - begin;
    const char first = text[begin];
    if (first != '\\' || left < 2) return {first, 1};
    const char second = text[begin + 1];
    if (second == '"' || second == '\\' || second == '/') return {second, 2};
    if (left < 6 || text.substr(begin + 1, 3) != "u00") return {first, 1};
    const int high = hex_value(text[begin + 4]);
    const int low = hex_value(text[begin + 5]);
    return high < 0 || low < 0 ? Character{first, 1} : Character{static_cast<char>(high * 16 + low), 6};
}

/// Decodes %XX, where @p inner reads each of the three characters.
template <Decoding inner>
Character as_percent_encoded(std::string_view text, std::size_t begin) noexcept {
    const Character percent = inner(text, begin);
    if (percent.value != '%') return percent;
    Character decoded{0, percent.length};
    for (int i = 0; i < 2; ++i) {
        if (begin + decoded.length == text.size()) return percent;
        const Character digit = inner(text, begin + decoded.length);
        const int value = hex_value(digit.value);
        if (value < 0) return percent;
        decoded = {static_cast<char>(decoded.value * 16 + value), decoded.length + digit.length};
    }
    return decoded;
}

bool is_word_apart(std::string_view text, std::size_t begin, std::size_t end) noexcept {
    return (begin == 0 || !is_alphanumeric(text[begin - 1])) && (end == text.size() || !is_alphanumeric(text[end]));
}

struct Part {
    std::size_t begin;
    std::size_t end;
};
using Parts = std::deque<Part>;  // which grows without a copy: a hostile text may hold a million

/// Appends @p added, which ends where the last part ends or later. Parts that touch become one.
void add(Parts& parts, Part added) {
    while (!parts.empty() && parts.back().end >= added.begin) {
        added.begin = std::min(added.begin, parts.back().begin);
        parts.pop_back();
    }
    parts.push_back(added);
}

/// @p a and @p b in one list, in their order.
Parts united(const Parts& a, const Parts& b) {
    Parts both;
    for (auto next_a = a.begin(), next_b = b.begin(); next_a != a.end() || next_b != b.end();) {
        const bool a_is_next = next_b == b.end() || (next_a != a.end() && next_a->end <= next_b->end);
        add(both, a_is_next ? *next_a++ : *next_b++);
    }
    return both;
}

std::string with_replacements(std::string_view text, const Parts& parts) {
    std::size_t size = text.size();
    for (const Part& part : parts) size = size + replacement.size() - (part.end - part.begin);
    constexpr std::size_t always_allowed = 200;
    if (size > 2 * text.size() + always_allowed) return std::string{replacement};
    std::string result;
    result.reserve(size);
    std::size_t kept_from = 0;
    for (const Part& part : parts) {
        result.append(text, kept_from, part.begin - kept_from) += replacement;
        kept_from = part.end;
    }
    return result.append(text, kept_from);
}

/// Where the secrets are in @p text, decoded by @p decoding.
template <Decoding decoding>
Parts search(const AhoCorasick& secrets, std::string_view text) {
    Parts found;
    // A ring: where each of the last characters begins.
    std::vector<std::size_t> begins(std::min(secrets.max_word_length(), text.size()));
    std::size_t characters = 0;
    AhoCorasick::State state = AhoCorasick::root;
    for (std::size_t begin = 0, end = 0; begin < text.size(); begin = end) {
        const Character character = decoding(text, begin);
        end = begin + character.length;
        state = secrets.next(state, character.value);
        if (state == AhoCorasick::root) continue;
        begins[characters++ % begins.size()] = begin;
        // The longest secret that counts covers the others that end here.
        for (auto secret = secrets.longest_word(state); secret != AhoCorasick::root;
             secret = secrets.shorter_word(secret)) {
            const std::size_t length = secrets.length_of(secret);
            const Part part{begins[(characters - length) % begins.size()], end};
            if (length < min_length_within_words && !is_word_apart(text, part.begin, end)) continue;
            add(found, part);
            break;
        }
    }
    return found;
}

}  // namespace

std::vector<std::string> spellings_of_key(const std::string& api_key) {
    std::vector<std::string> spellings{api_key};
    for (std::string encoded : {base64(api_key + ':'), base64(api_key)}) {
        encoded.erase(encoded.find_last_not_of('=') + 1);
        spellings.push_back(encoded);
        std::replace(encoded.begin(), encoded.end(), '+', '-');
        std::replace(encoded.begin(), encoded.end(), '/', '_');
        spellings.push_back(encoded);
    }
    return spellings;
}

std::string Redactor::redacted(std::string_view text) const {
    const auto has = [&](std::string_view part) { return text.find(part) != std::string_view::npos; };
    const bool has_escapes = has("\\");
    const bool has_percents = has("%") || (has_escapes && has("\\u0025"));
    Parts found = search<as_it_is>(secrets_, text);
    if (has_escapes) found = united(found, search<as_json>(secrets_, text));
    if (has_percents) found = united(found, search<as_percent_encoded<as_it_is>>(secrets_, text));
    if (has_escapes && has_percents) found = united(found, search<as_percent_encoded<as_json>>(secrets_, text));
    return with_replacements(text, found);
}

void Redactor::redact(HttpResponse& response) const {
    response.reason = redacted(response.reason);
    response.body = redacted(response.body);
    HttpHeaders headers;
    for (const HttpHeader& header : response.headers) headers.add(redacted(header.name), redacted(header.value));
    response.headers = std::move(headers);
}

}  // namespace apivideo::detail
