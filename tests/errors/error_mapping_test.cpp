// SPDX-License-Identifier: MIT
// From answers to exceptions: which one for which status, and that no body gets in the way.
#include "errors/error_mapping.hpp"

#include <apivideo/errors.hpp>

#include <gtest/gtest.h>

#include "support/thrown.hpp"

#include <string>
#include <string_view>
#include <typeindex>

namespace apivideo::detail {
namespace {

using test_support::thrown_by;

std::type_index type_thrown_for(int status) {
    try {
        throw_error(HttpResponse{status, {}, {}, {}});
    } catch (const Exception& e) {
        return typeid(e);
    }
}

template <class E>
E error_of(int status, const std::string& body) {
    return thrown_by<E>([&] { throw_error(HttpResponse{status, "Reason", {{"X-RateLimit-Limit", "9"}}, body}); });
}

TEST(ErrorMapping, has_an_exception_for_each_status) {
    for (int status = 100; status < 1000; ++status) {
        const std::type_index expected = status == 400                    ? typeid(BadRequestException)
                                         : status == 401                  ? typeid(UnauthorizedException)
                                         : status == 403                  ? typeid(ForbiddenException)
                                         : status == 404                  ? typeid(NotFoundException)
                                         : status == 429                  ? typeid(TooManyRequestsException)
                                         : status >= 500 && status < 600  ? typeid(ServiceException)
                                         : status >= 200 && status <= 299 ? typeid(UnexpectedResponseException)
                                                                          : typeid(ApiException);
        EXPECT_EQ(type_thrown_for(status), expected) << status;
    }
    EXPECT_EQ(type_thrown_for(0), typeid(ApiException));
    EXPECT_EQ(type_thrown_for(-1), typeid(ApiException));
}

TEST(ErrorMapping, calls_another_success_than_200_unexpected) {
    const auto e = error_of<UnexpectedResponseException>(204, "what came");
    EXPECT_EQ(e.where(), "status");
    EXPECT_EQ(e.status(), 204);
    EXPECT_EQ(e.body(), "what came");
    EXPECT_STREQ(e.what(), "unexpected answer (204) at status: expected 200");
}

TEST(ErrorMapping, calls_a_redirect_an_error) { EXPECT_STREQ(error_of<ApiException>(301, {}).what(), "301 Reason"); }

TEST(ErrorMapping, keeps_the_whole_answer) {
    const auto e = error_of<BadRequestException>(400, R"({"title":"T"})");
    EXPECT_EQ(e.status(), 400);
    EXPECT_EQ(e.reason(), "Reason");
    EXPECT_EQ(e.headers(), (HttpHeaders{{"X-RateLimit-Limit", "9"}}));
    EXPECT_EQ(e.rate_limit(), (RateLimit{9, {}, {}}));
    EXPECT_EQ(e.body(), R"({"title":"T"})");
    EXPECT_EQ(e.problem(), (Problem{{}, "T", {}, {}, {}, {}}));
    EXPECT_STREQ(e.what(), "400 T");
}

TEST(ErrorMapping, trusts_the_status_line_and_not_the_body) {
    const auto e = error_of<ForbiddenException>(403, R"({"status":500})");
    EXPECT_EQ(e.status(), 403);
    EXPECT_EQ(e.error().status, 500);
}

TEST(ErrorMapping, has_no_problem_where_the_body_is_none) {
    using namespace std::string_literals;
    for (const std::string& body :
         {""s, " "s, "<html><body><h1>502 Bad Gateway</h1></body></html>"s, "null"s, "[]"s, "\"text\""s, "7"s, "true"s,
          "{"s, R"({"title":"a")"s, R"({"title":"a"}{})"s, R"({"title":"a"} x)"s, "{\"title\":\"a\"}\0x"s,
          "{\"title\":\"\xff\"}"s, R"({'title':'a'})"s, R"({"title":"a",})"s, "\0"s, "\xff\xfe{\0}\0"s}) {
        const auto e = error_of<ServiceException>(502, body);
        EXPECT_EQ(e.problem(), Problem{}) << body;
        EXPECT_EQ(e.body(), body);
        EXPECT_STREQ(e.what(), "502 Reason");
    }
}

TEST(ErrorMapping, leaves_unset_what_is_of_another_type) {
    for (const char* other : {"null", "true", "1.5", "[]", "{}", "[\"x\"]", "{\"title\":\"x\",\"status\":1}"}) {
        std::string body = R"({"type":?,"title":?,"status":?,"detail":?,"name":?,"problems":?})";
        for (std::size_t at; (at = body.find('?')) != std::string::npos;) body.replace(at, 1, other);
        const auto e = error_of<BadRequestException>(400, body);
        EXPECT_EQ(e.problem(), Problem{}) << body;
        EXPECT_EQ(e.error(), AnalyticsPlays400Error{}) << body;
    }
    const auto e = error_of<BadRequestException>(400, R"({"title":400,"status":"400","detail":"D"})");
    EXPECT_EQ(e.problem(), (Problem{{}, {}, {}, "D", {}, {}}));
}

TEST(ErrorMapping, takes_a_body_of_fifty_megabytes) {
    constexpr std::size_t size = 50'000'000;
    for (const std::string& body : {std::string(size, 'x'), std::string(size, '{'), std::string(size, '['),
                                    R"({"title":")" + std::string(size, 'x') + "\"}"}) {
        const auto e = error_of<BadRequestException>(400, body);
        EXPECT_EQ(e.body().size(), body.size());
        EXPECT_LT(std::string_view{e.what()}.size(), 4000u);
    }
}

TEST(ErrorMapping, takes_a_body_nested_a_million_deep) {
    const std::string deep = R"({"title":"T","x":)" + std::string(1'000'000, '[') + std::string(1'000'000, ']') + '}';
    EXPECT_EQ(error_of<ServiceException>(500, deep).problem(), Problem{});
}

}  // namespace
}  // namespace apivideo::detail
