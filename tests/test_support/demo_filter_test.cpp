// SPDX-License-Identifier: MIT
// Tests of filterBy: every member, every spelling, and what is refused.
#include "test_support/demo_filter.hpp"

#include "test_support/demo_errors.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <functional>

namespace apivideo::detail {
namespace {

using namespace date::literals;

const DemoEvents& events() {
    static const DemoEvents made{1, 2023_y / 6 / 20};
    return made;
}

using Parameters = std::vector<std::pair<std::string, std::string>>;

DemoFilter filter_of(const Parameters& parameters) {
    DemoFilter filter;
    for (const auto& [name, value] : parameters) filter.add(name, value);
    return filter;
}

/// How many sessions it selects.
int selected(const Parameters& parameters) {
    const DemoFilter filter = filter_of(parameters);
    int count = 0;
    for (const DemoMedia media : {DemoMedia::videos, DemoMedia::live_streams})
        events().visit(media, {date::sys_days{2023_y / 6 / 18}, date::sys_days{2023_y / 6 / 20}},
                       [&](const DemoEvent& event) { count += filter.selects(events(), event) ? 1 : 0; });
    return count;
}

std::string refusal(const std::function<void()>& judge) {
    try {
        judge();
    } catch (const DemoRefusal& refused) {
        const nlohmann::json body = nlohmann::json::parse(refused.answer().body);
        return body.at("name").get<std::string>() + ": " + body.at("detail").get<std::string>();
    }
    return "none";
}

std::string refusal_of(const Parameters& parameters) {
    return refusal([&] { filter_of(parameters).check(); });
}

TEST(DemoFilter, selects_by_every_member) {
    const int all = selected({});
    for (const auto& parameter : Parameters{{"filterBy[mediaId][]", "vi3q7HxhApxRF1c8F8r6VeaI"},
                                            {"filterBy[mediaType]", "live-stream"},
                                            {"filterBy[continent][]", "AF"},
                                            {"filterBy[country][]", "FR"},
                                            {"filterBy[deviceType][]", "tablet"},
                                            {"filterBy[operatingSystem][]", "mac osx"},
                                            {"filterBy[browser][]", "opera"},
                                            {"filterBy[tag]", "Cool videos"},
                                            {"filterBy[referrer][]", "https://my-awesome-videos.com/"},
                                            {"filterBy[referrer][]", ""}}) {
        EXPECT_GT(selected({parameter}), 0) << parameter.first << parameter.second;
        EXPECT_LT(selected({parameter}), all) << parameter.first << parameter.second;
    }
}

TEST(DemoFilter, takes_a_list_in_every_spelling) {
    const int french = selected({{"filterBy[country]", "FR"}});
    const int german = selected({{"filterBy[country]", "DE"}});
    EXPECT_NE(french, german);
    const auto expect = [](int count, const Parameters& parameters) { EXPECT_EQ(selected(parameters), count); };
    expect(french, {{"filterBy[country][]", "FR"}});
    expect(french, {{"filterBy[country][0]", "FR"}});
    expect(french + german, {{"filterBy[country][]", "FR"}, {"filterBy[country][]", "DE"}});
    expect(french + german, {{"filterBy[country][0]", "FR"}, {"filterBy[country][1]", "DE"}});
    expect(german, {{"filterBy[country][0]", "FR"}, {"filterBy[country][0]", "DE"}});
    expect(german, {{"filterBy[country]", "FR"}, {"filterBy[country]", "DE"}});
    expect(german, {{"filterBy[country][]", "FR"}, {"filterBy[country]", "DE"}});
}

TEST(DemoFilter, selects_any_value_of_a_member_and_all_members) {
    const int both = selected({{"filterBy[country]", "FR"}, {"filterBy[browser]", "chrome"}});
    EXPECT_GT(both, 0);
    EXPECT_LT(both, selected({{"filterBy[country]", "FR"}}));
    EXPECT_LT(both, selected({{"filterBy[browser]", "chrome"}}));
    EXPECT_EQ(selected({{"filterBy[mediaType]", "live-stream"}, {"filterBy[tag]", "Cool videos"}}), 0);
}

TEST(DemoFilter, selects_nothing_by_what_it_does_not_know) {
    for (const auto& parameter : Parameters{{"filterBy[mediaId]", "viNone"},
                                            {"filterBy[continent]", "AZ"},
                                            {"filterBy[country]", "france"},
                                            {"filterBy[country]", "fr"},
                                            {"filterBy[country]", ""},
                                            {"filterBy[browser]", "safari"},
                                            {"filterBy[tag]", "cool videos"},
                                            {"filterBy[referrer]", "https://my-awesome-videos.com/x"}})
        EXPECT_EQ(selected({parameter}), 0) << parameter.first << parameter.second;
}

TEST(DemoFilter, tells_a_referrer_with_a_slash_from_one_without) {
    EXPECT_NE(selected({{"filterBy[referrer]", "https://my-awesome-videos.com/"}}),
              selected({{"filterBy[referrer]", "https://my-awesome-videos.com"}}));
}

TEST(DemoFilter, does_not_take_other_names) {
    for (const char* name : {"filterBy", "filterBy[]", "filterBy[planet]", "filterBy[Country]", "filterBy[country",
                             "filterBy[country][0][1]", "filterBy[country]x", "filterBy[country][", "filterByX"}) {
        EXPECT_TRUE(DemoFilter::is_one(name)) << name;
        EXPECT_EQ(refusal_of({{name, "x y"}}), std::string{name} + ":x y: This field was not expected.");
    }
    EXPECT_FALSE(DemoFilter::is_one("filter"));
    EXPECT_FALSE(DemoFilter::is_one("country"));
}

TEST(DemoFilter, takes_one_tag_and_one_media_type) {
    EXPECT_EQ(refusal_of({{"filterBy[tag][]", "x"}}), "filterBy[tag]: This value must be of type string.");
    EXPECT_EQ(refusal_of({{"filterBy[mediaType][0]", "video"}}),
              "filterBy[mediaType]: This value must be of type string.");
    EXPECT_EQ(refusal_of({{"filterBy[mediaType]", "videos"}}),
              "filterBy[mediaType]: This value must be part of the following values: video,live-stream");
}

TEST(DemoFilter, takes_referrers_of_2048_characters_and_no_more) {
    std::string referrer;
    while (referrer.size() < 2 * 2048) referrer += "\xc3\xa9";
    EXPECT_EQ(refusal_of({{"filterBy[referrer][]", ""}, {"filterBy[referrer][]", referrer}}), "none");
    EXPECT_EQ(refusal_of({{"filterBy[referrer][]", ""}, {"filterBy[referrer][]", referrer + "x"}}),
              "filterBy[referrer]: This value should not contain more than 2048 characters.");
}

TEST(DemoFilter, can_be_held_to_media) {
    const auto held = [](const Parameters& parameters) {
        return refusal([&] { filter_of(parameters).require_media_only(); });
    };
    EXPECT_EQ(held({{"filterBy[mediaType]", "video"}, {"filterBy[mediaId][]", "vi1"}}), "none");
    EXPECT_EQ(held({{"filterBy[mediaType]", "video"}, {"filterBy[country][]", "FR"}}),
              "filterBy[country][]:FR: This field was not expected.");
    EXPECT_EQ(held({{"filterBy[tag]", "x"}}), "filterBy[tag]:x: This field was not expected.");
}

TEST(DemoFilter, refuses_what_is_not_text_without_failing_over_it) {
    EXPECT_EQ(refusal_of({{"filterBy[\xff]", "\xfe"}}),
              "filterBy[\xef\xbf\xbd]:\xef\xbf\xbd: This field was not expected.");
}

}  // namespace
}  // namespace apivideo::detail
