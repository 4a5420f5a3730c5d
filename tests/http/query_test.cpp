// SPDX-License-Identifier: MIT
// Path and query, parameter by parameter.
#include "http/query.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace apivideo::detail {
namespace {

TEST(Query, is_the_path_alone_if_nothing_is_set) {
    Query query{"/data"};
    query.add("a", std::optional<std::string>{});
    query.add("b", std::optional<std::int64_t>{});
    EXPECT_EQ(std::move(query).target(), "/data");
}

TEST(Query, has_the_parameters_in_order) {
    Query query{"/data"};
    query.add("a", "1");
    query.add("b", std::optional<std::int64_t>{-2});
    query.add("a", std::optional<std::string>{"3"});
    EXPECT_EQ(std::move(query).target(), "/data?a=1&b=-2&a=3");
}

TEST(Query, encodes_names_and_values) {
    Query query{"/data"};
    query.add("filterBy[country][]", std::string{"a b+c&d=e"});
    query.add("empty", "");
    EXPECT_EQ(std::move(query).target(), "/data?filterBy%5Bcountry%5D%5B%5D=a%20b%2Bc%26d%3De&empty=");
}

}  // namespace
}  // namespace apivideo::detail
