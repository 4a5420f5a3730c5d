// SPDX-License-Identifier: MIT
// URLs: which are taken, which are refused, which are of this machine, which are of one origin.
#include "http/url.hpp"

#include <apivideo/errors.hpp>

#include <gtest/gtest.h>

#include "support/thrown.hpp"

#include <stdexcept>
#include <string>
#include <string_view>

namespace apivideo::detail {
namespace {

using namespace std::string_view_literals;
using test_support::thrown_by;

TEST(ParseUrl, takes_absolute_http_and_https_urls_apart) {
    const std::string long_name(253, 'a');
    const std::string long_url = "http://" + long_name;
    const struct {
        std::string_view text;
        Url url;
    } cases[] = {
        {"https://ws.api.video", {"https", "ws.api.video", 443, "/"}},
        {"http://ws.api.video", {"http", "ws.api.video", 80, "/"}},
        {"HTTPS://WS.Api.Video/Path", {"https", "ws.api.video", 443, "/Path"}},
        {"https://host:8443/", {"https", "host", 8443, "/"}},
        {"http://host:1", {"http", "host", 1, "/"}},
        {"http://host:65535", {"http", "host", 65535, "/"}},
        {"http://host?a=b", {"http", "host", 80, "/?a=b"}},
        {"http://host/?a=b", {"http", "host", 80, "/?a=b"}},
        {"http://host/a//b/?c=/d?e", {"http", "host", 80, "/a//b/?c=/d?e"}},
        {"http://host/%20%C3%a9", {"http", "host", 80, "/%20%C3%a9"}},
        {"http://host/%0a%a0", {"http", "host", 80, "/%0a%a0"}},
        {"http://host/a@b:c", {"http", "host", 80, "/a@b:c"}},
        {"http://host/-._~!$&'()*+,;=:@", {"http", "host", 80, "/-._~!$&'()*+,;=:@"}},
        {"http://127.0.0.1:8080/x", {"http", "127.0.0.1", 8080, "/x"}},
        {"http://[::1]", {"http", "::1", 80, "/"}},
        {"https://[2001:DB8::1]:8443/x", {"https", "2001:db8::1", 8443, "/x"}},
        {"http://[::ffff:127.0.0.1]/", {"http", "::ffff:127.0.0.1", 80, "/"}},
        {"http://my_host-1.internal.", {"http", "my_host-1.internal.", 80, "/"}},
        {long_url, {"http", long_name, 80, "/"}},
    };
    for (const auto& c : cases) {
        const Url url = parse_url(c.text);
        EXPECT_EQ(url.scheme, c.url.scheme) << c.text;
        EXPECT_EQ(url.host, c.url.host) << c.text;
        EXPECT_EQ(url.port, c.url.port) << c.text;
        EXPECT_EQ(url.target, c.url.target) << c.text;
    }
}

TEST(ParseUrl, says_what_is_wrong_with_the_others) {
    const std::string too_long = "http://" + std::string(254, 'a');
    const struct {
        std::string_view text;
        const char* fault;
    } cases[] = {
        {"", "is not an absolute http or https URL"},
        {"ws.api.video", "is not an absolute http or https URL"},
        {"/analytics", "is not an absolute http or https URL"},
        {"//ws.api.video", "is not an absolute http or https URL"},
        {"https:/ws.api.video", "is not an absolute http or https URL"},
        {"ftp://host", "has a scheme other than http and https"},
        {"://host", "has a scheme other than http and https"},
        {" https://host", "has a scheme other than http and https"},
        {"https\0://host"sv, "has a scheme other than http and https"},
        {"javascript:alert(1)//://", "has a scheme other than http and https"},
        {"https://", "has no host"},
        {"https:///path", "has no host"},
        {"https://:443", "has no host"},
        {"https://?a", "has no host"},
        {"https://user@host", "contains a user name or password"},
        {"https://user:password@host", "contains a user name or password"},
        {"https://@host", "contains a user name or password"},
        {"https://good.example\\@evil.example", "has a character that must be percent-encoded"},
        {"https://ho st", "has a malformed host"},
        {"https://h\xc3\xb6st", "has a malformed host"},
        {"https://host%2e", "has a malformed host"},
        {"https://host\n", "has a malformed host"},
        {"https://host\0.evil"sv, "has a malformed host"},
        {"https://a]", "has a malformed host"},
        {too_long, "has a malformed host"},
        {"https://[::1", "has a malformed IPv6 address"},
        {"https://[", "has a malformed IPv6 address"},
        {"https://[]", "has a malformed IPv6 address"},
        {"https://[:::1]", "has a malformed IPv6 address"},
        {"https://[127.0.0.1]", "has a malformed IPv6 address"},
        {"https://[fe80::1%25eth0]", "has a malformed IPv6 address"},
        {"https://[::1]x", "has a malformed IPv6 address"},
        {"https://[::1\0.evil]"sv, "has a malformed IPv6 address"},
        {"https://::1", "has no host"},
        {"https://host:", "has a malformed port, expected 1 to 65535"},
        {"https://host:0", "has a malformed port, expected 1 to 65535"},
        {"https://host:65536", "has a malformed port, expected 1 to 65535"},
        {"https://host:-1", "has a malformed port, expected 1 to 65535"},
        {"https://host:+1", "has a malformed port, expected 1 to 65535"},
        {"https://host:80x", "has a malformed port, expected 1 to 65535"},
        {"https://host:80:80", "has a malformed port, expected 1 to 65535"},
        {"https://host:99999999999999999999", "has a malformed port, expected 1 to 65535"},
        {"https://host/#a", "has a fragment"},
        {"https://host#", "has a fragment"},
        {"https://host/a b", "has a character that must be percent-encoded"},
        {"https://host/\xc3\xa9", "has a character that must be percent-encoded"},
        {"https://host/\r\nX: y", "has a character that must be percent-encoded"},
        {"https://host/a\0b"sv, "has a character that must be percent-encoded"},
        {"https://host/[a]", "has a character that must be percent-encoded"},
        {"https://host/\"", "has a character that must be percent-encoded"},
        {"https://host/%", "has a % that is not followed by two hexadecimal digits"},
        {"https://host/%2", "has a % that is not followed by two hexadecimal digits"},
        {"https://host/%20"sv.substr(0, 15), "has a % that is not followed by two hexadecimal digits"},
        {"https://host/%2g", "has a % that is not followed by two hexadecimal digits"},
        {"https://host/%g2", "has a % that is not followed by two hexadecimal digits"},
    };
    for (const auto& c : cases) {
        try {
            (void)parse_url(c.text);
            ADD_FAILURE() << "taken: " << c.text;
        } catch (const std::invalid_argument& e) {
            EXPECT_STREQ(e.what(), c.fault) << c.text;
        }
    }
}

TEST(ParseUrl, repeats_nothing_of_what_may_hold_a_password) {
    const auto e = thrown_by<std::invalid_argument>([] { (void)parse_url("https://user:hunter2@host"); });
    EXPECT_EQ(std::string_view{e.what()}.find("hunter2"), std::string_view::npos);
}

TEST(ParseProxyUrl, takes_three_schemes_each_with_its_port) {
    EXPECT_EQ(parse_proxy_url("http://proxy").origin(), "http://proxy:80");
    EXPECT_EQ(parse_proxy_url("https://proxy/").origin(), "https://proxy:443");
    EXPECT_EQ(parse_proxy_url("SOCKS5H://Proxy").origin(), "socks5h://proxy:1080");
    EXPECT_EQ(parse_proxy_url("socks5h://[::1]:9050").origin(), "socks5h://[::1]:9050");
    for (const char* text : {"socks5://proxy", "socks4://proxy", "proxy", "http://proxy/path", "http://proxy?a"})
        EXPECT_THROW(static_cast<void>(parse_proxy_url(text)), std::invalid_argument) << text;
    EXPECT_THROW(static_cast<void>(parse_url("socks5h://host")), std::invalid_argument) << "for proxies only";
}

TEST(ServerNames, have_no_dot_at_the_end) {
    EXPECT_EQ(parse_url("https://host.example.").server_name(), "host.example");
    EXPECT_EQ(parse_url("https://host.example").server_name(), "host.example");
}

TEST(OriginsWithoutDefaultPort, have_only_other_ports) {
    EXPECT_EQ(parse_url("http://host:80/x").origin_without_default_port(), "http://host");
    EXPECT_EQ(parse_url("https://[::1]").origin_without_default_port(), "https://[::1]");
    EXPECT_EQ(parse_url("https://host:80").origin_without_default_port(), "https://host:80");
}

TEST(LoopbackHosts, are_localhost_and_addresses_of_this_machine_and_no_others) {
    for (const std::string_view text :
         {"http://localhost"sv, "http://LOCALHOST:8080"sv, "http://LocalHost/x"sv, "http://127.0.0.1"sv,
          "http://127.255.255.254"sv, "http://127.0.0.1:1"sv, "http://[::1]"sv, "http://[::1]:8080"sv,
          "http://[0:0:0:0:0:0:0:1]"sv, "http://[0000::0001]"sv})
        EXPECT_TRUE(parse_url(text).has_loopback_host()) << text;
    for (const std::string_view text : {"http://ws.api.video"sv,
                                        "http://127.0.0.1.evil.com"sv,
                                        "http://127.evil.com"sv,
                                        "http://localhost.evil"sv,
                                        "http://localhost.evil.com"sv,
                                        "http://evil-localhost"sv,
                                        "http://localhost."sv,
                                        "http://127.1"sv,
                                        "http://127"sv,
                                        "http://2130706433"sv,
                                        "http://0x7f.0.0.1"sv,
                                        "http://0177.0.0.1"sv,
                                        "http://127.0.0.01"sv,
                                        "http://127.0.0.256"sv,
                                        "http://128.0.0.1"sv,
                                        "http://0.0.0.0"sv,
                                        "http://10.0.0.1"sv,
                                        "http://[::]"sv,
                                        "http://[::2]"sv,
                                        "http://[::ffff:10.0.0.1]"sv,
                                        "http://[1::1]"sv})
        EXPECT_FALSE(parse_url(text).has_loopback_host()) << text;
}

TEST(IpAddresses, are_distinguished_from_names) {
    for (const char* host : {"127.0.0.1", "255.255.255.255", "::1", "::ffff:10.0.0.1"})
        EXPECT_TRUE(is_ip_address(host)) << host;
    for (const char* host : {"localhost", "127.1", "1.2.3.256", "127.0.0.1.evil.com", "10.0.0.1."})
        EXPECT_FALSE(is_ip_address(host)) << host;
}

TEST(Origin, is_spelt_in_one_way) {
    const struct {
        std::string_view text;
        const char* origin;
    } cases[] = {{"https://ws.api.video", "https://ws.api.video:443"},
                 {"HTTPS://WS.API.VIDEO:443/x?y", "https://ws.api.video:443"},
                 {"http://host", "http://host:80"},
                 {"http://host:080/", "http://host:80"},
                 {"http://[::1]:8080/x", "http://[::1]:8080"},
                 {"http://[0:0::0:1]:8080/x", "http://[::1]:8080"}};
    for (const auto& c : cases) EXPECT_EQ(parse_url(c.text).origin(), c.origin) << c.text;
}

TEST(Origin, differs_by_scheme_host_and_port) {
    const std::string origin = parse_url("https://ws.api.video").origin();
    for (const std::string_view other :
         {"http://ws.api.video"sv, "http://ws.api.video:443"sv, "https://ws.api.video:8443"sv,
          "https://ws.api.video.evil.com"sv, "https://ws.api.video."sv, "https://api.video"sv})
        EXPECT_NE(parse_url(other).origin(), origin) << other;
}

TEST(NormalizedBaseUrl, loses_the_slashes_at_its_end_and_nothing_else) {
    const struct {
        std::string_view text;
        const char* base_url;
    } cases[] = {{"https://ws.api.video", "https://ws.api.video"},
                 {"https://ws.api.video/", "https://ws.api.video"},
                 {"https://ws.api.video///", "https://ws.api.video"},
                 {"https://proxy.example:8443/api/video", "https://proxy.example:8443/api/video"},
                 {"https://proxy.example:8443/api/video/", "https://proxy.example:8443/api/video"},
                 {"http://[::1]:80/", "http://[::1]:80"}};
    for (const auto& c : cases) EXPECT_EQ(normalized_base_url(c.text), c.base_url) << c.text;
}

TEST(NormalizedBaseUrl, refuses_what_no_path_can_follow_and_names_the_option) {
    const struct {
        std::string_view text;
        const char* message;
    } cases[] = {
        {"", "base_url: is not an absolute http or https URL, expected a URL like https://ws.api.video"},
        {"https://host?a=b", "base_url: has a query, expected a URL like https://ws.api.video"},
        {"https://host/?", "base_url: has a query, expected a URL like https://ws.api.video"},
        {"https://host/#", "base_url: has a fragment, expected a URL like https://ws.api.video"},
        {"https://key@host", "base_url: contains a user name or password, expected a URL like https://ws.api.video"}};
    for (const auto& c : cases) {
        const auto e = thrown_by<InvalidRequestException>([&] { (void)normalized_base_url(c.text); });
        EXPECT_EQ(e.field(), "base_url");
        EXPECT_STREQ(e.what(), c.message);
    }
}

}  // namespace
}  // namespace apivideo::detail
