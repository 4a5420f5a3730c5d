// SPDX-License-Identifier: MIT
// Contract of transports: a request arrives as it was given, or is refused before anything is sent.
#include "http/transport_contract.hpp"

#include "support/full_backlog.hpp"

#include <string>

namespace apivideo::tests {
namespace {

using namespace std::string_literals;

class Echo {
  public:
    RawServer server{always(http_answer(200, ""))};
    [[nodiscard]] ReceivedRequest last() const { return server.requests().back(); }
};

TEST_P(TransportContract, sends_the_request_line_as_it_is) {
    Echo echo;
    for (const std::string target : {"/", "/a/b.c?x=1&y=%20%2F&z=", "/a%2Fb/c", "/~u/;p=1/@:!$'()*+,?q=/?",
                                     "/analytics/videos/plays?from=2023-06-01&filter=videoId%3Avi3&pageSize=25"}) {
        get(echo.server.url(target));
        EXPECT_EQ(echo.last().method, "GET");
        EXPECT_EQ(echo.last().target, target);
        EXPECT_EQ(echo.last().version, "HTTP/1.1");
    }
}

TEST_P(TransportContract, sends_a_slash_for_an_empty_path) {
    Echo echo;
    get(echo.server.url(""));
    EXPECT_EQ(echo.last().target, "/");
    get(echo.server.url("?a=b"));
    EXPECT_EQ(echo.last().target, "/?a=b");
}

TEST_P(TransportContract, sends_the_host_and_asks_for_no_coding) {
    Echo echo;
    get(echo.server.url());
    const HttpHeaders headers = echo.last().headers;
    EXPECT_EQ(headers.all("Host"), std::vector<std::string>{"127.0.0.1:" + std::to_string(echo.server.port())});
    EXPECT_EQ(headers.all("Accept-Encoding"), std::vector<std::string>{"identity"});
    EXPECT_EQ(headers.find("TE"), nullptr);
    EXPECT_EQ(headers.find("Expect"), nullptr);
    EXPECT_EQ(headers.find("Content-Length"), nullptr);
    EXPECT_EQ(headers.find("Content-Type"), nullptr);
    EXPECT_EQ(headers.find("Authorization"), nullptr);
}

TEST_P(TransportContract, sends_headers_as_they_are) {
    Echo echo;
    HttpRequest request = get_of(echo.server.url());
    request.headers = {{"Authorization", "Bearer a.b-c_d=="},
                       {"accept", "application/json;q=0.9, */*"},
                       {"User-Agent", "test/1"},
                       {"X-Utf8", "gr\xc3\xbc\xc3\x9f"},
                       {"X-Tab", "a\tb"}};
    send(request);
    for (const HttpHeader& header : request.headers)
        EXPECT_EQ(echo.last().headers.all(header.name), std::vector<std::string>{header.value}) << header.name;
}

TEST_P(TransportContract, sends_all_of_a_repeated_header_in_order) {
    Echo echo;
    HttpRequest request = get_of(echo.server.url());
    request.headers = {{"X-Many", "one"}, {"X-Many", "two"}};
    send(request);
    std::string joined;
    for (const std::string& value : echo.last().headers.all("X-Many")) joined += (joined.empty() ? "" : ", ") + value;
    EXPECT_EQ(joined, "one, two");
}

TEST_P(TransportContract, sends_the_body_byte_for_byte) {
    Echo echo;
    const std::string body = "\0\r\n{\"apiKey\":\"x\"}\xff\xfe"s;
    HttpRequest request = post_of(echo.server.url(), body);
    request.headers.add("Content-Type", "application/json");
    send(request);
    EXPECT_EQ(echo.last().method, "POST");
    EXPECT_EQ(echo.last().body, body);
    EXPECT_EQ(echo.last().headers.all("Content-Length"), std::vector<std::string>{std::to_string(body.size())});
    EXPECT_EQ(echo.last().headers.all("Content-Type"), std::vector<std::string>{"application/json"});
    EXPECT_EQ(echo.last().headers.find("Transfer-Encoding"), nullptr);
}

TEST_P(TransportContract, makes_up_no_content_type) {
    Echo echo;
    send(post_of(echo.server.url(), "body"));
    EXPECT_EQ(echo.last().headers.find("Content-Type"), nullptr);
}

TEST_P(TransportContract, sends_a_length_of_zero_with_an_empty_post) {
    Echo echo;
    send(post_of(echo.server.url(), ""));
    EXPECT_EQ(echo.last().headers.get("Content-Length"), "0");
    EXPECT_EQ(echo.last().headers.find("Content-Type"), nullptr);
}

TEST_P(TransportContract, sends_large_bodies_without_asking_first) {
    Echo echo;
    const std::string body(2'000'000, 'b');
    send(post_of(echo.server.url(), body));
    EXPECT_TRUE(echo.last().body == body);
    EXPECT_EQ(echo.last().headers.find("Expect"), nullptr);
}

TEST_P(TransportContract, sends_any_method) {
    Echo echo;
    for (const std::string method : {"PUT", "PATCH", "DELETE", "OPTIONS", "X-OWN"}) {
        send({method, echo.server.url(), {}, {}});
        EXPECT_EQ(echo.last().method, method);
    }
}

TEST_P(TransportContract, refuses_headers_that_would_break_the_request) {
    Echo echo;
    const std::string nul = "a\0b"s;
    const HttpHeader bad[] = {{"X-A", "1\r\nX-B: 2"}, {"X-A", "1\nX-B: 2"}, {"X-A", "1\r"},       {"X-A", nul},
                              {"X-A", "\x7f"},        {"X-A\r\nX-B", "1"},  {"X-A: 1\nX-B", "2"}, {"", "1"},
                              {"X A", "1"},           {"X:A", "1"},         {"X-\xc3\xa9", "1"}};
    for (const HttpHeader& header : bad) {
        HttpRequest request = get_of(echo.server.url());
        request.headers.add(header.name, header.value);
        EXPECT_EQ(fail(request, within()).failure, TransportFailure::invalid_request) << header.name;
    }
    EXPECT_EQ(echo.server.connection_count(), 0U);
}

TEST_P(TransportContract, refuses_headers_that_are_its_own) {
    Echo echo;
    for (const std::string name : {"Host", "connection", "Content-Length", "Transfer-Encoding", "Accept-Encoding",
                                   "Expect", "Proxy-Authorization", "Proxy-Connection", "TE", "Trailer", "Upgrade"}) {
        HttpRequest request = get_of(echo.server.url());
        request.headers.add(name, "x");
        const FailedCall call = fail(request, within());
        EXPECT_EQ(call.failure, TransportFailure::invalid_request);
        EXPECT_NE(call.message.find(name), std::string::npos) << call.message;
    }
    EXPECT_EQ(echo.server.connection_count(), 0U);
}

TEST_P(TransportContract, refuses_methods_that_are_none) {
    Echo echo;
    for (const std::string method : {"", "GET /other HTTP/1.1\r\nX:", "G T", "G\r\n", "GET\n"})
        EXPECT_EQ(fail({method, echo.server.url(), {}, {}}, within()).failure, TransportFailure::invalid_request);
    EXPECT_EQ(echo.server.connection_count(), 0U);
}

TEST_P(TransportContract, refuses_urls_that_are_none) {
    for (const std::string url :
         {"", "/path", "ftp://localhost/", "http://", "http:///path", "http://a b/", "http://a/ b", "http://a/\r\nX: y",
          "http://a:0/", "http://a:65536/", "http://a:b/", "http://a/%zz", "http://a/#f", "http://[::1",
          "http://h\xc3\xa9/", "file:///etc/passwd"})
        EXPECT_EQ(fail(url).failure, TransportFailure::invalid_request) << url;
}

TEST_P(TransportContract, keeps_secrets_of_a_refused_request_out_of_its_message) {
    EXPECT_EQ(fail("http://user:secret@localhost/").message.find("secret"), std::string::npos);
    EXPECT_EQ(fail("http://local host/?secret").message.find("secret"), std::string::npos);
    HttpRequest request = get_of("http://localhost:1/");
    request.headers.add("Authorization", "Bearer secret\r\n");
    EXPECT_EQ(fail(request, within()).message.find("secret"), std::string::npos);
}

}  // namespace
}  // namespace apivideo::tests
