// SPDX-License-Identifier: MIT
// Tests of reading `Authorization` headers.
#include "test_support/demo_authorization.hpp"

#include <gtest/gtest.h>

namespace apivideo::detail {
namespace {

TEST(DemoAuthorization, reads_basic_and_bearer_whatever_the_case_of_the_scheme) {
    struct Row {
        const char* header;
        DemoScheme scheme;
        const char* text;
    };
    const Row rows[] = {{"Basic ZGVtby1rZXk6", DemoScheme::basic, "demo-key:"},
                        {"basic ZGVtby1rZXk6", DemoScheme::basic, "demo-key:"},
                        {"BASIC  ZGVtby1rZXk6 ", DemoScheme::basic, "demo-key:"},
                        {"Basic YTo=", DemoScheme::basic, "a:"},
                        {"Basic Og==", DemoScheme::basic, ":"},
                        {"Basic w6k6Lz8+", DemoScheme::basic, "\xc3\xa9:/?>"},
                        {"Bearer abc", DemoScheme::bearer, "abc"},
                        {"bearer abc", DemoScheme::bearer, "abc"},
                        {"BeArEr  abc.def", DemoScheme::bearer, "abc.def"}};
    for (const Row& row : rows) {
        const std::optional<DemoCredentials> credentials = parse_demo_authorization(row.header);
        ASSERT_TRUE(credentials) << row.header;
        EXPECT_EQ(credentials->scheme, row.scheme) << row.header;
        EXPECT_EQ(credentials->text, row.text) << row.header;
    }
}

TEST(DemoAuthorization, refuses_what_is_neither_or_cannot_be_read) {
    for (const char* header : {"", " ", "Basic", "Bearer", "Bearer ", "Digest abc", "ZGVtby1rZXk6", "Basic ZGVtby1rZXk",
                               "Basic ZGVtby1rZXk6=", "Basic ZGVt*y1rZXk6", "Basic ====", "Basic YWJj", "Basicx YTo="})
        EXPECT_FALSE(parse_demo_authorization(header)) << header;
}

}  // namespace
}  // namespace apivideo::detail
