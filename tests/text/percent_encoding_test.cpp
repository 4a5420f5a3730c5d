// SPDX-License-Identifier: MIT
// Percent-encoding: what stays, what does not, byte by byte.
#include "text/percent_encoding.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace apivideo::detail {
namespace {

std::string encoded(std::string_view value) {
    std::string out;
    append_percent_encoded(out, value);
    return out;
}

TEST(PercentEncoding, keeps_what_rfc_3986_calls_unreserved_and_encodes_every_other_byte) {
    constexpr std::string_view unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    constexpr std::string_view digits = "0123456789ABCDEF";
    for (unsigned i = 0; i < 256; ++i) {
        const std::string byte(1, static_cast<char>(i));
        const bool kept = unreserved.find(byte) != std::string_view::npos;
        const std::string escape{'%', digits[i / 16], digits[i % 16]};
        EXPECT_EQ(encoded(byte), kept ? byte : escape) << i;
    }
}

TEST(PercentEncoding, encodes_what_means_something_in_a_query) {
    EXPECT_EQ(encoded("a b,c+d&e=f/\xc3\xa9~*'()%!"), "a%20b%2Cc%2Bd%26e%3Df%2F%C3%A9~%2A%27%28%29%25%21");
}

TEST(PercentEncoding, appends) {
    std::string out = "videoId%3A";
    append_percent_encoded(out, "");
    append_percent_encoded(out, "\xf0\x9f\x8e\xac");
    EXPECT_EQ(out, "videoId%3A%F0%9F%8E%AC");
}

}  // namespace
}  // namespace apivideo::detail
