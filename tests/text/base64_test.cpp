// SPDX-License-Identifier: MIT
// Base64, and the credentials of Basic authentication.
#include "text/base64.hpp"

#include <gtest/gtest.h>

#include <utility>

namespace apivideo::detail {
namespace {

TEST(Base64, pads_as_needed) {
    const std::pair<const char*, const char*> table[] = {{"", ""},
                                                         {"f", "Zg=="},
                                                         {"fo", "Zm8="},
                                                         {"foo", "Zm9v"},
                                                         {"foob", "Zm9vYg=="},
                                                         {"\xff\xfe", "//4="},
                                                         {"key:", "a2V5Og=="}};
    for (const auto& [bytes, text] : table) EXPECT_EQ(base64(bytes), text);
}

TEST(BasicAuthorization, joins_user_name_and_password_with_a_colon) {
    EXPECT_EQ(basic_authorization("Aladdin", "open sesame"), "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
    EXPECT_EQ(basic_authorization("key", ""), "Basic a2V5Og==");
}

}  // namespace
}  // namespace apivideo::detail
