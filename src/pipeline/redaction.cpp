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

/// The character at @p begin of @p text as a JSON string, of which only the escapes of ASCII are read.
inline Character character_at(std::string_view text, std::size_t begin) noexcept {
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

/// Searches a text that is read character by character, and adds the secrets that it finds.
class Search {
  public:
    Search(const AhoCorasick& secrets, std::string_view text, Parts& found)
        : secrets_{secrets}, text_{text}, found_{found}, begins_(secrets.max_word_length() + 1) {}

    /// @param character stands in the text from @p begin to @p end.
    void read(char character, std::size_t begin, std::size_t end) {
        state_ = secrets_.next(state_, character);
        if (state_ == AhoCorasick::root) return;
        begins_[++characters_ % begins_.size()] = begin;
        // The longest secret that counts covers the others that end here.
        for (auto secret = secrets_.longest_word(state_); secret != AhoCorasick::root;
             secret = secrets_.shorter_word(secret)) {
            const std::size_t length = secrets_.length_of(secret);
            const Part part{begins_[(characters_ - length + 1) % begins_.size()], end};
            if (length >= min_length_within_words || is_word_apart(text_, part.begin, end)) return add(found_, part);
        }
    }

    [[nodiscard]] bool is_within_secret() const noexcept { return state_ != AhoCorasick::root; }

  private:
    const AhoCorasick& secrets_;
    std::string_view text_;
    Parts& found_;
    AhoCorasick::State state_ = AhoCorasick::root;
    std::vector<std::size_t> begins_;  ///< A ring: where each of the last characters begins.
    std::size_t characters_ = 0;       ///< How many were put into the ring.
};

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
    Parts found;
    Search as_it_is{secrets_, text, found};
    Search as_json{secrets_, text, found};
    const bool has_escapes = text.find('\\') != std::string_view::npos;
    for (std::size_t begin = 0; begin < text.size();) {
        const Character character = character_at(text, begin);
        const std::size_t end = begin + character.length;
        const bool may_begin_secret =
            character.length > 2 || secrets_.begins_word(character.value) || secrets_.begins_word(text[begin]);
        if (may_begin_secret || as_it_is.is_within_secret() || as_json.is_within_secret()) {
            for (std::size_t i = begin; i < end; ++i) as_it_is.read(text[i], i, i + 1);
            if (has_escapes) as_json.read(character.value, begin, end);
        }
        begin = end;
    }
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
