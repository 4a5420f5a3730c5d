// SPDX-License-Identifier: MIT
// Contract of transports: an answer arrives as the server sent it.
#include "http/transport_contract.hpp"

#include <string>

namespace apivideo::tests {
namespace {

using namespace std::string_literals;

/// The status that the path asks for.
std::string answer_by_path(const ReceivedRequest& request) {
    const int status = std::stoi(request.target.substr(1));
    if (status == 204 || status == 304) return "HTTP/1.1 " + std::to_string(status) + " Nothing\r\n\r\n";
    return http_answer(status, "body of " + std::to_string(status), "Location: /200\r\nWWW-Authenticate: Basic\r\n");
}

std::string all_bytes() {
    std::string bytes;
    for (int i = 0; i < 256; ++i) bytes += static_cast<char>(i);
    return bytes + "\r\n\r\n0\r\n\r\n" + bytes;
}

std::string chunk(const std::string& bytes) {
    constexpr const char* digits = "0123456789abcdef";
    std::string size;
    for (std::size_t rest = bytes.size(); rest > 0; rest /= 16) size.insert(size.begin(), digits[rest % 16]);
    return size + "\r\n" + bytes + "\r\n";
}

constexpr const char* chunked_head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

TEST_P(TransportContract, returns_any_status) {
    RawServer server{answering(answer_by_path)};
    for (const int status : {200, 201, 202, 206, 226, 300, 301, 302, 303, 307, 308, 400, 401, 403,
                             404, 405, 409, 410, 418, 422, 429, 451, 500, 501, 502, 503, 504, 599}) {
        const HttpResponse response = get(server.url('/' + std::to_string(status)));
        EXPECT_EQ(response.status, status);
        EXPECT_EQ(response.body, "body of " + std::to_string(status));
    }
}

TEST_P(TransportContract, returns_statuses_without_a_body) {
    RawServer server{answering(answer_by_path)};
    for (const int status : {204, 304}) {
        const HttpResponse response = get(server.url('/' + std::to_string(status)));
        EXPECT_EQ(response.status, status);
        EXPECT_EQ(response.body, "");
    }
}

TEST_P(TransportContract, does_not_follow_redirects) {
    RawServer server{answering(answer_by_path)};
    for (const std::string status : {"301", "302", "303", "307", "308"}) {
        EXPECT_EQ(std::to_string(get(server.url('/' + status)).status), status);
        EXPECT_EQ(server.requests().back().target, '/' + status);
    }
}

TEST_P(TransportContract, gives_the_text_of_the_status_line) {
    RawServer server{always("HTTP/1.1 404 Not  at all\r\nContent-Length: 0\r\n\r\n")};
    EXPECT_EQ(get(server.url()).reason, "Not  at all");
}

TEST_P(TransportContract, takes_a_status_line_without_text) {
    RawServer server{always("HTTP/1.1 200\r\nContent-Length: 2\r\n\r\nok")};
    const HttpResponse response = get(server.url());
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(response.reason, "");
    EXPECT_EQ(response.body, "ok");
}

TEST_P(TransportContract, gives_every_byte_of_a_body_of_known_length) {
    RawServer server{always(http_answer(200, all_bytes(), "Content-Type: application/json; charset=iso-8859-1\r\n"))};
    EXPECT_EQ(get(server.url()).body, all_bytes());
}

TEST_P(TransportContract, gives_every_byte_of_a_chunked_body) {
    RawServer server{always(chunked_head + chunk(all_bytes()) + chunk("x") + chunk(all_bytes()) + "0\r\n\r\n")};
    EXPECT_EQ(get(server.url()).body, all_bytes() + 'x' + all_bytes());
}

TEST_P(TransportContract, gives_every_byte_of_a_body_that_ends_with_the_connection) {
    RawServer server{once("HTTP/1.1 200 OK\r\n\r\n" + all_bytes())};
    EXPECT_EQ(get(server.url()).body, all_bytes());
}

TEST_P(TransportContract, takes_answers_of_http_1_0) {
    RawServer server{once("HTTP/1.0 200 OK\r\n\r\nold")};
    EXPECT_EQ(get(server.url()).body, "old");
}

TEST_P(TransportContract, takes_chunk_extensions_and_trailers) {
    RawServer server{
        always("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: X-Sum\r\n\r\n"
               "3;name=value\r\nabc\r\n0\r\nX-Sum: 1\r\n\r\n")};
    for (int i = 0; i < 2; ++i) {
        const HttpResponse response = get(server.url());
        EXPECT_EQ(response.body, "abc");
        EXPECT_EQ(response.headers.find("X-Sum"), nullptr);
    }
}

TEST_P(TransportContract, gives_large_bodies_whole) {
    std::string body(3'000'000, 'x');
    for (std::size_t i = 0; i < body.size(); i += 997) body[i] = static_cast<char>('a' + i % 26);
    RawServer server{answering([&](const ReceivedRequest& request) {
        return request.target == "/chunked" ? chunked_head + chunk(body) + "0\r\n\r\n" : http_answer(200, body);
    })};
    EXPECT_TRUE(get(server.url("/length")).body == body);
    EXPECT_TRUE(get(server.url("/chunked")).body == body);
}

TEST_P(TransportContract, takes_an_answer_that_comes_in_many_pieces) {
    RawServer server{[](ServerConnection& connection) {
        if (connection.read_request()) connection.write_slowly(http_answer(200, "piece by piece", "X-A: b\r\n"), 1ms);
    }};
    const HttpResponse response = get(server.url());
    EXPECT_EQ(response.body, "piece by piece");
    EXPECT_EQ(response.headers.get("X-A"), "b");
}

TEST_P(TransportContract, does_not_decode_what_it_did_not_ask_for) {
    const std::string compressed =
        "\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\x4b\x4c\x4a\x06\x00\xc2\x41\x24\x35\x03\x00\x00\x00"s;
    RawServer server{always(http_answer(200, compressed, "Content-Encoding: gzip\r\n"))};
    const HttpResponse response = get(server.url());
    EXPECT_EQ(response.body, compressed);
    EXPECT_EQ(response.headers.get("Content-Encoding"), "gzip");
}

TEST_P(TransportContract, gives_headers_whatever_their_case) {
    RawServer server{always(http_answer(200, "", "x-RateLimit-limit:  500 \r\nX-Empty:\r\n"))};
    const HttpHeaders headers = get(server.url()).headers;
    EXPECT_EQ(headers.get("X-RateLimit-Limit"), "500");
    EXPECT_EQ(headers.get("x-empty"), "");
    EXPECT_EQ(headers.get("X-Other"), std::nullopt);
}

TEST_P(TransportContract, gives_repeated_headers) {
    RawServer server{always(http_answer(200, "", "X-Many: one\r\nX-Other: o\r\nX-Many: two\r\n"))};
    const std::vector<std::string> values = get(server.url()).headers.all("X-Many");
    if (GetParam().keeps_repeated_headers_apart)
        EXPECT_EQ(values, (std::vector<std::string>{"one", "two"}));
    else
        EXPECT_EQ(values, std::vector<std::string>{"one, two"});
}

TEST_P(TransportContract, takes_lengths_that_are_repeated_and_agree) {
    RawServer server{always("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 2\r\n\r\nok")};
    EXPECT_EQ(get(server.url()).body, "ok");
}

TEST_P(TransportContract, takes_an_answer_to_head_without_its_body) {
    RawServer server{always("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n")};
    const HttpResponse response = send({"HEAD", server.url(), {}, {}});
    EXPECT_EQ(response.headers.get("Content-Length"), "5000");
    EXPECT_EQ(response.body, "");
}

TEST_P(TransportContract, sends_after_head_what_it_would_send_without) {
    RawServer server{answering([](const ReceivedRequest& request) {
        return http_answer(200, request.method == "HEAD" ? "" : request.method + ' ' + request.body);
    })};
    for (const char* method : {"POST", "GET", "PUT"}) {
        (void)send({"HEAD", server.url(), {}, {}});
        const std::string body = method == std::string{"GET"} ? "" : "body";
        EXPECT_EQ(send({method, server.url(), {}, body}).body, method + (' ' + body));
    }
}

}  // namespace
}  // namespace apivideo::tests
