// SPDX-License-Identifier: MIT
// A demo service on a made-up clock, for the tests of its answers.
#pragma once

#include "test_support/demo_service.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <fstream>
#include <optional>
#include <string>

namespace apivideo::detail {

struct DemoServiceTest : ::testing::Test {
    static date::sys_days today() { return date::sys_days{date::year{2023} / 6 / 20}; }
    static constexpr const char* basic = "Basic ZGVtby1rZXk6";
    static constexpr const char* good = "from=2023-06-10&dimension=country";

    test_support::DemoServerOptions options{};
    DemoService::TimePoint now{std::chrono::hours{1}};
    date::sys_seconds utc_now{today() + std::chrono::hours{15} + std::chrono::minutes{30}};
    std::optional<DemoService> made{};

    DemoService& service() {
        if (!made)
            made.emplace(
                options, today(), [this] { return utc_now; }, 5);
        return *made;
    }
    DemoReply videos(const std::string& query = good, const std::optional<std::string>& authorization = basic) {
        return service().answer({"GET", "/analytics/videos/plays", query, authorization, ""}, now);
    }
    DemoReply live_streams(const std::string& query = good) {
        return service().answer({"GET", "/analytics/live-streams/plays", query, basic, ""}, now);
    }
    /// A call by its path and query.
    DemoReply get(const std::string& target) {
        const std::size_t mark = std::min(target.find('?'), target.size());
        const std::string query = mark < target.size() ? target.substr(mark + 1) : "";
        return service().answer({"GET", target.substr(0, mark), query, basic, ""}, now);
    }
    /// What is answered with 200.
    nlohmann::json json_of(const std::string& target) {
        const DemoReply reply = get(target);
        EXPECT_EQ(reply.answer.status, 200) << target << '\n' << reply.answer.body;
        return nlohmann::json::parse(reply.answer.body);
    }
    DemoReply post(const std::string& path, const std::string& body) {
        return service().answer({"POST", path, "", std::nullopt, body}, now);
    }
    nlohmann::json log_in() {
        return nlohmann::json::parse(post("/auth/api-key", R"({"apiKey":"demo-key"})").answer.body);
    }
    /// Compares an answer with the file of that name in fixtures/.
    static void expect_answer(const DemoReply& reply, const std::string& name) {
        std::ifstream file{std::string{APIVIDEO_DEMO_FIXTURES} + "/" + name + ".json"};
        ASSERT_TRUE(file) << name;
        const nlohmann::json expected = nlohmann::json::parse(file);
        EXPECT_EQ(nlohmann::json::parse(reply.answer.body), expected) << name;
        EXPECT_EQ(reply.answer.status, expected.at("status")) << name;
    }
};

}  // namespace apivideo::detail
