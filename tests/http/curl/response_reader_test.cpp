// SPDX-License-Identifier: MIT
// An answer from its lines and bytes: what is taken, what is refused, and when.
#include "http/curl/response_reader.hpp"

#include <apivideo/errors.hpp>

#include <gtest/gtest.h>

#include "support/print_failure.hpp"
#include "support/thrown.hpp"

#include <cstddef>
#include <limits>
#include <string>
#include <vector>

namespace apivideo::detail::curl {
namespace {

using test_support::thrown_by;

class AnswerFromLines : public ::testing::Test {
  protected:
    void take(const std::vector<std::string>& lines) {
        for (const std::string& line : lines) reader.read_line(line + "\r\n");
    }
    TransportFailure refusal_of(const std::string& line) {
        return thrown_by<TransportException>([&] { reader.read_line(line); }).failure();
    }
    TransportFailure refusal_of_head(const std::vector<std::string>& lines) {
        ResponseReader own{url, method, 10};
        const auto e = thrown_by<TransportException>([&] {
            for (const std::string& line : lines) own.read_line(line + "\r\n");
        });
        return e.failure();
    }

    const Url url{parse_url("http://host/")};
    std::string method{"GET"};
    ResponseReader reader{url, method, 10};
};

TEST_F(AnswerFromLines, has_status_reason_headers_and_body) {
    take({"HTTP/1.1 404 Not  Found ", "X-A:  1 \t", "x-a:2", "X-B:", ""});
    reader.read_body("abc");
    reader.read_body("");
    reader.read_body("def");
    const HttpResponse response = reader.finish();
    EXPECT_EQ(response.status, 404);
    EXPECT_EQ(response.reason, "Not  Found ");
    EXPECT_EQ(response.headers, (HttpHeaders{{"X-A", "1"}, {"x-a", "2"}, {"X-B", ""}}));
    EXPECT_EQ(response.body, "abcdef");
}

TEST_F(AnswerFromLines, takes_status_lines_of_http_1_with_and_without_a_reason) {
    for (const char* line : {"HTTP/1.1 200 OK", "HTTP/1.0 200 ", "HTTP/1.1 200"}) {
        ResponseReader own{url, method, 10};
        own.read_line(std::string{line} + "\r\n");
        own.read_line("\r\n");
        EXPECT_EQ(own.finish().status, 200) << line;
    }
}

TEST_F(AnswerFromLines, refuses_other_status_lines) {
    for (const char* line :
         {"", "HTTP/1.1", "HTTP/1.1 ", "HTTP/1.1 20", "HTTP/1.1 2000", "HTTP/1.1 20x OK", "HTTP/1.1  200 OK",
          "HTTP/1.1 +20 OK", "HTTP/2.0 200 OK", "HTTP/2 200 OK", "HTTP/1.2 200 OK", "HTTP/11 200 OK", "http/1.1 200 OK",
          "ICY 200 OK", "HTTP/1.1\t200 OK", "HTTP/1.1 200\tOK"})
        EXPECT_EQ(refusal_of_head({line}), TransportFailure::protocol) << line;
}

TEST_F(AnswerFromLines, refuses_statuses_that_are_none_when_the_head_ends) {
    for (const char* status : {"000", "099", "101", "600", "999"})
        EXPECT_EQ(refusal_of_head({std::string{"HTTP/1.1 "} + status, ""}), TransportFailure::protocol) << status;
}

TEST_F(AnswerFromLines, forgets_interim_answers) {
    take({"HTTP/1.1 100 Continue", "X-A: interim", "", "HTTP/1.1 103 Early Hints", "Link: x", "", "HTTP/1.1 200 OK",
          "X-B: final", ""});
    const HttpResponse response = reader.finish();
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(response.headers, (HttpHeaders{{"X-B", "final"}}));
}

TEST_F(AnswerFromLines, leaves_trailers_out) {
    take({"HTTP/1.1 200 OK", "Transfer-Encoding: chunked", ""});
    reader.read_body("abc");
    take({"X-Trailer: 1", "HTTP/1.1 500 Oh", "not a header", ""});
    const HttpResponse response = reader.finish();
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(response.headers.size(), 1U);
}

TEST_F(AnswerFromLines, refuses_lines_that_end_in_a_line_feed_alone) {
    EXPECT_EQ(refusal_of("HTTP/1.1 200 OK\n"), TransportFailure::protocol);
    EXPECT_EQ(refusal_of("\n"), TransportFailure::protocol);
    EXPECT_EQ(refusal_of(""), TransportFailure::protocol);
}

TEST_F(AnswerFromLines, refuses_headers_that_are_none) {
    for (const char* line : {"no colon", ": no name", "X-A : 1", " folded", "\tfolded: 1", "X\xc3\xa9: 1"})
        EXPECT_EQ(refusal_of_head({"HTTP/1.1 200 OK", line}), TransportFailure::protocol) << line;
}

TEST_F(AnswerFromLines, unfolds_headers) {
    take({"HTTP/1.1 200 OK", "X-A: one", "  two ", "\tthree", "X-B:", " value", "X-C: value", " ", ""});
    EXPECT_EQ(reader.finish().headers, (HttpHeaders{{"X-A", "one two three"}, {"X-B", "value"}, {"X-C", "value"}}));
}

TEST_F(AnswerFromLines, refuses_a_folded_line_that_continues_no_header_of_its_head) {
    EXPECT_EQ(refusal_of_head({"HTTP/1.1 100 Continue", "X-A: interim", "", "HTTP/1.1 200 OK", " folded"}),
              TransportFailure::protocol);
}

TEST_F(AnswerFromLines, reads_lengths_that_are_folded) {
    EXPECT_EQ(refusal_of_head({"HTTP/1.1 200 OK", "Content-Length:", " 11", ""}), TransportFailure::too_large);
}

TEST_F(AnswerFromLines, refuses_lengths_and_codings_when_the_head_ends) {
    for (const char* line : {"Content-Length: x", "Content-Length: 3, 4", "Transfer-Encoding: gzip, chunked"})
        EXPECT_EQ(refusal_of_head({"HTTP/1.1 200 OK", line, ""}), TransportFailure::protocol) << line;
}

TEST_F(AnswerFromLines, refuses_a_length_over_the_limit_when_the_head_ends) {
    EXPECT_EQ(refusal_of_head({"HTTP/1.1 200 OK", "Content-Length: 11", ""}), TransportFailure::too_large);
    take({"HTTP/1.1 200 OK", "Content-Length: 10", ""});
    reader.read_body("0123456789");
    EXPECT_EQ(reader.finish().body.size(), 10U);
}

TEST_F(AnswerFromLines, disregards_the_length_of_an_answer_without_body) {
    method = "HEAD";
    take({"HTTP/1.1 200 OK", "Content-Length: 900", ""});
    EXPECT_EQ(reader.finish().headers.get("Content-Length"), "900");
}

TEST_F(AnswerFromLines, makes_no_room_for_a_length_that_is_only_announced) {
    // More than a string can hold.
    constexpr std::size_t max_bytes = std::numeric_limits<std::size_t>::max() / 2;
    ResponseReader generous{url, method, max_bytes};
    generous.read_line("HTTP/1.1 200 OK\r\n");
    generous.read_line("Content-Length: " + std::to_string(max_bytes) + "\r\n");
    EXPECT_NO_THROW(generous.read_line("\r\n"));
}

TEST_F(AnswerFromLines, refuses_the_byte_over_the_limit) {
    take({"HTTP/1.1 200 OK", ""});
    reader.read_body("0123456789");
    const auto e = thrown_by<TransportException>([&] { reader.read_body("0"); });
    EXPECT_EQ(e.failure(), TransportFailure::too_large);
}

TEST_F(AnswerFromLines, refuses_heads_over_the_limit_however_they_grow) {
    const std::string line = "X: " + std::string(995, 'x') + "\r\n";
    const auto fill = [&](ResponseReader& own, const std::vector<std::string>& before) {
        return thrown_by<TransportException>([&] {
            for (const std::string& first : before) own.read_line(first);
            for (std::size_t i = 0; i < 300; ++i) own.read_line(line);
        });
    };
    ResponseReader headers{url, method, 10};
    EXPECT_EQ(fill(headers, {"HTTP/1.1 200 OK\r\n"}).failure(), TransportFailure::too_large);
    ResponseReader trailers{url, method, 10};
    EXPECT_EQ(fill(trailers, {"HTTP/1.1 200 OK\r\n", "\r\n"}).failure(), TransportFailure::too_large);
    const auto e = thrown_by<TransportException>([&] {
        while (true) take({"HTTP/1.1 100 Continue", ""});
    });
    EXPECT_STREQ(e.what(), "http://host:80: the response headers exceed the limit of 262144 bytes");
}

TEST_F(AnswerFromLines, says_how_far_an_answer_came_that_ended_too_early) {
    const auto failure = [&] { return thrown_by<TransportException>([&] { (void)reader.finish(); }).failure(); };
    EXPECT_FALSE(reader.has_begun());
    EXPECT_EQ(failure(), TransportFailure::connection_closed);
    take({"HTTP/1.1 100 Continue", ""});
    EXPECT_FALSE(reader.has_begun()) << "an interim answer is none";
    EXPECT_EQ(failure(), TransportFailure::connection_closed);
    take({"HTTP/1.1 200 OK", "X-A: 1"});
    EXPECT_TRUE(reader.has_begun());
    EXPECT_EQ(failure(), TransportFailure::truncated);
}

}  // namespace
}  // namespace apivideo::detail::curl
