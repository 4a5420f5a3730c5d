// SPDX-License-Identifier: MIT
// Tests of Authenticating: what is sent, when it logs in, and what it makes of the answers.
#include "pipeline/wrappers.hpp"

#include <apivideo/errors.hpp>
#include <apivideo/test_support/fake_transport.hpp>

#include "pipeline/fake_clock.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace apivideo::detail {
namespace {

using std::chrono::seconds;
using test_support::FakeTransport;

const std::string base_url = "https://ws.api.video/prefix";
const std::string api_key = "the-api-key";

HttpRequest get(const std::string& url = base_url + "/analytics") { return HttpRequest{"GET", url, {}, {}}; }

std::string token_answer(const std::string& token, const std::string& expires_in = "3600") {
    return R"({"token_type":"Bearer","expires_in":)" + expires_in + R"(,"access_token":")" + token +
           R"(","refresh_token":"r"})";
}

struct Bearer : ::testing::Test {
    std::shared_ptr<FakeTransport> fake = std::make_shared<FakeTransport>();
    FakeClock clock;
    std::shared_ptr<HttpTransport> transport =
        make_bearer_authenticating(fake, base_url, api_key, clock.moved_by_waiting());

    HttpResponse send(const HttpRequest& request = get()) { return transport->send(request, CallContext{}); }
    std::string authorization(std::size_t request) {
        return fake->requests().at(request).headers.get("Authorization").value_or("none");
    }
    /// @throws std::logic_error unless the call ends with a refused login.
    UnauthorizedException refused_login() {
        try {
            send();
        } catch (const UnauthorizedException& e) {
            return e;
        }
        throw std::logic_error{"the login was not refused"};
    }
    int logins() {
        int count = 0;
        for (const HttpRequest& request : fake->requests()) count += request.method == "POST" ? 1 : 0;
        return count;
    }
};

TEST_F(Bearer, logs_in_before_the_first_call_and_sends_the_token) {
    fake->reply(200, token_answer("t1"));
    fake->reply(200, "answer");
    EXPECT_EQ(send().body, "answer");
    const std::vector<HttpRequest> requests = fake->requests();
    ASSERT_EQ(requests.size(), 2u);
    EXPECT_EQ(requests[0].method, "POST");
    EXPECT_EQ(requests[0].url, base_url + "/auth/api-key");
    EXPECT_EQ(requests[0].headers.get("Content-Type"), "application/json");
    EXPECT_EQ(requests[0].headers.get("Authorization"), std::nullopt);
    EXPECT_EQ(requests[0].body, R"({"apiKey":"the-api-key"})");
    EXPECT_EQ(authorization(1), "Bearer t1");
}

TEST_F(Bearer, writes_quotes_and_backslashes_of_a_key_as_json) {
    transport = make_bearer_authenticating(fake, base_url, R"(a"b\c)", clock.moved_by_waiting());
    fake->reply(200, token_answer("t1"));
    fake->reply(200, "");
    send();
    EXPECT_EQ(fake->requests().at(0).body, R"({"apiKey":"a\"b\\c"})");
}

TEST_F(Bearer, keeps_the_token_for_further_calls) {
    fake->reply(200, token_answer("t1"));
    for (int i = 0; i < 3; ++i) fake->reply(200, "");
    for (int i = 0; i < 3; ++i) send();
    EXPECT_EQ(logins(), 1);
}

TEST_F(Bearer, replaces_credentials_that_a_request_brings) {
    fake->reply(200, token_answer("t1"));
    fake->reply(200, "");
    HttpRequest request = get();
    request.headers.add("authorization", "Bearer mine");
    send(request);
    EXPECT_EQ(fake->requests().at(1).headers.all("Authorization"), std::vector<std::string>{"Bearer t1"});
}

struct Lifetime {
    const char* expires_in;
    seconds used_until;  // the last whole second at which no new login is made
};

class BearerLifetime : public ::testing::TestWithParam<Lifetime> {};

TEST_P(BearerLifetime, decides_when_a_new_login_is_made) {
    auto fake = std::make_shared<FakeTransport>();
    FakeClock clock;
    auto transport = make_bearer_authenticating(fake, base_url, api_key, clock.moved_by_waiting());
    fake->respond_always([](const HttpRequest& request, const CallContext&) {
        return HttpResponse{200, {}, {}, request.method == "POST" ? token_answer("t", GetParam().expires_in) : ""};
    });
    transport->send(get(), CallContext{});
    clock.advance(GetParam().used_until);
    transport->send(get(), CallContext{});
    EXPECT_EQ(fake->requests().size(), 3u) << "still in use";
    clock.advance(seconds{1});
    transport->send(get(), CallContext{});
    EXPECT_EQ(fake->requests().size(), 5u) << "renewed";
}

INSTANTIATE_TEST_SUITE_P(Table, BearerLifetime,
                         ::testing::Values(Lifetime{"3600", seconds{3539}},                  // a minute early
                                           Lifetime{"100", seconds{89}},                     // a tenth early
                                           Lifetime{"10", seconds{8}},                       //
                                           Lifetime{"0", seconds{3539}},                     // no storm: as documented
                                           Lifetime{"-5", seconds{3539}},                    //
                                           Lifetime{"null", seconds{3539}},                  //
                                           Lifetime{"\"3600\"", seconds{3539}},              //
                                           Lifetime{"0.001", seconds{3539}},                 //
                                           Lifetime{"9223372036854775807", seconds{86339}},  // a day at most
                                           Lifetime{"99999999999999999999", seconds{3539}}));

TEST_F(Bearer, a_token_that_ends_at_once_serves_the_call_that_asked_for_it) {
    fake->respond([this](const HttpRequest&, const CallContext&) {
        clock.advance(seconds{5});
        return HttpResponse{200, {}, {}, token_answer("t1", "1")};
    });
    fake->reply(200, "answer");
    EXPECT_EQ(send().body, "answer");
    EXPECT_EQ(logins(), 1);
}

TEST_F(Bearer, a_401_renews_once_and_repeats_once) {
    fake->reply(200, token_answer("t1"));
    fake->reply(401, "");
    fake->reply(200, token_answer("t2"));
    fake->reply(200, "answer");
    EXPECT_EQ(send().body, "answer");
    EXPECT_EQ(authorization(1), "Bearer t1");
    EXPECT_EQ(authorization(3), "Bearer t2");
}

TEST_F(Bearer, a_second_401_is_the_answer) {
    fake->reply(200, token_answer("t1"));
    fake->reply(401, "");
    fake->reply(200, token_answer("t2"));
    fake->reply(401, "again");
    EXPECT_EQ(send().body, "again");
    EXPECT_EQ(fake->requests().size(), 4u);
}

TEST_F(Bearer, a_401_followed_by_a_failing_login_gives_the_answer_of_the_login) {
    fake->reply(200, token_answer("t1"));
    fake->reply(401, "");
    fake->reply(503, "login is down");
    EXPECT_EQ(send().body, "login is down");
}

TEST_F(Bearer, gives_the_answer_of_a_login_that_may_work_later) {
    for (const int status : {408, 429, 500, 502, 503, 504, 599}) {
        fake->reply(status, "later");
        EXPECT_EQ(send().status, status);
    }
}

TEST_F(Bearer, throws_unauthorized_for_a_refused_login_whatever_its_status) {
    for (const int status : {400, 401, 403, 404, 422}) {
        fake->reply(status, R"({"title":"The user credentials were incorrect.","name":""})");
        try {
            send();
            FAIL() << status;
        } catch (const UnauthorizedException& e) {
            EXPECT_EQ(e.status(), status);
            EXPECT_EQ(e.what(), "login at https://ws.api.video/prefix/auth/api-key: " + std::to_string(status) +
                                    " The user credentials were incorrect.");
        }
    }
    EXPECT_EQ(logins(), static_cast<int>(fake->requests().size())) << "no call was sent";
}

TEST_F(Bearer, throws_unexpected_response_for_a_login_without_a_usable_token) {
    const std::string long_token(17000, 'a');
    for (const std::string& body :
         {std::string{}, std::string{"<html>"}, std::string{"[]"}, std::string{"{}"},
          std::string{R"({"access_token":7})"}, std::string{R"({"access_token":null})"}, token_answer(""),
          token_answer("a b"), token_answer(R"(a\r\nX: y)"), token_answer(R"(a\nb)"), token_answer(R"(\u0000)"),
          token_answer("t\xc3\xa9"), token_answer(long_token), token_answer("t") + "trailing"}) {
        fake->reply(200, body);
        try {
            send();
            FAIL() << body;
        } catch (const UnexpectedResponseException& e) {
            EXPECT_EQ(e.status(), 200);
            EXPECT_EQ(e.body(), "") << "it may hold a token";
        }
    }
    EXPECT_EQ(logins(), static_cast<int>(fake->requests().size())) << "no call was sent";
}

TEST_F(Bearer, throws_unexpected_response_for_a_login_that_is_redirected_or_empty) {
    for (const int status : {204, 302, 307}) {
        fake->reply(status, "", {{"Location", "https://elsewhere.example/"}});
        EXPECT_THROW(send(), UnexpectedResponseException) << status;
    }
}

TEST_F(Bearer, hands_on_a_login_without_an_answer) {
    fake->fail(TransportFailure::connect, "no connection");
    try {
        send();
        FAIL();
    } catch (const TransportException& e) {
        EXPECT_EQ(e.failure(), TransportFailure::connect);
        EXPECT_STREQ(e.what(), "no connection");
    }
}

TEST_F(Bearer, takes_the_key_out_of_why_a_login_has_no_answer) {
    fake->respond([](const HttpRequest& request, const CallContext&) -> HttpResponse {
        throw TransportException{TransportFailure::other, "cannot send " + request.body};
    });
    try {
        send();
        FAIL();
    } catch (const TransportException& e) {
        EXPECT_EQ(e.failure(), TransportFailure::other);
        EXPECT_STREQ(e.what(), R"(cannot send {"apiKey":"[redacted]"})");
    }
}

TEST_F(Bearer, hands_on_what_another_transport_throws_and_works_afterwards) {
    fake->respond([](const HttpRequest&, const CallContext&) -> HttpResponse { throw 42; });
    EXPECT_THROW(send(), int);
    fake->reply(200, token_answer("t1"));
    fake->reply(200, "answer");
    EXPECT_EQ(send().body, "answer");
}

TEST_F(Bearer, sends_nothing_for_a_call_that_has_ended) {
    CancellationSource stop;
    stop.cancel();
    EXPECT_THROW(transport->send(get(), CallContext{FakeClock::time_point::max(), stop.token(), 1}),
                 TransportException);
    EXPECT_THROW(transport->send(get(), CallContext{clock.now(), {}, 1}), TransportException);
    EXPECT_TRUE(fake->requests().empty());
}

TEST_F(Bearer, passes_deadline_cancellation_and_attempt_to_the_login) {
    fake->reply(200, token_answer("t1"));
    fake->reply(200, "");
    CancellationSource stop;
    const CallContext context{clock.now() + seconds{7}, stop.token(), 2};
    transport->send(get(), context);
    stop.cancel();
    for (const CallContext& seen : fake->contexts()) {
        EXPECT_EQ(seen.deadline, context.deadline);
        EXPECT_TRUE(seen.cancellation.cancelled());
        EXPECT_EQ(seen.attempt, 2);
    }
}

TEST_F(Bearer, credentials_go_to_no_other_origin) {
    for (const char* url : {"https://ws.api.video.evil.example/prefix/x", "https://ws.api.video@evil.example/",
                            "http://ws.api.video/prefix/x", "https://ws.api.video:444/prefix/x",
                            "https://evil.example/https://ws.api.video/prefix/x", "not a url"}) {
        fake->reply(200, "");
        send(get(url));
        EXPECT_EQ(fake->requests().back().url, url);
        EXPECT_EQ(fake->requests().back().headers.size(), 0u) << url;
    }
    EXPECT_EQ(logins(), 0);
}

TEST_F(Bearer, credentials_go_to_no_origin_that_only_begins_like_the_base_url) {
    transport = make_bearer_authenticating(fake, "https://ws.api.video", api_key, clock.moved_by_waiting());
    for (const char* url : {"https://ws.api.video.evil.example/x", "https://ws.api.video:444/x",
                            "https://ws.api.video@evil.example/x", "https://ws.api.videos/x"}) {
        fake->reply(200, "");
        send(get(url));
        EXPECT_EQ(fake->requests().back().url, url);
        EXPECT_EQ(fake->requests().back().headers.size(), 0u) << url;
    }
    EXPECT_EQ(logins(), 0);
}

TEST_F(Bearer, credentials_go_to_every_spelling_of_the_origin) {
    fake->reply(200, token_answer("t1"));
    for (const char* url :
         {"https://ws.api.video/other", "HTTPS://WS.api.VIDEO:443/x", "https://ws.api.video/prefix?x=1"}) {
        fake->reply(200, "");
        send(get(url));
        EXPECT_EQ(fake->requests().back().headers.get("Authorization"), "Bearer t1") << url;
    }
}

TEST_F(Bearer, takes_key_and_token_out_of_answers_that_repeat_them) {
    fake->reply(200, token_answer("to/ken"));
    fake->reply(HttpResponse{
        400, "no to/ken", {{"X-Echo", "Bearer to/ken"}}, R"({"detail":"to\/ken \u0074o/ken","name":"the-api-key"})"});
    const HttpResponse response = send();
    EXPECT_EQ(response.reason, "no [redacted]");
    EXPECT_EQ(response.headers.get("X-Echo"), "Bearer [redacted]");
    EXPECT_EQ(response.body, R"({"detail":"[redacted] [redacted]","name":"[redacted]"})");
}

TEST_F(Bearer, takes_the_key_as_basic_authentication_has_it_out_of_answers_too) {
    fake->reply(401, "dGhlLWFwaS1rZXk6 is no key, nor is dGhlLWFwaS1rZXk=");
    EXPECT_EQ(refused_login().body(), "[redacted] is no key, nor is [redacted]=");
    fake->reply(200, token_answer("t1"));
    fake->reply(400, "dGhlLWFwaS1rZXk6");
    EXPECT_EQ(send().body, "[redacted]");
}

TEST_F(Bearer, takes_tokens_of_earlier_logins_out_of_answers_too) {
    fake->reply(200, token_answer("t-first"));
    fake->reply(401, "");
    fake->reply(200, token_answer("t-second"));
    fake->reply(401, "not t-first, not t-second");
    EXPECT_EQ(send().body, "not [redacted], not [redacted]");
}

TEST_F(Bearer, remembers_the_last_four_tokens) {
    std::vector<std::string> bodies;
    for (const char* token : {"t-1", "t-2", "t-3", "t-4", "t-5"}) {
        fake->reply(200, token_answer(token));
        fake->reply(400, "t-1 t-2 t-3 t-4 t-5");
        bodies.push_back(send().body);
        clock.advance(seconds{3600});
    }
    EXPECT_EQ(bodies[3], "[redacted] [redacted] [redacted] [redacted] t-5");
    EXPECT_EQ(bodies[4], "t-1 [redacted] [redacted] [redacted] [redacted]");
}

TEST_F(Bearer, takes_earlier_tokens_out_of_a_refused_login) {
    fake->reply(200, token_answer("t-first"));
    fake->reply(401, "");
    fake->reply(400, "not t-first");
    EXPECT_EQ(refused_login().body(), "not [redacted]");
}

TEST_F(Bearer, takes_the_key_out_of_a_refused_login) {
    fake->reply(400, R"({"title":"the-api-key is wrong","detail":"\u0074he-api-key"})");
    const UnauthorizedException e = refused_login();
    EXPECT_STREQ(e.what(), "login at https://ws.api.video/prefix/auth/api-key: 400 [redacted] is wrong: [redacted]");
    EXPECT_EQ(e.body().find(api_key), std::string::npos);
}

TEST_F(Bearer, leaves_a_good_answer_as_it_is) {
    fake->reply(200, token_answer("t1"));
    fake->reply(200, "t1 the-api-key");
    EXPECT_EQ(send().body, "t1 the-api-key");
}

struct Basic : ::testing::Test {
    std::shared_ptr<FakeTransport> fake = std::make_shared<FakeTransport>();
    std::shared_ptr<HttpTransport> transport = make_basic_authenticating(fake, base_url, api_key);
};

TEST_F(Basic, sends_the_key_as_user_name_with_an_empty_password) {
    fake->reply(200, "answer");
    EXPECT_EQ(transport->send(get(), CallContext{}).body, "answer");
    EXPECT_EQ(fake->requests().at(0).headers.get("Authorization"), "Basic dGhlLWFwaS1rZXk6");
    EXPECT_EQ(fake->requests().size(), 1u);
}

TEST_F(Basic, a_401_is_the_answer) {
    fake->reply(401, "");
    EXPECT_EQ(transport->send(get(), CallContext{}).status, 401);
    EXPECT_EQ(fake->requests().size(), 1u);
}

TEST_F(Basic, credentials_go_to_no_other_origin) {
    fake->reply(200, "");
    transport->send(get("https://evil.example/"), CallContext{});
    EXPECT_EQ(fake->requests().at(0).headers.size(), 0u);
}

TEST_F(Basic, takes_the_key_out_of_answers_that_repeat_it) {
    fake->reply(403, "dGhlLWFwaS1rZXk6 the-api-key");
    EXPECT_EQ(transport->send(get(), CallContext{}).body, "[redacted] [redacted]");
}

}  // namespace
}  // namespace apivideo::detail
