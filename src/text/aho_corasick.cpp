// SPDX-License-Identifier: MIT
// Finds many words in one pass over a text: the algorithm of Aho and Corasick.
#include "text/aho_corasick.hpp"

#include <algorithm>

namespace apivideo::detail {

AhoCorasick::AhoCorasick(const std::vector<std::string>& words) {
    for (const std::string& word : words) {
        State state = root;
        for (const char character : word) {
            const State child = child_of(state, character);
            state = child != root ? child : add_child(state, character);
        }
        nodes_[state].longest_word = state;
        max_word_length_ = std::max(max_word_length_, word.size());
    }
    add_fallbacks();
}

AhoCorasick::State AhoCorasick::add_child(State parent, char character) {
    const auto child = static_cast<State>(nodes_.size());
    const State sibling = nodes_[parent].first_child;
    nodes_.push_back({character, root, sibling, root, root, nodes_[parent].depth + 1});
    nodes_[parent].first_child = child;
    if (parent == root) children_of_root_[static_cast<unsigned char>(character)] = child;
    return child;
}

/// Level by level, since a fallback is on a level above its node.
void AhoCorasick::add_fallbacks() {
    std::vector<State> by_level{root};
    by_level.reserve(nodes_.size());
    for (std::size_t i = 0; i < by_level.size(); ++i) {
        const State parent = by_level[i];
        for (State child = nodes_[parent].first_child; child != root; child = nodes_[child].next_sibling) {
            Node& node = nodes_[child];
            if (parent != root) node.fallback = next(nodes_[parent].fallback, node.character);
            if (node.longest_word == root) node.longest_word = nodes_[node.fallback].longest_word;
            by_level.push_back(child);
        }
    }
}

}  // namespace apivideo::detail
