// SPDX-License-Identifier: MIT
// A demo service on a made-up clock, for the tests of its answers.
#pragma once

#include "test_support/demo_service.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <chrono>
#include <optional>
#include <string>

namespace apivideo::detail {

struct DemoServiceTest : ::testing::Test {
    static date::sys_days today() { return date::sys_days{date::year{2023} / 6 / 20}; }
    static constexpr const char* basic = "Basic ZGVtby1rZXk6";
    static constexpr const char* good = "from=2023-06-10&dimension=country";

    test_support::DemoServerOptions options{};
    DemoService::TimePoint now{std::chrono::hours{1}};
    std::optional<DemoService> made{};

    DemoService& service() {
        if (!made) made.emplace(options, today(), 5);
        return *made;
    }
    DemoReply videos(const std::string& query = good, const std::optional<std::string>& authorization = basic) {
        return service().answer({"GET", "/analytics/videos/plays", query, authorization, ""}, now);
    }
    DemoReply live_streams(const std::string& query = good) {
        return service().answer({"GET", "/analytics/live-streams/plays", query, basic, ""}, now);
    }
    DemoReply post(const std::string& path, const std::string& body) {
        return service().answer({"POST", path, "", std::nullopt, body}, now);
    }
    nlohmann::json log_in() {
        return nlohmann::json::parse(post("/auth/api-key", R"({"apiKey":"demo-key"})").answer.body);
    }
};

}  // namespace apivideo::detail
