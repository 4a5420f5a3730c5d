// SPDX-License-Identifier: MIT
// The values that pass the seam: headers in order with repeats, defaults, equality.
#include <apivideo/http/http_transport.hpp>

#include <gtest/gtest.h>

#include "support/equality.hpp"

#include <optional>
#include <string>
#include <type_traits>
#include <vector>

namespace apivideo {
namespace {

static_assert(std::is_abstract_v<HttpTransport>);
static_assert(std::has_virtual_destructor_v<HttpTransport>);
static_assert(!std::is_copy_constructible_v<HttpTransport>);
static_assert(std::is_aggregate_v<HttpRequest> && std::is_aggregate_v<HttpResponse> &&
              std::is_aggregate_v<CallContext>);

using Values = std::vector<std::string>;

TEST(HttpHeaders, keep_order_repeats_and_case) {
    HttpHeaders headers{{"B", "1"}, {"A", "2"}};
    headers.add("b", "3");
    ASSERT_EQ(headers.size(), 3u);
    EXPECT_FALSE(headers.empty());
    const std::vector<HttpHeader> lines(headers.begin(), headers.end());
    EXPECT_EQ(lines, (std::vector<HttpHeader>{{"B", "1"}, {"A", "2"}, {"b", "3"}}));
}

TEST(HttpHeaders, are_looked_up_without_regard_to_case) {
    const HttpHeaders headers{{"Content-Type", "first"}, {"content-TYPE", "second"}, {"Empty", ""}};
    EXPECT_EQ(headers.get("CONTENT-type"), "first");
    EXPECT_EQ(headers.all("content-type"), (Values{"first", "second"}));
    ASSERT_NE(headers.find("content-type"), nullptr);
    EXPECT_EQ(*headers.find("content-type"), "first");
    EXPECT_EQ(headers.get("empty"), "");
}

TEST(HttpHeaders, have_nothing_of_a_name_that_is_not_there) {
    const HttpHeaders headers{{"Content-Type", "x"}};
    EXPECT_EQ(headers.get("Content"), std::nullopt);
    EXPECT_EQ(headers.find("Content-Type2"), nullptr);
    EXPECT_EQ(headers.all(""), Values{});
    EXPECT_TRUE(HttpHeaders{}.empty());
    EXPECT_EQ(HttpHeaders{}.get("a"), std::nullopt);
}

TEST(HttpHeaders, set_one_in_place_of_all_of_that_name) {
    HttpHeaders headers{{"A", "1"}, {"B", "2"}, {"a", "3"}};
    headers.set("a", "4");
    EXPECT_EQ(headers, (HttpHeaders{{"B", "2"}, {"a", "4"}}));
}

TEST(HttpHeaders, remove_all_of_a_name_and_say_how_many) {
    HttpHeaders headers{{"A", "1"}, {"B", "2"}, {"a", "3"}};
    EXPECT_EQ(headers.remove("A"), 2u);
    EXPECT_EQ(headers.remove("A"), 0u);
    EXPECT_EQ(headers, (HttpHeaders{{"B", "2"}}));
    headers.clear();
    EXPECT_TRUE(headers.empty());
}

TEST(HttpHeaders, may_be_removed_by_a_name_that_is_one_of_their_own) {
    HttpHeaders headers{{"A", "1"}, {"B", "2"}, {"C", "3"}, {"a", "4"}, {"D", "5"}};
    EXPECT_EQ(headers.remove(headers.begin()->name), 2u);
    EXPECT_EQ(headers, (HttpHeaders{{"B", "2"}, {"C", "3"}, {"D", "5"}}));
}

TEST(HttpHeaders, are_equal_only_with_the_same_lines_in_the_same_order) {
    const HttpHeaders headers{{"A", "1"}, {"B", "2"}};
    EXPECT_EQ(headers, (HttpHeaders{{"A", "1"}, {"B", "2"}}));
    EXPECT_NE(headers, (HttpHeaders{{"B", "2"}, {"A", "1"}}));
    EXPECT_NE(headers, (HttpHeaders{{"a", "1"}, {"B", "2"}}));
    EXPECT_NE(headers, (HttpHeaders{{"A", "1"}, {"B", "3"}}));
    EXPECT_NE(headers, (HttpHeaders{{"A", "1"}}));
}

TEST(HttpRequests, are_equal_member_by_member) {
    using Model = HttpRequest;
    test_support::expect_equality_sees<Model>(
        [](Model& m) { m.method = "POST"; }, [](Model& m) { m.url = "http://host"; },
        [](Model& m) { m.headers.add("A", "1"); }, [](Model& m) { m.body = "a"; });
}

TEST(HttpResponses, are_equal_member_by_member) {
    const HttpResponse response{200, "OK", {{"A", "1"}}, "body"};
    EXPECT_EQ(response, HttpResponse(response));
    EXPECT_NE(response, (HttpResponse{201, "OK", {{"A", "1"}}, "body"}));
    EXPECT_NE(response, (HttpResponse{200, "Fine", {{"A", "1"}}, "body"}));
    EXPECT_NE(response, (HttpResponse{200, "OK", {{"A", "2"}}, "body"}));
    EXPECT_NE(response, (HttpResponse{200, "OK", {{"A", "1"}}, "BODY"}));
}

TEST(CallContexts, have_no_deadline_and_no_cancellation_unless_set) {
    const CallContext context;
    EXPECT_EQ(context.deadline, std::chrono::steady_clock::time_point::max());
    EXPECT_FALSE(context.cancellation.cancelled());
    EXPECT_EQ(context.attempt, 1);
    EXPECT_EQ(HttpRequest{}.method, "GET");
}

}  // namespace
}  // namespace apivideo
