// SPDX-License-Identifier: MIT
// The exceptions: their bases, their copies, their texts.
#include <apivideo/errors.hpp>

#include <gtest/gtest.h>

#include "support/thrown.hpp"

#include <chrono>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace apivideo {
namespace {

using std::chrono::seconds;
using test_support::is_one_line;

template <class... Types>
constexpr bool copy_without_throwing = ((std::is_nothrow_copy_constructible_v<Types> &&
                                         std::is_nothrow_copy_assignable_v<Types>)&&...);
static_assert(copy_without_throwing<Exception, InvalidRequestException, TransportException, UnexpectedResponseException,
                                    ApiException, BadRequestException, UnauthorizedException, ForbiddenException,
                                    NotFoundException, TooManyRequestsException, ServiceException>);

template <class Base, class... Types>
constexpr bool all_derive_from = (std::is_base_of_v<Base, Types> && ...);
static_assert(std::is_base_of_v<std::runtime_error, Exception>);
static_assert(
    all_derive_from<Exception, InvalidRequestException, TransportException, UnexpectedResponseException, ApiException>);
static_assert(all_derive_from<ApiException, BadRequestException, UnauthorizedException, ForbiddenException,
                              NotFoundException, TooManyRequestsException, ServiceException>);

Problem full_problem() {
    return Problem{"https://docs.example/kind", "It went wrong.", 400, "Do it right.", "filter", {}};
}

TEST(Errors, each_is_caught_by_each_of_its_bases) {
    const auto throw_it = [] { throw BadRequestException{HttpResponse{400, {}, {}, {}}, {}}; };
    EXPECT_THROW(throw_it(), BadRequestException);
    EXPECT_THROW(throw_it(), ApiException);
    EXPECT_THROW(throw_it(), Exception);
    EXPECT_THROW(throw_it(), std::runtime_error);
    EXPECT_THROW(throw_it(), std::exception);
}

TEST(InvalidRequest, says_the_field_and_what_was_expected) {
    const InvalidRequestException e{"page_size", "is 0, expected 1 to 100"};
    EXPECT_EQ(e.field(), "page_size");
    EXPECT_STREQ(e.what(), "page_size: is 0, expected 1 to 100");
}

TEST(InvalidRequest, stays_in_one_line) {
    const InvalidRequestException e{"ca_file", "the file 'a\nb\xff' cannot be read"};
    EXPECT_STREQ(e.what(), "ca_file: the file 'a b\xef\xbf\xbd' cannot be read");
}

TEST(InvalidRequest, a_copy_outlives_what_it_was_copied_from) {
    auto original = std::make_unique<InvalidRequestException>("from", "is after `to`");
    const InvalidRequestException copy = *original;
    original.reset();
    EXPECT_EQ(copy.field(), "from");
    EXPECT_STREQ(copy.what(), "from: is after `to`");
}

TEST(TransportFailures, keep_failure_and_text_when_copied) {
    auto original = std::make_unique<TransportException>(TransportFailure::tls, "https://host:443: no\r\ntrust");
    const TransportException copy = *original;
    original.reset();
    EXPECT_EQ(copy.failure(), TransportFailure::tls);
    EXPECT_STREQ(copy.what(), "https://host:443: no  trust");
}

TEST(UnexpectedResponse, says_where_and_what_and_keeps_the_answer) {
    auto original = std::make_unique<UnexpectedResponseException>("/data/3/plays", "expected an integer, found null",
                                                                  HttpResponse{200, "OK", {}, "the body"});
    const UnexpectedResponseException copy = *original;
    original.reset();
    EXPECT_STREQ(copy.what(), "unexpected answer (200) at /data/3/plays: expected an integer, found null");
    EXPECT_EQ(copy.where(), "/data/3/plays");
    EXPECT_EQ(copy.status(), 200);
    EXPECT_EQ(copy.body(), "the body");
}

TEST(UnexpectedResponse, names_no_place_where_the_whole_body_is_meant) {
    const UnexpectedResponseException e{"", "is empty", HttpResponse{200, {}, {}, {}}};
    EXPECT_STREQ(e.what(), "unexpected answer (200): is empty");
}

TEST(UnexpectedResponse, stays_in_one_line) {
    const UnexpectedResponseException e{"/a\nb", "found \xe2\x80\xa8", HttpResponse{204, {}, {}, {}}};
    EXPECT_STREQ(e.what(), "unexpected answer (204) at /a b: found  ");
}

TEST(ApiErrors, read_like_status_title_detail_and_name) {
    const struct {
        HttpResponse response;
        Problem problem;
        const char* text;
    } cases[] = {
        {{400, "Bad Request", {}, {}}, full_problem(), "400 It went wrong.: Do it right. (filter)"},
        {{400, {}, {}, {}}, {{}, "Title.", {}, {}, {}, {}}, "400 Title."},
        {{400, {}, {}, {}}, {{}, {}, {}, "Detail.", {}, {}}, "400 Detail."},
        {{400, {}, {}, {}}, {{}, {}, {}, {}, "filter", {}}, "400 (filter)"},
        {{400, {}, {}, {}}, {{}, "Title.", {}, {}, "filter", {}}, "400 Title. (filter)"},
        {{400, {}, {}, {}}, {{}, "Title.", {}, "", "", {}}, "400 Title."},
        {{400, {}, {}, {}}, {{}, "", {}, "Detail.", {}, {}}, "400 Detail."},
        {{502, "Bad Gateway", {}, {}}, {}, "502 Bad Gateway"},
        {{502, "Bad Gateway", {}, {}}, {{}, {}, {}, "Later.", {}, {}}, "502 Bad Gateway: Later."},
        {{404, {}, {}, {}}, {}, "404"},
        {{400, {}, {}, {}}, {{}, {}, 418, {}, {}, {}}, "400"},
    };
    for (const auto& c : cases) EXPECT_STREQ(ApiException(c.response, c.problem).what(), c.text);
}

TEST(ApiErrors, stay_in_one_line_whatever_the_server_sent) {
    using namespace std::string_literals;
    for (const std::string& nasty :
         {"a\nb"s, "a\r\nSet-Cookie: x"s, "a\xe2\x80\xa8"s, "a\xe2\x80\xa9"s, "\xc2\x85"s, "\x1b]0;title\x07"s, "a\0b"s,
          "\xff\xfe\x80"s, "\xc3"s, "a\xe2\x80\xae"s, "\xe2\x81\xa7"s, "\xd8\x9c"s, std::string(100000, '\n'),
          std::string(5000000, 'x')}) {
        const ApiException e{HttpResponse{500, nasty, {}, {}}, {}};
        const ApiException full{HttpResponse{500, nasty, {}, {}}, {nasty, nasty, 500, nasty, nasty, {}}};
        for (const std::string_view text : {std::string_view{e.what()}, std::string_view{full.what()}}) {
            EXPECT_TRUE(is_one_line(text));
            EXPECT_EQ(text.substr(0, 3), "500");
            EXPECT_LT(text.size(), 4000u);
        }
    }
}

TEST(ApiErrors, show_a_text_of_a_control_character_as_a_space) {
    using namespace std::string_literals;
    EXPECT_STREQ(ApiException(HttpResponse{400, {}, {}, {}}, {{}, "a\0b\xff"s, {}, {}, {}, {}}).what(),
                 "400 a b\xef\xbf\xbd");
}

TEST(ApiErrors, a_copy_has_everything_after_the_original_is_gone) {
    const HttpHeaders headers{{"X-RateLimit-Limit", "100"}, {"X-RateLimit-Remaining", "41"}};
    auto original =
        std::make_unique<ApiException>(HttpResponse{418, "I'm a teapot", headers, "short and stout"}, full_problem());
    const ApiException copy = *original;
    original.reset();
    EXPECT_STREQ(copy.what(), "418 It went wrong.: Do it right. (filter)");
    EXPECT_EQ(copy.status(), 418);
    EXPECT_EQ(copy.reason(), "I'm a teapot");
    EXPECT_EQ(copy.headers(), headers);
    EXPECT_EQ(copy.body(), "short and stout");
    EXPECT_EQ(copy.rate_limit(), (RateLimit{100, 41, {}}));
    EXPECT_EQ(copy.problem(), full_problem());
}

TEST(ApiErrors, an_assigned_one_says_the_same) {
    const BadRequestException one{HttpResponse{400, {}, {}, "one"}, full_problem()};
    BadRequestException other{HttpResponse{400, {}, {}, "other"}, {}};
    other = one;
    EXPECT_STREQ(other.what(), one.what());
    EXPECT_EQ(other.body(), "one");
    EXPECT_EQ(other.error(), one.error());
}

TEST(ApiErrors, a_copy_of_the_base_keeps_the_text_and_the_answer) {
    const auto copy = [] {
        const TooManyRequestsException original{HttpResponse{429, {}, {}, "body"}, {{}, "Too many.", {}, {}, {}, {}}};
        const ApiException& base = original;
        return ApiException{base};
    }();
    EXPECT_STREQ(copy.what(), "429 Too many.");
    EXPECT_EQ(copy.body(), "body");
}

TEST(ApiErrors, each_has_the_model_that_the_service_documents_for_it) {
    const Problem problem = full_problem();
    const BadRequestException bad_request{HttpResponse{400, {}, {}, {}}, problem};
    const ForbiddenException forbidden{HttpResponse{403, {}, {}, {}}, problem};
    const NotFoundException not_found{HttpResponse{404, {}, {}, {}}, problem};
    const TooManyRequestsException too_many{HttpResponse{429, {}, {}, {}}, problem};
    EXPECT_EQ(bad_request.error(),
              (AnalyticsPlays400Error{problem.type, problem.title, problem.status, problem.detail, problem.name}));
    EXPECT_EQ(forbidden.error(), (Model403ErrorSchema{problem.type, problem.title, problem.name, problem.status}));
    EXPECT_EQ(not_found.error(), (NotFound{problem.type, problem.title, problem.name, problem.status}));
    EXPECT_EQ(too_many.error(), (TooManyRequests{problem.type, problem.title, problem.status}));
}

TEST(ApiErrors, models_of_copies_outlive_the_original) {
    auto original = std::make_unique<ForbiddenException>(HttpResponse{403, {}, {}, {}}, full_problem());
    const ForbiddenException copy = *original;
    original.reset();
    EXPECT_EQ(copy.error().title, "It went wrong.");
}

TEST(TooManyRequestsErrors, tell_how_long_to_wait) {
    const struct {
        HttpHeaders headers;
        std::optional<seconds> wait;
    } cases[] = {
        {{}, std::nullopt},
        {{{"X-RateLimit-Retry-After", "7"}}, seconds{7}},
        {{{"x-ratelimit-retry-after", " 0 "}}, seconds{0}},
        {{{"Retry-After", "9"}}, seconds{9}},
        {{{"retry-after", " 9\t"}}, seconds{9}},
        {{{"Retry-After", "9"}, {"X-RateLimit-Retry-After", "7"}}, seconds{7}},
        {{{"X-RateLimit-Retry-After", "soon"}, {"Retry-After", "9"}}, seconds{9}},
        {{{"Retry-After", "Sun, 06 Nov 1994 08:49:37 GMT"}}, std::nullopt},
        {{{"Retry-After", "-1"}}, std::nullopt},
        {{{"Retry-After", "1.5"}}, seconds{2}},
        {{{"Retry-After", "9"}, {"Retry-After", "11"}}, seconds{11}},
        {{{"Retry-After", "Sun, 06 Nov 1994 08:49:37 GMT"}, {"Date", "Sun, 06 Nov 1994 08:49:30 GMT"}}, seconds{7}},
        {{{"Retry-After", "99999999999999999999"}}, std::nullopt},
        {{{"Retry-After", ""}}, std::nullopt}};
    for (const auto& c : cases) {
        const TooManyRequestsException e{HttpResponse{429, {}, c.headers, {}}, {}};
        EXPECT_EQ(e.retry_after(), c.wait);
    }
}

TEST(UnexpectedResponses, have_the_headers_of_the_answer) {
    const UnexpectedResponseException e{"/data", "expected an array", {200, {}, {{"Via", "a proxy"}}, "<html>"}};
    EXPECT_EQ(e.headers().get("via"), "a proxy");
}

TEST(ApiErrors, say_what_was_under_way_where_it_was_not_the_call) {
    const UnauthorizedException e{HttpResponse{400, "No", {}, {}}, {}, "login at\nhttps://host/"};
    EXPECT_STREQ(e.what(), "login at https://host/: 400 No");
}

}  // namespace
}  // namespace apivideo
