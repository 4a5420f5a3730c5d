// SPDX-License-Identifier: MIT
// Finds many words in one pass over a text: the algorithm of Aho and Corasick.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace apivideo::detail {

/// A trie of words. A state is a node, and stands for the longest suffix of the text read so far that some word begins
/// with. If a node has no child for the next character, its fallback is tried: the node of the next shorter suffix. So
/// the time grows with the length of the text only.
class AhoCorasick {
  public:
    using State = std::uint32_t;
    /// No word begins with any suffix of the text; also stands for "no word" and "no child".
    static constexpr State root = 0;

    /// Ignores empty words.
    explicit AhoCorasick(const std::vector<std::string>& words);

    [[nodiscard]] std::size_t max_word_length() const noexcept { return max_word_length_; }

    [[nodiscard]] bool begins_word(char character) const noexcept { return next(root, character) != root; }

    /// The state after @p character is read in @p state.
    [[nodiscard]] State next(State state, char character) const noexcept {
        for (; state != root; state = nodes_[state].fallback)
            if (const State child = child_of(state, character); child != root) return child;
        return children_of_root_[static_cast<unsigned char>(character)];
    }

    /// The longest word that the text read so far ends with.
    [[nodiscard]] State longest_word(State state) const noexcept { return nodes_[state].longest_word; }
    /// The longest other word that @p word ends with.
    [[nodiscard]] State shorter_word(State word) const noexcept { return longest_word(nodes_[word].fallback); }
    [[nodiscard]] std::size_t length_of(State word) const noexcept { return nodes_[word].depth; }

  private:
    struct Node {
        char character = 0;  ///< Leads from the parent to this node.
        State first_child = root;
        State next_sibling = root;
        State fallback = root;
        State longest_word = root;  ///< This node if a word ends here, else that of the fallback.
        std::uint32_t depth = 0;
    };

    [[nodiscard]] State child_of(State state, char character) const noexcept {
        if (state == root) return children_of_root_[static_cast<unsigned char>(character)];
        State child = nodes_[state].first_child;
        while (child != root && nodes_[child].character != character) child = nodes_[child].next_sibling;
        return child;
    }
    State add_child(State parent, char character);
    void add_fallbacks();

    std::vector<Node> nodes_{1};
    std::array<State, 256> children_of_root_{};
    std::size_t max_word_length_ = 0;
};

}  // namespace apivideo::detail
