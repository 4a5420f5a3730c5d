// SPDX-License-Identifier: MIT
// Tests of the options of a demo server: equality, and refusing what no server can be made of.
#include "test_support/demo_options.hpp"

#include <apivideo/errors.hpp>

#include <gtest/gtest.h>

#include "support/equality.hpp"

#include <functional>

namespace apivideo::detail {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using test_support::DemoServerOptions;

std::string refused_field(const std::function<void(DemoServerOptions&)>& change) {
    DemoServerOptions options;
    change(options);
    try {
        check_demo_options(options);
    } catch (const InvalidRequestException& refused) {
        EXPECT_EQ(std::string{refused.what()}.find('\n'), std::string::npos);
        return refused.field();
    }
    return "none";
}

TEST(DemoOptions, are_equal_member_by_member) {
    using Model = DemoServerOptions;
    test_support::expect_equality_sees<Model>(
        [](Model& m) { m.port = 1; }, [](Model& m) { m.api_key = ""; }, [](Model& m) { m.seed = 2; },
        [](Model& m) { m.today.emplace(); }, [](Model& m) { m.rate_limit = 1; },
        [](Model& m) { m.rate_limit_window = milliseconds{1}; }, [](Model& m) { m.latency = milliseconds{1}; },
        [](Model& m) { m.token_lifetime = seconds{1}; }, [](Model& m) { m.analytics_enabled = false; });
}

TEST(DemoOptions, are_good_as_they_come) {
    EXPECT_EQ(refused_field([](DemoServerOptions&) {}), "none");
}

TEST(DemoOptions, need_a_key_without_control_characters) {
    EXPECT_EQ(refused_field([](auto& o) { o.api_key = ""; }), "api_key");
    EXPECT_EQ(refused_field([](auto& o) { o.api_key = "a\nb"; }), "api_key");
    EXPECT_EQ(refused_field([](auto& o) { o.api_key = "clé:1"; }), "none");
}

TEST(DemoOptions, never_repeat_the_key_that_they_refuse) {
    DemoServerOptions options;
    options.api_key = "secret\n";
    try {
        check_demo_options(options);
        FAIL();
    } catch (const InvalidRequestException& refused) {
        EXPECT_EQ(std::string{refused.what()}.find("secret"), std::string::npos);
    }
}

TEST(DemoOptions, need_a_day_that_dates_can_be_written_for) {
    using namespace date::literals;
    EXPECT_EQ(refused_field([](auto& o) { o.today = 1970_y / 1 / 31; }), "today");
    EXPECT_EQ(refused_field([](auto& o) { o.today = 1970_y / 2 / 1; }), "none");
    EXPECT_EQ(refused_field([](auto& o) { o.today = 9999_y / 12 / 31; }), "none");
    EXPECT_EQ(refused_field([](auto& o) { o.today = 10000_y / 1 / 1; }), "today");
}

TEST(DemoOptions, need_at_least_one_request_in_a_window) {
    EXPECT_EQ(refused_field([](auto& o) { o.rate_limit = 1; }), "none");
    EXPECT_EQ(refused_field([](auto& o) { o.rate_limit = 0; }), "rate_limit");
    EXPECT_EQ(refused_field([](auto& o) { o.rate_limit = -1; }), "rate_limit");
}

TEST(DemoOptions, need_times_that_clocks_can_count) {
    EXPECT_EQ(refused_field([](auto& o) { o.rate_limit_window = milliseconds{1}; }), "none");
    EXPECT_EQ(refused_field([](auto& o) { o.rate_limit_window = milliseconds{0}; }), "rate_limit_window");
    EXPECT_EQ(refused_field([](auto& o) { o.rate_limit_window = milliseconds{-1}; }), "rate_limit_window");
    EXPECT_EQ(refused_field([](auto& o) { o.rate_limit_window = milliseconds::max(); }), "rate_limit_window");
    EXPECT_EQ(refused_field([](auto& o) { o.latency = milliseconds{-1}; }), "latency");
    EXPECT_EQ(refused_field([](auto& o) { o.latency = milliseconds::max(); }), "latency");
    EXPECT_EQ(refused_field([](auto& o) { o.token_lifetime = seconds{1}; }), "none");
    EXPECT_EQ(refused_field([](auto& o) { o.token_lifetime = seconds{0}; }), "token_lifetime");
    EXPECT_EQ(refused_field([](auto& o) { o.token_lifetime = seconds{-1}; }), "token_lifetime");
    EXPECT_EQ(refused_field([](auto& o) { o.token_lifetime = seconds::max(); }), "token_lifetime");
    EXPECT_EQ(refused_field([](auto& o) { o.token_lifetime = seconds::min(); }), "token_lifetime");
}

}  // namespace
}  // namespace apivideo::detail
