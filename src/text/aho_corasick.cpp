// SPDX-License-Identifier: MIT
// Finds many words in one pass over a text: the algorithm of Aho and Corasick.
#include "text/aho_corasick.hpp"

#include <algorithm>
#include <utility>

namespace apivideo::detail {

AhoCorasick::AhoCorasick(std::vector<std::string> words) {
    std::sort(words.begin(), words.end());  // for the order of nodes_
    std::size_t max_nodes = 1;
    for (const std::string& word : words) max_nodes += word.size();
    nodes_.reserve(max_nodes);
    nodes_.emplace_back();
    for (const std::string& word : words) add(word);
    add_fallbacks();
}

void AhoCorasick::add(std::string_view word) {
    State state = root;
    for (const char character : word) {
        const State child = state == root ? child_of_root(character) : child_of(state, character);
        state = child != root ? child : add_child(state, character);
    }
    nodes_[state].longest_word = state;
    max_word_length_ = std::max(max_word_length_, word.size());
}

AhoCorasick::State AhoCorasick::add_child(State parent, char character) {
    const auto child = static_cast<State>(nodes_.size());
    Node& node = nodes_.emplace_back();
    node.character = character;
    node.depth = nodes_[parent].depth + 1;
    if (parent == root) {
        children_of_root_[static_cast<unsigned char>(character)] = child;
    } else if (std::exchange(nodes_[parent].has_children, true)) {
        node.next_sibling = std::exchange(nodes_[parent + 1].next_sibling, child);
    }
    return child;
}

/// Level by level, since the fallback of a node is always on a level above.
void AhoCorasick::add_fallbacks() {
    std::vector<State> by_level;
    by_level.reserve(nodes_.size());
    for (const State child : children_of_root_)
        if (child != root) by_level.push_back(child);
    for (std::size_t i = 0; i < by_level.size(); ++i) {
        const State parent = by_level[i];
        for (State child = nodes_[parent].has_children ? parent + 1 : root; child != root;) {
            Node& node = nodes_[child];
            node.fallback = next(nodes_[parent].fallback, node.character);
            if (node.longest_word == root) node.longest_word = nodes_[node.fallback].longest_word;
            by_level.push_back(child);
            child = node.next_sibling;
        }
    }
}

}  // namespace apivideo::detail
