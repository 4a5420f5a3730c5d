// SPDX-License-Identifier: MIT
// Tests of the demo server's tokens: who gets one, and for how long.
#include "test_support/demo_tokens.hpp"

#include <gtest/gtest.h>

#include <set>

namespace apivideo::detail {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

const DemoTokens::TimePoint start{std::chrono::hours{1}};

TEST(DemoTokens, are_accepted_until_they_expire) {
    DemoTokens tokens{seconds{10}, 7};
    const DemoToken token = tokens.issue(start);
    EXPECT_EQ(token.expires_in, seconds{10});
    EXPECT_TRUE(tokens.accepts(token.access_token, start));
    EXPECT_TRUE(tokens.accepts(token.access_token, start + milliseconds{9'999}));
    EXPECT_FALSE(tokens.accepts(token.access_token, start + seconds{10}));
}

TEST(DemoTokens, accept_nothing_that_was_not_given_out) {
    DemoTokens tokens{seconds{10}, 7};
    const DemoToken token = tokens.issue(start);
    EXPECT_FALSE(tokens.accepts("", start));
    EXPECT_FALSE(tokens.accepts(token.refresh_token, start));
    EXPECT_FALSE(tokens.accepts(token.access_token + "x", start));
}

TEST(DemoTokens, are_renewed_once_by_a_refresh_token) {
    DemoTokens tokens{seconds{10}, 7};
    const DemoToken first = tokens.issue(start);
    const std::optional<DemoToken> second = tokens.refresh(first.refresh_token, start + seconds{100});
    ASSERT_TRUE(second);
    EXPECT_TRUE(tokens.accepts(second->access_token, start + seconds{109}));
    EXPECT_FALSE(tokens.refresh(first.refresh_token, start + seconds{100}));
    EXPECT_TRUE(tokens.refresh(second->refresh_token, start + seconds{100}));
}

TEST(DemoTokens, are_not_renewed_by_anything_else) {
    DemoTokens tokens{seconds{10}, 7};
    const DemoToken token = tokens.issue(start);
    EXPECT_FALSE(tokens.refresh("", start));
    EXPECT_FALSE(tokens.refresh(token.access_token, start));
}

TEST(DemoTokens, leave_the_earlier_ones_valid) {
    DemoTokens tokens{seconds{10}, 7};
    const DemoToken first = tokens.issue(start);
    (void)tokens.issue(start + seconds{5});
    (void)tokens.refresh(first.refresh_token, start + seconds{5});
    EXPECT_TRUE(tokens.accepts(first.access_token, start + seconds{9}));
}

TEST(DemoTokens, are_all_different_and_other_with_another_secret) {
    DemoTokens tokens{seconds{10}, 7};
    DemoTokens others{seconds{10}, 8};
    std::set<std::string> seen;
    for (int i = 0; i < 100; ++i) {
        for (const DemoToken& token : {tokens.issue(start), others.issue(start)}) {
            EXPECT_TRUE(seen.insert(token.access_token).second);
            EXPECT_TRUE(seen.insert(token.refresh_token).second);
            EXPECT_EQ(token.access_token.size(), 64u);
        }
    }
}

}  // namespace
}  // namespace apivideo::detail
