// SPDX-License-Identifier: MIT
// Answers whose framing nobody can trust: status, lengths, codings.
#include "http/response_checks.hpp"

#include <apivideo/errors.hpp>

#include <gtest/gtest.h>

#include "support/thrown.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace apivideo::detail {
namespace {

using test_support::thrown_by;

const Url url = parse_url("https://host/");

std::string refusal_of(const HttpResponse& response, const std::string& method = "GET") {
    const auto e = thrown_by<TransportException>([&] { check_response(url, method, response); });
    EXPECT_EQ(e.failure(), TransportFailure::protocol);
    return e.what();
}

std::optional<std::uint64_t> length_in(const HttpHeaders& headers) {
    return content_length(url, headers.all("Content-Length"));
}

TEST(AnnouncedLength, is_one_number_however_often_it_is_said) {
    const char* name = "content-length";
    EXPECT_EQ(length_in({}), std::nullopt);
    EXPECT_EQ(length_in({{name, "0"}}), 0u);
    EXPECT_EQ(length_in({{name, " 12 "}}), 12u);
    EXPECT_EQ(length_in({{name, "12"}, {name, "12"}}), 12u);
    EXPECT_EQ(length_in({{name, "12, 12"}, {name, "12"}}), 12u);
    EXPECT_EQ(length_in({{name, "9223372036854775807"}}), 9223372036854775807u);
}

TEST(AnnouncedLength, is_refused_where_it_is_no_number_or_two) {
    for (const char* value :
         {"", "x", "-1", "+1", "1.0", "0x1", "1 2", "1,", ",1", "9223372036854775808", "18446744073709551616"}) {
        const auto e = thrown_by<TransportException>([&] { (void)length_in({{"Content-Length", value}}); });
        EXPECT_STREQ(e.what(), "https://host:443: the response has a malformed Content-Length") << value;
    }
    for (const HttpHeaders& headers :
         {HttpHeaders{{"Content-Length", "1, 2"}}, HttpHeaders{{"Content-Length", "1"}, {"content-length", "2"}}}) {
        const auto e = thrown_by<TransportException>([&] { (void)length_in(headers); });
        EXPECT_STREQ(e.what(), "https://host:443: the response has conflicting Content-Lengths");
    }
}

TEST(ResponseChecks, take_statuses_of_200_to_599) {
    for (const int status : {200, 204, 301, 404, 599})
        EXPECT_NO_THROW(check_response(url, "GET", HttpResponse{status, {}, {}, {}})) << status;
    for (const int status : {-1, 0, 100, 199, 600, 999})
        EXPECT_EQ(refusal_of({status, {}, {}, {}}),
                  "https://host:443: the response has status " + std::to_string(status) + ", expected 200 to 599");
}

TEST(ResponseChecks, refuse_a_body_that_is_shorter_or_longer_than_announced) {
    EXPECT_NO_THROW(check_response(url, "GET", {200, {}, {{"Content-Length", "3"}}, "abc"}));
    EXPECT_EQ(refusal_of({200, {}, {{"Content-Length", "4"}}, "abc"}),
              "https://host:443: the response has a Content-Length of 4 but a body of 3 bytes");
    EXPECT_EQ(refusal_of({200, {}, {{"Content-Length", "2"}}, "abc"}),
              "https://host:443: the response has a Content-Length of 2 but a body of 3 bytes");
}

TEST(ResponseChecks, let_chunked_come_before_a_length) {
    EXPECT_NO_THROW(check_response(url, "GET", {200, {}, {{"Transfer-Encoding", " Chunked "}}, "abc"}));
    EXPECT_NO_THROW(
        check_response(url, "GET", {200, {}, {{"Transfer-Encoding", "chunked"}, {"Content-Length", "9"}}, "abc"}));
}

TEST(ResponseChecks, refuse_every_other_transfer_coding) {
    for (const char* coding : {"gzip", "gzip, chunked", "chunked, chunked", "identity", "", "chunkedx"})
        EXPECT_EQ(refusal_of({200, {}, {{"Transfer-Encoding", coding}}, {}}),
                  "https://host:443: the response has an unsupported transfer coding, expected chunked");
    EXPECT_EQ(refusal_of({200, {}, {{"Transfer-Encoding", "chunked"}, {"Transfer-Encoding", "chunked"}}, {}}),
              "https://host:443: the response has an unsupported transfer coding, expected chunked");
}

TEST(ResponseChecks, expect_no_body_where_there_is_none_by_definition) {
    const HttpHeaders headers{{"Content-Length", "9"}};
    EXPECT_NO_THROW(check_response(url, "HEAD", {200, {}, headers, {}}));
    EXPECT_NO_THROW(check_response(url, "GET", {204, {}, headers, {}}));
    EXPECT_NO_THROW(check_response(url, "GET", {304, {}, headers, {}}));
    EXPECT_TRUE(is_bodiless("HEAD", 200) && is_bodiless("GET", 204) && is_bodiless("GET", 304));
    EXPECT_FALSE(is_bodiless("GET", 200) || is_bodiless("POST", 404));
    EXPECT_EQ(refusal_of({204, {}, {{"Content-Length", "x"}}, {}}),
              "https://host:443: the response has a malformed Content-Length");
}

TEST(ResponseChecks, name_the_coding_of_a_body_that_cannot_be_read) {
    const auto note_on = [](const HttpHeaders& headers) { return note_on_coding({200, {}, headers, {}}); };
    EXPECT_EQ(note_on({{"content-encoding", "GZIP"}}), "; the body has the content coding gzip, expected none");
    EXPECT_EQ(note_on({{"Content-Encoding", "secret"}}), "; the body has the content coding (unknown), expected none");
    for (const HttpHeaders& none :
         {HttpHeaders{}, HttpHeaders{{"Content-Encoding", ""}}, HttpHeaders{{"Content-Encoding", "Identity"}}})
        EXPECT_EQ(note_on(none), "");
}

}  // namespace
}  // namespace apivideo::detail
