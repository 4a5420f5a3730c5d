// SPDX-License-Identifier: MIT
// Answers: equality member by member.
#include <apivideo/analytics/plays_response.hpp>

#include <gtest/gtest.h>

#include "support/equality.hpp"

namespace apivideo {
namespace {

using test_support::expect_equality_sees;

TEST(Rows, are_equal_by_value_and_plays) {
    EXPECT_EQ((AnalyticsData{"a", 1}), (AnalyticsData{"a", 1}));
    EXPECT_NE((AnalyticsData{"a", 1}), (AnalyticsData{"b", 1}));
    EXPECT_NE((AnalyticsData{"a", 1}), (AnalyticsData{"a", 2}));
}

TEST(Links, are_equal_by_rel_and_uri) {
    EXPECT_EQ((PaginationLink{"self", "/a"}), (PaginationLink{"self", "/a"}));
    EXPECT_NE((PaginationLink{"self", "/a"}), (PaginationLink{"next", "/a"}));
    EXPECT_NE((PaginationLink{"self", "/a"}), (PaginationLink{"self", "/b"}));
}

TEST(Paginations, are_equal_member_by_member) {
    using Model = Pagination;
    expect_equality_sees<Model>([](Model& m) { m.items_total = 0; }, [](Model& m) { m.pages_total = 0; },
                                [](Model& m) { m.page_size = 0; }, [](Model& m) { m.current_page = 0; },
                                [](Model& m) { m.current_page_items = 0; }, [](Model& m) { m.links.resize(1); });
}

}  // namespace
}  // namespace apivideo
