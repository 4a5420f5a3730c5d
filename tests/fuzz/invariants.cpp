// SPDX-License-Identifier: MIT
// What the fuzz targets check with.
#include "fuzz/invariants.hpp"

#include <algorithm>
#include <limits>
#include <set>
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
        const bool separator = text.compare(i, 3, "\xe2\x80\xa8") == 0 || text.compare(i, 3, "\xe2\x80\xa9") == 0;
        require(!control && !next_line && !separator, "a message is one line");
    }
}

Document read_document(std::string_view text) {
    Document document;
    // No JSON has a null byte, but the parser takes it for the end.
    if (text.find('\0') != std::string_view::npos) {
        document.tree = json(json::value_t::discarded);
        return document;
    }
    std::vector<std::set<std::string>> names;
    const auto watch = [&](int depth, json::parse_event_t event, json& value) {
        const bool begins = event == json::parse_event_t::object_start || event == json::parse_event_t::array_start;
        if (begins) document.levels = std::max(document.levels, depth + 1);
        if (event == json::parse_event_t::object_start) names.emplace_back();
        if (event == json::parse_event_t::object_end) names.pop_back();
        if (event == json::parse_event_t::key && !names.back().insert(value.get<std::string>()).second)
            document.repeats_names = true;
        return true;
    };
    document.tree = json::parse(text.begin(), text.end(), watch, false);
    return document;
}

std::optional<std::int64_t> integer(const json& value) {
    if (!value.is_number_integer()) return std::nullopt;
    constexpr auto most = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    if (value.is_number_unsigned() && value.get<std::uint64_t>() > most) return std::nullopt;
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
