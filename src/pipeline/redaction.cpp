// SPDX-License-Identifier: MIT
// Takes credentials out of answers that repeat them.
#include "pipeline/redaction.hpp"

#include "text/ascii.hpp"
#include "text/base64.hpp"

#include <algorithm>
#include <utility>

namespace apivideo::detail {
namespace {

constexpr std::string_view replacement = "[redacted]";

/// A secret this short is not one that the service gives out; within a longer word it is only letters.
constexpr std::size_t shortest_recognizable = 8;

struct Character {
    char value;
    std::size_t length;  ///< In bytes of the text; more than one where it is escaped.
};

/// The character that @p text begins with, to a reader of JSON strings as far as ASCII goes.
Character unescaped(std::string_view text) noexcept {
    if (text[0] != '\\' || text.size() < 2) return {text[0], 1};
    if (text[1] == '"' || text[1] == '\\' || text[1] == '/') return {text[1], 2};
    if (text.size() < 6 || text.substr(1, 3) != "u00") return {text[0], 1};
    const int high = hex_value(text[4]);
    const int low = hex_value(text[5]);
    return high < 0 || low < 0 ? Character{text[0], 1} : Character{static_cast<char>(high * 16 + low), 6};
}

Character as_it_is(std::string_view text) noexcept { return {text[0], 1}; }

bool is_word_apart(std::string_view text, std::size_t begin, std::size_t end) noexcept {
    return (begin == 0 || !is_alphanumeric(text[begin - 1])) && (end == text.size() || !is_alphanumeric(text[end]));
}

/// How many characters of @p secret are matched by @p character after @p matched of them were. (Knuth, Morris, Pratt.)
std::size_t step(std::string_view secret, const std::vector<std::size_t>& fallbacks, std::size_t matched,
                 char character) noexcept {
    while (matched > 0 && (matched == secret.size() || secret[matched] != character)) matched = fallbacks[matched];
    return secret[matched] == character ? matched + 1 : matched;
}

std::vector<std::size_t> fallbacks_of(std::string_view secret) {
    std::vector<std::size_t> fallbacks(secret.size() + 1, 0);
    for (std::size_t n = 1; n < secret.size(); ++n) fallbacks[n + 1] = step(secret, fallbacks, fallbacks[n], secret[n]);
    return fallbacks;
}

/// @p text with the replacement for each run of bytes that are covered.
std::string with_replacements(std::string_view text, const std::vector<bool>& covered) {
    std::size_t runs = 0;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!covered[i]) ++kept;
        if (covered[i] && (i == 0 || !covered[i - 1])) ++runs;
    }
    constexpr std::size_t always = 200;
    const std::size_t size = kept + runs * replacement.size();
    if (size > 2 * text.size() + always) return std::string{replacement};
    std::string out;
    out.reserve(size);
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!covered[i]) out += text[i];
        if (covered[i] && (i == 0 || !covered[i - 1])) out += replacement;
    }
    return out;
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

/// One text: which of its bytes are part of a secret.
class Redactor::Scan {
  public:
    Scan(const Redactor& redactor, std::string_view text) : redactor_{redactor}, text_{text} {
        std::size_t longest = 1;
        for (const Secret& secret : redactor.secrets_) longest = std::max(longest, secret.text.size());
        begins_.resize(longest);
    }

    template <class Next>
    void look_for_secrets(const Next& next) {
        matches_.assign(redactor_.secrets_.size(), {});
        bool within_one = false;
        std::size_t number = 0;
        for (std::size_t begin = 0; begin < text_.size(); ++number) {
            const Character character = next(text_.substr(begin));
            const std::size_t end = begin + character.length;
            if (within_one || redactor_.may_begin_[static_cast<unsigned char>(character.value)]) {
                begins_[number % begins_.size()] = begin;
                within_one = take(character.value, number, end);
            }
            begin = end;
        }
    }

    /// Empty where nothing is.
    [[nodiscard]] const std::vector<bool>& covered() const noexcept { return covered_; }

  private:
    struct Match {
        std::size_t length = 0;      ///< How many characters of the secret were just seen.
        std::size_t covered_to = 0;  ///< Where its last occurrence ended.
    };

    /// @return whether a secret may be under way.
    bool take(char character, std::size_t number, std::size_t end) {
        bool within_one = false;
        for (std::size_t i = 0; i < matches_.size(); ++i) {
            const Secret& secret = redactor_.secrets_[i];
            Match& match = matches_[i];
            match.length = step(secret.text, secret.fallbacks, match.length, character);
            if (match.length > 0) within_one = true;
            if (match.length < secret.text.size()) continue;
            const std::size_t begin = begins_[(number + 1 - secret.text.size()) % begins_.size()];
            if (secret.text.size() >= shortest_recognizable || is_word_apart(text_, begin, end))
                cover(std::max(begin, std::exchange(match.covered_to, end)), end);
        }
        return within_one;
    }

    void cover(std::size_t begin, std::size_t end) {
        covered_.resize(text_.size());
        for (std::size_t i = begin; i < end; ++i) covered_[i] = true;
    }

    const Redactor& redactor_;
    std::string_view text_;
    std::vector<std::size_t> begins_;  ///< Of the last characters, by their numbers.
    std::vector<Match> matches_{};     ///< Of each secret.
    std::vector<bool> covered_{};
};

Redactor::Redactor(std::vector<std::string> secrets) {
    std::sort(secrets.begin(), secrets.end());
    secrets.erase(std::unique(secrets.begin(), secrets.end()), secrets.end());
    for (std::string& secret : secrets) {
        if (secret.empty()) continue;
        may_begin_[static_cast<unsigned char>(secret.front())] = true;
        std::vector<std::size_t> fallbacks = fallbacks_of(secret);
        secrets_.push_back({std::move(secret), std::move(fallbacks)});
    }
}

std::string Redactor::redacted(std::string_view text) const {
    Scan scan{*this, text};
    scan.look_for_secrets(as_it_is);
    if (text.find('\\') != std::string_view::npos) scan.look_for_secrets(unescaped);
    return scan.covered().empty() ? std::string{text} : with_replacements(text, scan.covered());
}

void Redactor::redact(HttpResponse& response) const {
    response.reason = redacted(response.reason);
    response.body = redacted(response.body);
    HttpHeaders headers;
    for (const HttpHeader& header : response.headers) headers.add(redacted(header.name), redacted(header.value));
    response.headers = std::move(headers);
}

}  // namespace apivideo::detail
