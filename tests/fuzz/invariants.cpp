// SPDX-License-Identifier: MIT
// What the fuzz targets check with.
#include "fuzz/invariants.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <utility>
#include <vector>

namespace apivideo::fuzz {

using nlohmann::json;

void require_one_line(const std::string& text) {
    try {
        (void)json(text).dump();
    } catch (const json::type_error&) {
        throw BrokenInvariant{"a message is valid UTF-8"};
    }
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const bool control = byte < 0x20 || byte == 0x7f;
        const bool next_line = byte == 0xc2 && static_cast<unsigned char>(text[i + 1]) < 0xa0;
        const std::string three = text.substr(i, 3);
        const bool separator = three == "\xe2\x80\xa8" || three == "\xe2\x80\xa9";
        require(!control && !next_line && !separator, "a message is one line");
        const bool turns = three == "\xe2\x80\x8e" || three == "\xe2\x80\x8f" ||
                           (three >= "\xe2\x80\xaa" && three <= "\xe2\x80\xae") ||
                           (three >= "\xe2\x81\xa6" && three <= "\xe2\x81\xa9") || text.compare(i, 2, "\xd8\x9c") == 0;
        require(!turns, "a message does not turn its direction");
    }
}

namespace {

/// The integer that @p text, which nlohmann read as @p number, equals.
std::optional<std::int64_t> exact(double number, std::string text) {
    if (number != std::floor(number) || std::abs(number) > 9007199254740992.0) return std::nullopt;
    std::string whole = std::to_string(static_cast<std::int64_t>(std::abs(number)));
    const std::size_t exponent = text.find_first_of("eE");
    long shift = exponent == std::string::npos ? 0 : -std::strtol(text.c_str() + exponent + 1, nullptr, 10);
    text.resize(std::min(exponent, text.size()));
    if (const std::size_t point = text.find('.'); point != std::string::npos) {
        shift += static_cast<long>(text.size() - point - 1);
        text.erase(point, 1);
    }
    text.erase(0, text.find_first_of("123456789"));
    if (text.empty() || number == 0) return text.empty() ? std::optional{std::int64_t{0}} : std::nullopt;
    (shift >= 0 ? whole : text).append(static_cast<std::size_t>(std::abs(shift)), '0');
    return whole == text ? std::optional{static_cast<std::int64_t>(number)} : std::nullopt;
}

/// Builds the tree. A number that equals an integer becomes one, which a tree of doubles could not tell.
class TreeBuilder final : public nlohmann::json_sax<json> {
  public:
    explicit TreeBuilder(Document& document) : document_{document} {}

    bool null() override { return add(nullptr); }
    bool boolean(bool value) override { return add(value); }
    bool number_integer(std::int64_t value) override { return add(value); }
    bool number_unsigned(std::uint64_t value) override { return add(value); }
    bool number_float(double value, const std::string& text) override {
        const std::optional<std::int64_t> whole = exact(value, text);
        return whole ? add(*whole) : add(value);
    }
    bool string(std::string& value) override { return add(value); }
    bool binary(json::binary_t&) override { return false; }
    bool start_object(std::size_t) override { return open(json::object()); }
    bool start_array(std::size_t) override { return open(json::array()); }
    bool key(std::string& name) override {
        if (open_.back()->contains(name)) document_.repeats_names = true;
        name_ = name;
        return true;
    }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }
    bool parse_error(std::size_t, const std::string&, const json::exception&) override { return false; }

  private:
    bool add(json value) {
        place() = std::move(value);
        return true;
    }
    bool open(json value) {
        json& opened = place();
        opened = std::move(value);
        open_.push_back(&opened);
        document_.levels = std::max(document_.levels, static_cast<int>(open_.size()));
        return document_.levels <= 64;  // deeper documents are not valid, and trees recurse
    }
    bool close() {
        open_.pop_back();
        return true;
    }
    json& place() {
        if (open_.empty()) return document_.tree;
        return open_.back()->is_object() ? (*open_.back())[name_] : open_.back()->emplace_back();
    }

    Document& document_;
    std::vector<json*> open_{};
    std::string name_{};
};

}  // namespace

Document read_document(std::string_view text) {
    Document document;
    TreeBuilder builder{document};
    // No JSON has a null byte, but the parser takes it for the end.
    if (text.find('\0') != std::string_view::npos || !json::sax_parse(text.begin(), text.end(), &builder))
        document.tree = json(json::value_t::discarded);
    return document;
}

std::optional<std::int64_t> integer(const json& value) {
    if (!value.is_number_integer()) return std::nullopt;
    constexpr auto max = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    if (value.is_number_unsigned() && value.get<std::uint64_t>() > max) return std::nullopt;
    return value.get<std::int64_t>();
}

std::optional<std::int64_t> integer_member(const json& object, const char* name) {
    const auto member = object.find(name);
    return member == object.end() ? std::nullopt : integer(*member);
}

std::optional<std::string> string_member(const json& object, const char* name) {
    const auto member = object.find(name);
    return member == object.end() || !member->is_string() ? std::nullopt : std::optional{member->get<std::string>()};
}

}  // namespace apivideo::fuzz
