// SPDX-License-Identifier: MIT
// The search for many words at once, against a search for each word at each place.
#include "text/aho_corasick.hpp"

#include <gtest/gtest.h>

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace apivideo::detail {
namespace {

using Found = std::vector<std::pair<std::size_t, std::string>>;  // where a word ends, and the word

Found found_by(const AhoCorasick& search, std::string_view text) {
    Found found;
    AhoCorasick::State state = AhoCorasick::root;
    for (std::size_t i = 0; i < text.size(); ++i) {
        state = search.next(state, text[i]);
        for (auto word = search.longest_word(state); word != AhoCorasick::root; word = search.shorter_word(word)) {
            const std::size_t length = search.length_of(word);
            found.emplace_back(i + 1, text.substr(i + 1 - length, length));
        }
    }
    return found;
}

/// In the same order: by the end, the longest first.
Found found_one_by_one(const std::set<std::string>& words, std::string_view text) {
    Found found;
    for (std::size_t end = 1; end <= text.size(); ++end)
        for (std::size_t begin = 0; begin < end; ++begin)
            if (const std::string part{text.substr(begin, end - begin)}; words.count(part) > 0)
                found.emplace_back(end, part);
    return found;
}

/// All texts of @p letters that have no more than @p max_length of them, the empty one included.
std::vector<std::string> texts_of(std::string_view letters, std::size_t max_length) {
    std::vector<std::string> texts{""};
    for (std::size_t i = 0; i < texts.size() && texts[i].size() < max_length; ++i)
        for (const char letter : letters) texts.push_back(texts[i] + letter);
    return texts;
}

TEST(AhoCorasick, finds_words_that_begin_end_and_overlap_alike) {
    const AhoCorasick search{{"he", "she", "his", "hers"}};
    EXPECT_EQ(found_by(search, "ushers"), (Found{{4, "she"}, {4, "he"}, {6, "hers"}}));
}

TEST(AhoCorasick, finds_every_word_at_every_place) {
    const std::vector<std::string> words = texts_of("ab", 3);
    const std::vector<std::string> texts = texts_of("ab", 8);
    for (const std::string& first : words) {
        for (const std::string& second : words) {
            for (const std::string& third : {std::string{"aabab"}, std::string{"babb"}}) {
                const AhoCorasick search{{first, second, third}};
                const std::set<std::string> set{first, second, third};
                for (std::size_t i = texts.size() - 256; i < texts.size(); ++i)
                    ASSERT_EQ(found_by(search, texts[i]), found_one_by_one(set, texts[i]))
                        << first << ' ' << second << ' ' << third << " in " << texts[i];
            }
        }
    }
}

TEST(AhoCorasick, knows_how_long_the_longest_word_is) {
    const AhoCorasick search{{"one", "", "\xff", "three", "one"}};
    EXPECT_EQ(search.max_word_length(), 5u);
    EXPECT_EQ(found_by(search, "a\xffone"), (Found{{2, "\xff"}, {5, "one"}}));
}

TEST(AhoCorasick, finds_nothing_without_words) {
    for (const std::vector<std::string>& none : {std::vector<std::string>{}, std::vector<std::string>{""}}) {
        const AhoCorasick search{none};
        EXPECT_EQ(search.max_word_length(), 0u);
        EXPECT_EQ(found_by(search, "text"), Found{});
    }
}

}  // namespace
}  // namespace apivideo::detail
