// SPDX-License-Identifier: MIT
// Requests that no transport sends: URL, method, headers.
#include "http/request_checks.hpp"

#include <apivideo/errors.hpp>

#include <gtest/gtest.h>

#include "http/failures.hpp"
#include "support/thrown.hpp"

#include <string>
#include <string_view>

namespace apivideo::detail {
namespace {

using test_support::thrown_by;

std::string refusal_of(const HttpRequest& request) {
    const auto e = thrown_by<TransportException>([&] { (void)checked_url(request); });
    EXPECT_EQ(e.failure(), TransportFailure::invalid_request);
    return e.what();
}

HttpRequest with_header(std::string name, std::string value) {
    return {"GET", "https://host/", {{std::move(name), std::move(value)}}, {}};
}

TEST(RequestChecks, take_a_request_and_give_its_url_apart) {
    const Url url = checked_url({"GET", "https://host:8443/a?b=c", {{"Accept", "a\tb \xc3\xa9"}, {"X-A", ""}}, {}});
    EXPECT_EQ(url.origin(), "https://host:8443");
    EXPECT_EQ(url.target, "/a?b=c");
}

TEST(RequestChecks, refuse_a_malformed_url_without_repeating_it) {
    EXPECT_EQ(refusal_of({"GET", "ftp://user:secret@host", {}, {}}),
              "the request's URL has a scheme other than http and https");
    EXPECT_EQ(refusal_of({"GET", "", {}, {}}), "the request's URL is not an absolute http or https URL");
}

TEST(RequestChecks, refuse_a_method_that_is_no_token) {
    for (const char* method : {"", "GET ", "GE T", "GET\r\n", "G(T", "G\xc3\xa9T"})
        EXPECT_EQ(refusal_of({method, "https://host/", {}, {}}), "https://host:443: the method is not an HTTP token");
    for (const char* method : {"GET", "POST", "PROPFIND", "x-!#$%&'*+.^_`|~"})
        EXPECT_NO_THROW((void)checked_url({method, "https://host/", {}, {}})) << method;
}

TEST(RequestChecks, refuse_a_header_name_that_is_no_token) {
    for (const char* name : {"", "A B", "A:", "A\r\nB", "\xc3\xa9"})
        EXPECT_EQ(refusal_of(with_header(name, "x")),
                  "https://host:443: a header has a malformed name, expected an RFC 9110 token");
}

TEST(RequestChecks, refuse_a_header_value_with_a_control_character_without_repeating_it) {
    using namespace std::string_literals;
    for (const std::string& value : {"secret\r\nX: y"s, "secret\n"s, "secret\0"s, "secret\x7f"s, "\x1bsecret"s})
        EXPECT_EQ(refusal_of(with_header("X-A", value)),
                  "https://host:443: the value of the header X-A contains a control character");
}

TEST(RequestChecks, refuse_headers_that_are_the_transports_own) {
    for (const char* name : {"Host", "host", "CONNECTION", "Content-Length", "transfer-encoding", "TE", "Trailer",
                             "Accept-Encoding", "Expect", "Upgrade", "Proxy-Authorization", "proxy-connection"})
        EXPECT_EQ(refusal_of(with_header(name, "x")),
                  std::string{"https://host:443: the header "} + name + " is set by the transport itself");
    for (const char* name : {"Hostess", "Authorization", "Content-Type", "Proxied", "X-Host"})
        EXPECT_NO_THROW((void)checked_url(with_header(name, "x"))) << name;
}

TEST(RequestChecks, know_the_methods_that_change_nothing) {
    for (const char* method : {"GET", "HEAD", "OPTIONS"}) EXPECT_TRUE(is_safe_method(method));
    for (const char* method : {"POST", "PUT", "DELETE", "PATCH", "get", ""}) EXPECT_FALSE(is_safe_method(method));
}

TEST(Failures, are_worded_alike_and_name_the_origin) {
    const Url url = parse_url("https://host/secret?x");
    EXPECT_STREQ(body_too_large(url, 7).what(), "https://host:443: the response body exceeds the limit of 7 bytes");
    EXPECT_EQ(body_too_large(url, 7).failure(), TransportFailure::too_large);
}

}  // namespace
}  // namespace apivideo::detail
