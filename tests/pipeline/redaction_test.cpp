// SPDX-License-Identifier: MIT
// Tests of the redaction of credentials.
#include "pipeline/redaction.hpp"

#include <gtest/gtest.h>

namespace apivideo::detail {
namespace {

std::string redacted(std::string_view text, const std::vector<std::string>& secrets) {
    return Redactor{secrets}.redacted(text);
}

TEST(Redaction, finds_a_secret_however_json_escapes_it) {
    const std::vector<std::string> secrets{"a/\"\\b"};
    EXPECT_EQ(redacted(R"(x a/"\b y)", secrets), "x [redacted] y");
    EXPECT_EQ(redacted(R"(a\/\"\\b)", secrets), "[redacted]");
    EXPECT_EQ(redacted(R"(\u0061\u002f\u0022\u005C\u0062)", secrets), "[redacted]");
    EXPECT_EQ(redacted(R"(a\u002F\"\\\u0062)", secrets), "[redacted]");
    EXPECT_EQ(redacted(R"(\u0070\u0030\u0040\u007e-secret)", {"p0@~-secret"}), "[redacted]");
}

TEST(Redaction, finds_a_secret_whichever_of_its_characters_are_percent_encoded) {
    const std::vector<std::string> secrets{"a/+=\"\\%b"};
    for (const char* text : {R"(a%2F%2B%3D%22%5C%25b)", R"(a%2f%2b%3d%22%5c%25b)", R"(%61%2F%2b%3D%22%5c%25%62)",
                             R"(a/%2B=%22\%b)", R"(%61/+="\%b)", R"(a/+="\%%62)", R"(a/+="\%25b)"})
        EXPECT_EQ(redacted(text, secrets), "[redacted]") << text;
    EXPECT_EQ(redacted("<%7E%7e>", {"~~"}), "<[redacted]>");
    EXPECT_EQ(redacted("<gr%C3%BC%c3%9f%FF>", {"gr\xc3\xbc\xc3\x9f\xff"}), "<[redacted]>");
}

TEST(Redaction, finds_a_secret_that_is_percent_encoded_within_json) {
    const std::vector<std::string> secrets{R"(a/"b\c)"};
    for (const char* text : {R"(a\/%22b%5Cc)", R"(a\/\"b%5cc)", R"(\u0061%2F%22b\\c)",
                             R"(a\u0025\u0032\u0046%22b%5C%63)", R"(a\u00252F\u0025\u00322b%5C\u0063)"})
        EXPECT_EQ(redacted(text, secrets), "[redacted]") << text;
    EXPECT_EQ(redacted(R"(a\/\u0022b\u005cc)", secrets), "[redacted]");
    EXPECT_EQ(redacted(R"(a\u002f\u00252\u0032b\u00255cc)", secrets), "[redacted]") << "no percent sign as it is";
}

TEST(Redaction, finds_a_secret_that_holds_what_looks_like_an_escape_or_percent_encoding) {
    for (const char* text : {"100%41-of-it", "100%2541-of-it", "%3100%2541-of-it", R"(100\u002541-of-it)"})
        EXPECT_EQ(redacted(text, {"100%41-of-it"}), "[redacted]") << text;
    for (const char* text : {R"(a\/b%41\"c-d)", R"(a\\/b%41\\\"c-d)", R"(a%5c/b%2541%5C"c-d)"})
        EXPECT_EQ(redacted(text, {R"(a\/b%41\"c-d)"}), "[redacted]") << text;
}

TEST(Redaction, finds_the_spellings_of_a_key_percent_encoded_and_leaves_their_padding) {
    const std::vector<std::string> spellings = spellings_of_key("key-of?>~");
    EXPECT_EQ(redacted("Basic%20a2V5LW9mPz5%2BOg%3D%3D&", spellings), "Basic%20[redacted]%3D%3D&");
    EXPECT_EQ(redacted("Basic+a2V5LW9mPz5%2b%4Fg==", spellings), "Basic+[redacted]==");
    EXPECT_EQ(redacted("a2V5Og%3D%3D", spellings_of_key("key")), "[redacted]%3D%3D");
    EXPECT_EQ(redacted("key-of%3F%3E~", spellings), "[redacted]");
}

TEST(Redaction, leaves_everything_else) {
    const std::vector<std::string> secrets{"secret"};
    for (const char* text : {"",
                             "secre",
                             "Secret",
                             "s ecret",
                             "\\",
                             "\\u",
                             "\\u007",
                             "\\u0173",
                             "sécret",
                             "\\u003gsecre",
                             "%",
                             "%7",
                             "secre%",
                             "secre%7",
                             "secre%7g",
                             "secre%g4",
                             "secre%%74",
                             "secre%2574",
                             "secre%u0074",
                             "secre\\%74",
                             "secre\\u0025",
                             "secre\\u00257",
                             "s+ecret"})
        EXPECT_EQ(redacted(text, secrets), text);
}

TEST(Redaction, finds_each_of_several_secrets_each_time) {
    EXPECT_EQ(redacted("one two one", {"two", "one"}), "[redacted] [redacted] [redacted]");
}

TEST(Redaction, finds_secrets_that_begin_or_end_alike_in_full) {
    EXPECT_EQ(redacted("<secret-and-more>", {"secret-and", "secret-and-more"}), "<[redacted]>");
    EXPECT_EQ(redacted("<abcdefgh-ijklmnop>", {"abcdefgh-ijk", "fgh-ijklmnop"}), "<[redacted]>");
    EXPECT_EQ(redacted("<abababababab>", {"abababab"}), "<[redacted]>");
    EXPECT_EQ(redacted("<aabaabaaaab>", {"aabaaaab"}), "<aab[redacted]>");
    EXPECT_EQ(redacted("xa-a-a a", {"a-a"}), "xa-[redacted] a") << "a match within a word hides no other";
}

TEST(Redaction, finds_secrets_raw_and_escaped_that_overlap_each_other) {
    EXPECT_EQ(redacted(R"(<abcd\u0065fgh-ijkl>)", {"abcdefgh", R"(\u0065fgh-ijkl)"}), "<[redacted]>");
    EXPECT_EQ(redacted(R"(<\u0061bcdefgh-x>)", {"abcdefgh-", R"(\u0061b)", "u0061bcdefgh"}), "<[redacted]x>");
    EXPECT_EQ(redacted(R"(u0061bcdefg u\u0061bcdefg)", {"u0061bcdefg"}), R"([redacted] u\[redacted])");
}

TEST(Redaction, finds_a_secret_whose_first_character_is_escaped_or_part_of_an_escape) {
    EXPECT_EQ(redacted(R"(<\/long-key>)", {"/long-key"}), "<[redacted]>");
    EXPECT_EQ(redacted(R"(<\u006cong-key>)", {"long-key"}), "<[redacted]>");
    EXPECT_EQ(redacted(R"(<\u006cong>)", {"u006cong"}), R"(<\[redacted]>)");
    EXPECT_EQ(redacted(R"(<\u006cong-key>)", {"06cong-key"}), R"(<\u0[redacted]>)");
    EXPECT_EQ(redacted(R"(<\"long-key>)", {R"(\"long-key)"}), "<[redacted]>");
}

TEST(Redaction, finds_secrets_in_their_order_whichever_way_each_is_written) {
    EXPECT_EQ(redacted(R"(<one-key> <%6fne-key> <\u006fne-key> <%6fne\u002dkey> <one-key> <%6fne-key>)", {"one-key"}),
              "<[redacted]> <[redacted]> <[redacted]> <[redacted]> <[redacted]> <[redacted]>");
    EXPECT_EQ(redacted(R"(<abcd%65fgh-ijkl>)", {"abcdefgh", "%65fgh-ijkl"}), "<[redacted]>");
    EXPECT_EQ(redacted(R"(<%61bcdefgh-x%6a>)", {"abcdefgh-", "%61b", "defgh-x%6a"}), "<[redacted]>");
    EXPECT_EQ(redacted(R"(<%6cong>)", {"6cong"}), "<%[redacted]>");
}

TEST(Redaction, knows_a_key_in_every_spelling_that_a_server_may_repeat) {
    EXPECT_EQ(spellings_of_key("key?>~"),
              (std::vector<std::string>{"key?>~", "a2V5Pz5+Og", "a2V5Pz5-Og", "a2V5Pz5+", "a2V5Pz5-"}));
    EXPECT_EQ(spellings_of_key("??"), (std::vector<std::string>{"??", "Pz86", "Pz86", "Pz8", "Pz8"}));
    EXPECT_EQ(spellings_of_key("???").at(4), "Pz8_");
}

TEST(Redaction, finds_a_secret_with_backslashes_raw_and_escaped) {
    EXPECT_EQ(redacted(R"(a"b-c\d-e a\"b-c\d-e)", {R"(a"b-c\d-e)"}), "[redacted] [redacted]");
}

TEST(Redaction, takes_no_longer_for_secrets_that_nearly_match_everywhere) {
    const std::string secret = std::string(16 * 1024, 'a') + 'b';
    const std::string text(std::size_t{8} << 20, 'a');
    EXPECT_EQ(redacted(text, {secret, "a" + secret, "aa" + secret}), text);
    EXPECT_EQ(redacted(text + 'b', {secret}), text.substr(16 * 1024) + "[redacted]");
    std::string encoded;
    while (encoded.size() < text.size() / 8) encoded += R"(a%61\u0061\u0025\u0036\u0031%6\u0031)";
    EXPECT_EQ(redacted(encoded, {secret, "a" + secret, "aa" + secret}), encoded);
}

TEST(Redaction, does_not_let_a_text_grow_without_bounds) {
    std::string text;
    for (int i = 0; i < 1000; ++i) text += "a ";
    EXPECT_EQ(redacted(text, {"a"}), "[redacted]");
    EXPECT_EQ(redacted("a a a a", {"a"}), "[redacted] [redacted] [redacted] [redacted]");
    std::string longest;
    for (int i = 0; i < 30; ++i) longest += "a ";
    EXPECT_EQ(redacted(longest + std::string(10, '.'), {"a"}).size(), 2 * (60 + 10) + 200);
    EXPECT_EQ(redacted(longest + std::string(9, '.'), {"a"}), "[redacted]");
}

TEST(Redaction, searches_reason_headers_and_body) {
    HttpResponse response{400, "no one", {{"X-one", "is one"}, {"Other", "not"}}, "for one"};
    Redactor{{"one"}}.redact(response);
    EXPECT_EQ(
        response,
        (HttpResponse{400, "no [redacted]", {{"X-[redacted]", "is [redacted]"}, {"Other", "not"}}, "for [redacted]"}));
}

TEST(Redaction, finds_a_short_secret_only_where_it_is_a_word_of_its_own) {
    EXPECT_EQ(redacted("your request, est. est", {"est"}), "your request, [redacted]. [redacted]");
    EXPECT_EQ(redacted("xlong-tokenx", {"long-token"}), "x[redacted]x");
}

}  // namespace
}  // namespace apivideo::detail
