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

/// The parts of a text that are to be replaced: in order, and none touches the next.
class Parts {
  public:
    struct Part {
        std::size_t begin;
        std::size_t end;
    };

    /// Parts that touch become one. @param added ends where the part that was added before ends, or later.
    void add(Part added) {
        while (!parts_.empty() && parts_.back().end >= added.begin) {
            added.begin = std::min(added.begin, parts_.back().begin);
            parts_.pop_back();
        }
        parts_.push_back(added);
    }

    [[nodiscard]] std::string replaced_in(std::string_view text) const {
        std::size_t size = text.size();
        for (const Part& part : parts_) size = size + replacement.size() - (part.end - part.begin);
        if (size > max_size(text)) return std::string{replacement};
        std::string result;
        result.reserve(size);
        std::size_t kept_from = 0;
        for (const Part& part : parts_) {
            result += text.substr(kept_from, part.begin - kept_from);
            result += replacement;
            kept_from = part.end;
        }
        result += text.substr(kept_from);
        return result;
    }

  private:
    static std::size_t max_size(std::string_view text) noexcept { return 2 * text.size() + 200; }

    std::deque<Part> parts_{};
};

/// A text as one reader sees it, character by character.
class Reader {
  public:
    Reader(const AhoCorasick& secrets, std::string_view text, Parts& found)
        : secrets_{secrets}, text_{text}, found_{found}, begins_(secrets.max_word_length()) {}

    /// @param character stands in the text from @p begin to @p end, and the one before ends at @p begin.
    void read(char character, std::size_t begin, std::size_t end) {
        state_ = secrets_.next(state_, character);
        if (state_ == AhoCorasick::root) return;
        if (++newest_ == begins_.size()) newest_ = 0;
        begins_[newest_] = begin;
        const AhoCorasick::State secret = secrets_.longest_word(state_);
        if (secret != AhoCorasick::root) add_found(secret, end);
    }

    [[nodiscard]] bool is_within_secret() const noexcept { return state_ != AhoCorasick::root; }

  private:
    /// Adds the longest secret that counts: the others that end here are parts of it.
    void add_found(AhoCorasick::State secret, std::size_t end) {
        for (; secret != AhoCorasick::root; secret = secrets_.shorter_word(secret)) {
            const std::size_t length = secrets_.length_of(secret);
            const std::size_t begin = begin_of_last(length);
            if (length >= min_length_within_words || is_word_apart(text_, begin, end)) return found_.add({begin, end});
        }
    }

    /// Where the last @p count characters begin.
    [[nodiscard]] std::size_t begin_of_last(std::size_t count) const {
        const std::size_t back = count - 1;
        return begins_[back <= newest_ ? newest_ - back : newest_ + begins_.size() - back];
    }

    const AhoCorasick& secrets_;
    std::string_view text_;
    Parts& found_;
    AhoCorasick::State state_ = AhoCorasick::root;
    std::vector<std::size_t> begins_;  ///< A ring: where each of the last characters begins that may be of a secret.
    std::size_t newest_ = 0;           ///< The place of the last one.
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

std::size_t Redactor::next_beginning(std::string_view text, std::size_t begin) const noexcept {
    while (begin < text.size()) {
        const Character character = character_at(text, begin);
        if (character.length > 2 || secrets_.begins_word(character.value) || secrets_.begins_word(text[begin])) break;
        begin += character.length;
    }
    return begin;
}

std::string Redactor::redacted(std::string_view text) const {
    Parts secrets;
    Reader as_it_is{secrets_, text, secrets};
    Reader as_json{secrets_, text, secrets};
    const bool has_escapes = text.find('\\') != std::string_view::npos;
    for (std::size_t begin = next_beginning(text, 0); begin < text.size();) {
        const Character character = character_at(text, begin);
        const std::size_t end = begin + character.length;
        for (std::size_t i = begin; i < end; ++i) as_it_is.read(text[i], i, i + 1);
        if (has_escapes) as_json.read(character.value, begin, end);
        const bool within_secret = as_it_is.is_within_secret() || as_json.is_within_secret();
        begin = within_secret ? end : next_beginning(text, end);
    }
    return secrets.replaced_in(text);
}

void Redactor::redact(HttpResponse& response) const {
    response.reason = redacted(response.reason);
    response.body = redacted(response.body);
    HttpHeaders headers;
    for (const HttpHeader& header : response.headers) headers.add(redacted(header.name), redacted(header.value));
    response.headers = std::move(headers);
}

}  // namespace apivideo::detail
