// SPDX-License-Identifier: MIT
// The dimensions of the /data calls: what they break down by, and what `filterBy` selects.
#include "test_support/demo_filter.hpp"

#include "test_support/demo_errors.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <iterator>

namespace apivideo::detail {

namespace {

constexpr std::string_view filter_name = "filterBy";
constexpr std::string_view tag = "tag";

constexpr DemoDataDimension dimensions[] = {
    {"media-id", "mediaId",
     [](const DemoEvents& events, const DemoEvent& event) -> std::string_view {
         return events.ids(event.media)[event.media_index];
     }},
    {"media-type", "mediaType", [](const DemoEvents&, const DemoEvent& event) { return names_of(event.media).type; }},
    {"continent", "continent",
     [](const DemoEvents&, const DemoEvent& event) { return demo_countries()[event.country].continent; }},
    {"country", "country",
     [](const DemoEvents&, const DemoEvent& event) { return demo_countries()[event.country].code; }},
    {"device-type", "deviceType",
     [](const DemoEvents&, const DemoEvent& event) { return demo_devices()[event.device].value; }},
    {"operating-system", "operatingSystem",
     [](const DemoEvents&, const DemoEvent& event) { return demo_operating_systems()[event.operating_system].value; }},
    {"browser", "browser",
     [](const DemoEvents&, const DemoEvent& event) { return demo_browsers()[event.browser].value; }},
    {"referrer", "referrer",
     [](const DemoEvents&, const DemoEvent& event) { return demo_referrers()[event.referrer].value; }},
};

const DemoDataDimension* find_filter(std::string_view name) {
    const auto* const found = std::find_if(std::begin(dimensions), std::end(dimensions),
                                           [&](const DemoDataDimension& one) { return one.filter == name; });
    return found == std::end(dimensions) ? nullptr : found;
}

bool takes_one_value(std::string_view member) { return member == tag || member == "mediaType"; }

// `[text]` at the beginning of @p rest, which is then without it.
std::optional<std::string_view> take_bracketed(std::string_view& rest) {
    const std::size_t end = rest.find(']');
    if (rest.empty() || rest.front() != '[' || end == std::string_view::npos) return std::nullopt;
    const std::string_view text = rest.substr(1, end - 1);
    rest.remove_prefix(end + 1);
    return text;
}

std::ptrdiff_t characters_in(std::string_view utf8) {
    return std::count_if(utf8.begin(), utf8.end(),
                         [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; });
}

void check_value(std::string_view member, std::string_view value) {
    if (member == "mediaType" && value != "video" && value != "live-stream")
        throw DemoRefusal{demo_invalid_parameter("filterBy[mediaType]",
                                                 "This value must be part of the following values: video,live-stream")};
    if (member == "referrer" && characters_in(value) > 2048)
        throw DemoRefusal{
            demo_invalid_parameter("filterBy[referrer]", "This value should not contain more than 2048 characters.")};
}

}  // namespace

const DemoDataDimension* find_demo_breakdown(std::string_view name) noexcept {
    const auto* const found = std::find_if(std::begin(dimensions), std::end(dimensions),
                                           [&](const DemoDataDimension& one) { return one.breakdown == name; });
    return found == std::end(dimensions) ? nullptr : found;
}

bool DemoFilter::is_one(std::string_view name) noexcept { return begins_with(name, filter_name); }

DemoFilter::Member& DemoFilter::member(const std::string& parameter, const std::string& value, std::string_view name) {
    const auto found =
        std::find_if(members_.begin(), members_.end(), [&](const Member& member) { return member.name == name; });
    if (found != members_.end()) return *found;
    const DemoDataDimension* const dimension = find_filter(name);
    if (dimension == nullptr && name != tag) throw DemoRefusal{demo_unexpected_parameter(parameter, value)};
    members_.push_back({dimension == nullptr ? tag : dimension->filter, dimension, {}});
    return members_.back();
}

void DemoFilter::add(const std::string& name, const std::string& value) {
    std::string_view rest = std::string_view{name}.substr(filter_name.size());
    const std::optional<std::string_view> member_name = take_bracketed(rest);
    const bool is_list = !rest.empty();
    const std::optional<std::string_view> key = is_list ? take_bracketed(rest) : "";
    if (!member_name || !key || !rest.empty()) throw DemoRefusal{demo_unexpected_parameter(name, value)};
    Member& filtered = member(name, value, *member_name);
    if (is_list && takes_one_value(filtered.name))
        throw DemoRefusal{demo_invalid_parameter(std::string{filter_name} + "[" + std::string{filtered.name} + "]",
                                                 "This value must be of type string.")};
    if (!is_list) filtered.values.clear();
    const auto same = std::find_if(filtered.values.begin(), filtered.values.end(),
                                   [&](const Value& one) { return !key->empty() && one.key == *key; });
    if (same == filtered.values.end())
        filtered.values.push_back({std::string{*key}, name, value});
    else
        same->text = value;
}

void DemoFilter::check() const {
    for (const Member& filtered : members_)
        for (const Value& value : filtered.values) check_value(filtered.name, value.text);
}

void DemoFilter::require_media_only() const {
    for (const Member& filtered : members_)
        if (filtered.name != "mediaId" && filtered.name != "mediaType")
            throw DemoRefusal{demo_unexpected_parameter(filtered.values.front().name, filtered.values.front().text)};
}

bool DemoFilter::selects(const DemoEvents& events, const DemoEvent& event) const {
    return std::all_of(members_.begin(), members_.end(), [&](const Member& filtered) {
        return std::any_of(filtered.values.begin(), filtered.values.end(), [&](const Value& wanted) {
            return filtered.dimension == nullptr ? has_demo_tag(event.media, event.media_index, wanted.text)
                                                 : filtered.dimension->value(events, event) == wanted.text;
        });
    });
}

}  // namespace apivideo::detail
