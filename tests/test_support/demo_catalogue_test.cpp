// SPDX-License-Identifier: MIT
// Tests of what the demo server has: ids and values as the service documents them.
#include "test_support/demo_catalogue.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <set>
#include <string_view>
#include <tuple>

namespace apivideo::detail {
namespace {

template <typename Shares>
std::set<std::string> values_of(const Shares& shares) {
    std::set<std::string> values;
    for (const auto& share : shares) values.emplace(share.value);
    return values;
}

TEST(DemoCatalogue, has_60_videos_and_40_live_streams_with_ids_of_24_characters) {
    for (const auto& [media, prefix, count] :
         {std::tuple{DemoMedia::videos, "vi", 60u}, std::tuple{DemoMedia::live_streams, "li", 40u}}) {
        const std::vector<std::string> ids = demo_ids(media, 1);
        EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), count);
        EXPECT_EQ(ids.size(), count);
        for (const std::string& id : ids) {
            EXPECT_EQ(id.size(), 24u) << id;
            EXPECT_EQ(id.substr(0, 2), prefix) << id;
            EXPECT_TRUE(std::all_of(id.begin(), id.end(), [](unsigned char c) { return std::isalnum(c); })) << id;
        }
    }
}

TEST(DemoCatalogue, has_the_ids_of_the_documentations_examples) {
    EXPECT_EQ(demo_ids(DemoMedia::videos, 5).front(), "vi3q7HxhApxRF1c8F8r6VeaI");
    EXPECT_EQ(demo_ids(DemoMedia::live_streams, 5).front(), "li3q7HxhApxRF1c8F8r6VeaI");
}

TEST(DemoCatalogue, has_other_ids_with_another_seed) {
    EXPECT_EQ(demo_ids(DemoMedia::videos, 1), demo_ids(DemoMedia::videos, 1));
    EXPECT_NE(demo_ids(DemoMedia::videos, 1), demo_ids(DemoMedia::videos, 2));
}

TEST(DemoCatalogue, has_60_different_countries_in_lower_case_some_of_them_not_ascii) {
    const std::set<std::string> countries = values_of(demo_countries());
    EXPECT_EQ(countries.size(), 60u);
    bool some_not_ascii = false;
    for (const std::string& country : countries) {
        EXPECT_FALSE(country.empty());
        for (const char c : country) {
            EXPECT_FALSE(c >= 'A' && c <= 'Z') << country;
            some_not_ascii = some_not_ascii || static_cast<unsigned char>(c) >= 0x80;
        }
    }
    EXPECT_TRUE(some_not_ascii);
}

TEST(DemoCatalogue, has_the_documented_devices_systems_and_browsers) {
    using Values = std::set<std::string>;
    EXPECT_EQ(values_of(demo_devices()),
              (Values{"computer", "phone", "tablet", "tv", "console", "wearable", "unknown"}));
    EXPECT_EQ(values_of(demo_browsers()), (Values{"chrome", "firefox", "edge", "opera"}));
    EXPECT_EQ(values_of(demo_operating_systems()), (Values{"windows", "mac osx", "android", "ios", "linux"}));
}

TEST(DemoCatalogue, names_the_systems_in_the_same_order_for_every_device) {
    for (std::size_t device = 0; device < demo_device_count; ++device)
        for (std::size_t system = 0; system < demo_operating_system_count; ++system)
            EXPECT_EQ(demo_operating_systems(device)[system].value, demo_operating_systems()[system].value);
}

TEST(DemoCatalogue, has_a_code_of_its_own_and_a_continent_of_geonames_for_every_country) {
    const std::set<std::string_view> continents{"AF", "AS", "EU", "NA", "OC", "SA"};
    std::set<std::string_view> codes;
    std::set<std::string_view> seen;
    for (const DemoCountry& country : demo_countries()) {
        EXPECT_TRUE(codes.insert(country.code).second) << country.value;
        ASSERT_EQ(country.code.size(), 2u) << country.value;
        for (const char c : country.code) EXPECT_TRUE(c >= 'A' && c <= 'Z') << country.value;
        seen.insert(country.continent);
    }
    EXPECT_EQ(seen, continents);
    EXPECT_EQ(demo_countries()[0].code, "FR");
    EXPECT_EQ(demo_countries()[59].code, "BA");
}

TEST(DemoCatalogue, has_none_as_the_first_referrer_and_one_that_csv_must_quote) {
    const std::set<std::string> referrers = values_of(demo_referrers());
    EXPECT_EQ(referrers.size(), demo_referrer_count);
    EXPECT_EQ(demo_referrers()[0].value, "");
    EXPECT_TRUE(std::any_of(referrers.begin(), referrers.end(), [](const std::string& referrer) {
        return referrer.find(',') != std::string::npos && referrer.find('"') != std::string::npos;
    }));
}

TEST(DemoCatalogue, has_tags_of_videos_alone) {
    EXPECT_TRUE(has_demo_tag(DemoMedia::videos, 0, "Cool videos"));
    EXPECT_TRUE(has_demo_tag(DemoMedia::videos, 2, "Cool videos"));
    EXPECT_FALSE(has_demo_tag(DemoMedia::videos, 1, "Cool videos"));
    EXPECT_TRUE(has_demo_tag(DemoMedia::videos, 5, "\xc3\xa9t\xc3\xa9 a+b & c"));
    EXPECT_FALSE(has_demo_tag(DemoMedia::videos, 0, "cool videos"));
    EXPECT_FALSE(has_demo_tag(DemoMedia::videos, 0, ""));
    EXPECT_FALSE(has_demo_tag(DemoMedia::live_streams, 0, "Cool videos"));
}

}  // namespace
}  // namespace apivideo::detail
