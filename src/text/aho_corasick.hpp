// SPDX-License-Identifier: MIT
// Finds many words in one pass over a text: the algorithm of Aho and Corasick.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace apivideo::detail {

/// A trie of words. A text is read one character at a time, and leads from node to node. If a node has no child for the
/// next character, its fallback leads on: the node of the longest proper suffix that some word begins with, too. So the
/// time grows with the length of the text only.
class AhoCorasick {
  public:
    /// A node. It stands for the longest suffix of the text read so far that some word begins with.
    using State = std::uint32_t;
    /// Before anything is read, and whenever no word begins with any suffix.
    static constexpr State root = 0;

    /// Ignores empty words.
    explicit AhoCorasick(std::vector<std::string> words);

    [[nodiscard]] std::size_t max_word_length() const noexcept { return max_word_length_; }

    [[nodiscard]] bool begins_word(char character) const noexcept { return child_of_root(character) != root; }

    /// The state after @p character is read in @p state.
    [[nodiscard]] State next(State state, char character) const noexcept {
        for (; state != root; state = nodes_[state].fallback)
            if (const State child = child_of(state, character); child != root) return child;
        return child_of_root(character);
    }

    /// The longest word that the text read so far ends with; the root if there is none.
    [[nodiscard]] State longest_word(State state) const noexcept { return nodes_[state].longest_word; }
    /// The longest word that @p word ends with, other than itself; the root if there is none.
    [[nodiscard]] State shorter_word(State word) const noexcept { return nodes_[nodes_[word].fallback].longest_word; }
    [[nodiscard]] std::size_t length_of(State word) const noexcept { return nodes_[word].depth; }

  private:
    /// They stand in depth-first order, so that the first child of a node comes next.
    struct Node {
        char character = 0;         ///< Leads from the parent to this node.
        bool has_children = false;  ///< For the root, see children_of_root_.
        std::uint32_t depth = 0;
        State next_sibling = root;  ///< The root means "none", here and below.
        State fallback = root;
        State longest_word = root;  ///< This node if a word ends here, else the one of its fallback.
    };

    [[nodiscard]] State child_of_root(char character) const noexcept {
        return children_of_root_[static_cast<unsigned char>(character)];
    }
    /// @param state is not the root.
    [[nodiscard]] State child_of(State state, char character) const noexcept {
        if (!nodes_[state].has_children) return root;
        State child = state + 1;
        while (nodes_[child].character != character) {
            child = nodes_[child].next_sibling;
            if (child == root) return root;
        }
        return child;
    }

    void add(std::string_view word);
    State add_child(State parent, char character);
    void add_fallbacks();

    std::vector<Node> nodes_;
    std::array<State, 256> children_of_root_{};
    std::size_t max_word_length_ = 0;
};

}  // namespace apivideo::detail
