// SPDX-License-Identifier: MIT
// The front door: which keys and options are taken, and that nothing is sent to find out.
#include <apivideo/authenticated_api_client.hpp>

#include <apivideo/analytics/analytics_api.hpp>
#include <apivideo/errors.hpp>
#include <apivideo/test_support/fake_transport.hpp>

#include <gtest/gtest.h>

#include "support/thrown.hpp"

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace apivideo {
namespace {

using date::literals::operator""_y;
using std::chrono::milliseconds;
using test_support::FakeTransport;
using test_support::thrown_by;

const VideosPlaysRequest request{2023_y / 6 / 1, VideosDimension::country};
constexpr const char* no_rows = R"({"data":[],"pagination":[]})";

struct Fixture {
    std::shared_ptr<FakeTransport> transport = std::make_shared<FakeTransport>();
    ClientOptions options;

    Fixture() {
        options.transport = transport;
        options.authentication = Authentication::basic;
    }
    InvalidRequestException refusal(const std::string& key = "key") {
        const auto e = thrown_by<InvalidRequestException>([&] { (void)AuthenticatedApiClient{key, options}; });
        EXPECT_TRUE(transport->requests().empty());
        return e;
    }
};

TEST(AuthenticatedApiClients, copies_share_everything) {
    Fixture f;
    const AuthenticatedApiClient client{"key", f.options};
    const AuthenticatedApiClient copy{client};
    EXPECT_EQ(copy.transport(), client.transport());
    EXPECT_EQ(copy.base_url(), client.base_url());
}

TEST(AuthenticatedApiClients, refuse_a_key_that_the_environment_does_not_have) {
    const char* const unset = nullptr;
    const auto e = thrown_by<InvalidRequestException>([&] { (void)AuthenticatedApiClient{unset}; });
    EXPECT_EQ(e.field(), "api_key");
    EXPECT_STREQ(e.what(), "api_key: is null, as std::getenv gives it for a variable that is not set");
    EXPECT_EQ(thrown_by<InvalidRequestException>([] { (void)AuthenticatedApiClient{nullptr}; }).field(), "api_key");
    EXPECT_EQ(thrown_by<InvalidRequestException>([] { (void)AuthenticatedApiClient{{}}; }).field(), "api_key");
    EXPECT_EQ(thrown_by<InvalidRequestException>([] { (void)AuthenticatedApiClient{{}, {}}; }).field(), "api_key");
}

TEST(AuthenticatedApiClients, take_a_key_of_any_kind_of_text) {
    Fixture f;
    f.transport->respond_always([](const auto&, const auto&) { return HttpResponse{200, {}, {}, no_rows}; });
    const char* const pointer = "key";
    const std::string string{"key"};
    for (const AuthenticatedApiClient& client :
         {AuthenticatedApiClient{"key", f.options}, AuthenticatedApiClient{pointer, f.options},
          AuthenticatedApiClient{string, f.options}, AuthenticatedApiClient{std::string{"key"}, f.options}})
        (void)AnalyticsApi{client}.get_videos_plays(request);
    for (const HttpRequest& sent : f.transport->requests())
        EXPECT_EQ(sent.headers.get("Authorization"), "Basic a2V5Og==");
}

TEST(AuthenticatedApiClients, are_for_production_unless_told_otherwise) {
    Fixture f;
    const AuthenticatedApiClient client{"key", f.options};
    EXPECT_EQ(client.base_url(), "https://ws.api.video");
    EXPECT_EQ(client.timeout(), std::chrono::seconds{120});
    EXPECT_NE(client.transport(), nullptr);
    EXPECT_NE(client.transport(), f.transport);
    EXPECT_TRUE(f.transport->requests().empty());
}

TEST(AuthenticatedApiClients, refuse_a_key_that_fits_no_header_without_repeating_it) {
    using namespace std::string_literals;
    for (const std::string& key : {""s, " "s, "secret key"s, "secret\n"s, "secret\0"s,
                                   "s\xc3\xa9"
                                   "cret"s,
                                   "secret\x7f"s}) {
        for (const Authentication authentication : {Authentication::bearer, Authentication::basic}) {
            Fixture f;
            f.options.authentication = authentication;
            const InvalidRequestException e = f.refusal(key);
            EXPECT_EQ(e.field(), "api_key");
            EXPECT_EQ(std::string{e.what()}.find("cret"), std::string::npos);
        }
    }
}

TEST(AuthenticatedApiClients, refuse_a_colon_only_where_basic_authentication_would_split_it) {
    Fixture f;
    EXPECT_STREQ(f.refusal("a:b").what(), "api_key: has a colon, which Basic authentication cannot carry");
    f.options.authentication = Authentication::bearer;
    EXPECT_NO_THROW((void)AuthenticatedApiClient("a:b", f.options));
}

TEST(AuthenticatedApiClients, refuse_plain_http_but_on_this_machine) {
    Fixture f;
    for (const char* url : {"http://ws.api.video", "http://127.0.0.1.evil.com", "http://localhost.evil", "http://127.1",
                            "HTTP://10.0.0.1"}) {
        f.options.base_url = url;
        const InvalidRequestException e = f.refusal();
        EXPECT_EQ(e.field(), "base_url");
        EXPECT_STREQ(e.what(), "base_url: must use https (http is allowed only for localhost)");
    }
    for (const char* url : {"http://localhost:8080", "http://LOCALHOST", "http://127.0.0.1:1", "http://[::1]",
                            "https://anything.example"}) {
        f.options.base_url = url;
        EXPECT_NO_THROW((void)AuthenticatedApiClient("key", f.options)) << url;
    }
}

TEST(AuthenticatedApiClients, take_plain_http_where_it_is_allowed) {
    Fixture f;
    f.options.base_url = "http://inside.example/";
    f.options.allow_plain_http = true;
    EXPECT_EQ(AuthenticatedApiClient("key", f.options).base_url(), "http://inside.example");
}

TEST(AuthenticatedApiClients, refuse_a_base_url_that_cannot_be_used) {
    for (const char* url : {"", "ws.api.video", "ftp://host", "https://user:secret@host", "https://host?a",
                            "https://host/#a", "https://ho st"}) {
        Fixture f;
        f.options.base_url = url;
        const InvalidRequestException e = f.refusal();
        EXPECT_EQ(e.field(), "base_url");
        EXPECT_EQ(std::string{e.what()}.find("secret"), std::string::npos);
    }
}

TEST(AuthenticatedApiClients, refuse_a_timeout_that_is_not_positive) {
    Fixture f;
    f.options.timeout = milliseconds{0};
    EXPECT_EQ(f.refusal().field(), "timeout");
}

TEST(AuthenticatedApiClients, refuse_an_authentication_that_is_none) {
    Fixture f;
    f.options.authentication = Authentication{};
    EXPECT_EQ(f.refusal().field(), "authentication");
}

TEST(AuthenticatedApiClients, refuse_names_and_retries_that_cannot_be) {
    Fixture names;
    names.options.application = NameAndVersion{"my app", "1.0"};
    EXPECT_FALSE(names.refusal().field().empty());
    Fixture retries;
    retries.options.retry.max_attempts = 0;
    EXPECT_FALSE(retries.refusal().field().empty());
    Fixture attempts;
    attempts.options.retry.attempt_timeout = milliseconds{0};
    EXPECT_EQ(attempts.refusal().field(), "retry");
}

TEST(AuthenticatedApiClients, hand_their_base_url_timeout_and_stack_to_the_calls) {
    Fixture f;
    f.options.base_url = "https://proxy.example/api/";
    f.options.timeout = milliseconds{1500};
    f.transport->reply(200, no_rows);
    const AnalyticsApi api{AuthenticatedApiClient{"key", f.options}};
    const auto before = std::chrono::steady_clock::now();
    (void)api.get_videos_plays(request);
    ASSERT_EQ(f.transport->requests().size(), 1u);
    const HttpRequest sent = f.transport->requests().front();
    EXPECT_EQ(sent.url, "https://proxy.example/api/analytics/videos/plays?from=2023-06-01&dimension=country");
    EXPECT_EQ(sent.headers.get("Authorization"), "Basic a2V5Og==");
    EXPECT_GE(f.transport->contexts().front().deadline, before + milliseconds{1500});
    EXPECT_LE(f.transport->contexts().front().deadline, std::chrono::steady_clock::now() + milliseconds{1500});
}

TEST(AuthenticatedApiClients, may_go_before_the_calls_made_with_them) {
    Fixture f;
    f.transport->reply(200, no_rows);
    std::optional<AuthenticatedApiClient> client{std::in_place, "key", f.options};
    const AnalyticsApi api{*client};
    client.reset();
    EXPECT_NO_THROW((void)api.get_videos_plays(request));
}

TEST(AuthenticatedApiClients, tell_their_observer_of_every_attempt) {
    Fixture f;
    int events = 0;
    f.options.observer = [&](const RequestEvent& event) {
        ++events;
        EXPECT_EQ(event.status, 200);
    };
    f.transport->reply(200, no_rows);
    (void)AnalyticsApi{AuthenticatedApiClient{"key", f.options}}.get_videos_plays(request);
    EXPECT_EQ(events, 1);
}

}  // namespace
}  // namespace apivideo
