// SPDX-License-Identifier: MIT
// Tests of the demo server over loopback: what HTTP adds to its answers.
#include <apivideo/errors.hpp>
#include <apivideo/test_support/demo_server.hpp>

#include <gtest/gtest.h>
#include <httplib.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <future>
#include <memory>
#include <stdexcept>
#include <string>

namespace apivideo::test_support {
namespace {

using nlohmann::json;
using std::chrono::milliseconds;
using std::chrono::steady_clock;
using namespace date::literals;

const std::string plays = "/analytics/videos/plays?from=2023-06-10&dimension=country";

DemoServerOptions on_a_known_day() {
    DemoServerOptions options;
    options.today = 2023_y / 6 / 20;
    return options;
}

/// A server and a client with its key; the client ends first.
struct Exchange {
    explicit Exchange(const DemoServerOptions& options = on_a_known_day()) : server{options} {
        client.set_basic_auth(server.api_key(), "");
        client.set_keep_alive(true);
        client.set_tcp_nodelay(true);
    }
    DemoServer server;
    httplib::Client client{server.base_url()};
};

std::string get_country(httplib::Client& client, const std::string& more) {
    const httplib::Result result = client.Get(plays + more);
    if (!result) throw std::runtime_error{httplib::to_string(result.error())};
    return json::parse(result->body).at("data").at(0).at("value");
}

TEST(DemoServer, says_where_it_is_and_what_it_accepts) {
    DemoServerOptions options = on_a_known_day();
    options.api_key = "another key";
    const DemoServer server{options};
    EXPECT_NE(server.port(), 0);
    EXPECT_EQ(server.base_url(), "http://127.0.0.1:" + std::to_string(server.port()));
    EXPECT_EQ(server.api_key(), "another key");
    EXPECT_EQ(server.today(), date::sys_days{2023_y / 6 / 20});
}

TEST(DemoServer, takes_the_day_on_which_it_is_made) {
    const auto before = date::floor<date::days>(std::chrono::system_clock::now());
    const DemoServer server;
    const auto after = date::floor<date::days>(std::chrono::system_clock::now());
    EXPECT_GE(server.today(), before);
    EXPECT_LE(server.today(), after);
}

TEST(DemoServer, of_a_given_day_has_data_up_to_its_beginning_whenever_it_is_asked) {
    Exchange exchange;
    const httplib::Result result = exchange.client.Get("/data/timeseries/play?filterBy%5BmediaType%5D=video");
    ASSERT_TRUE(result);
    const json answer = json::parse(result->body);
    EXPECT_EQ(answer.at("context").at("timeframe").at("to"), "2023-06-20T00:00:00+00:00");
    EXPECT_EQ(answer.at("data").back().at("emittedAt"), "2023-06-19T23:00:00+00:00");
}

TEST(DemoServer, has_data_up_to_now_unless_it_is_given_a_day) {
    Exchange exchange{DemoServerOptions{}};
    const httplib::Result result = exchange.client.Get("/data/metrics/play/count");
    ASSERT_TRUE(result);
    const std::string to = json::parse(result->body).at("context").at("timeframe").at("to");
    const auto now = date::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    const auto last = std::min<date::sys_seconds>(now, exchange.server.today() + date::days{1});
    EXPECT_LE(to, date::format("%FT%T+00:00", last));
    EXPECT_GE(to, date::format("%FT%T+00:00", last - std::chrono::minutes{10}));
}

TEST(DemoServer, serves_every_data_call) {
    Exchange exchange;
    for (const char* call :
         {"/data/metrics/watch-time/average", "/data/buckets/play/country", "/data/timeseries/view"}) {
        const httplib::Result result = exchange.client.Get(call);
        ASSERT_TRUE(result) << call;
        EXPECT_EQ(result->status, 200) << call;
        EXPECT_EQ(result->get_header_value("Content-Type"), "application/json");
        EXPECT_TRUE(result->has_header("X-RateLimit-Remaining"));
        EXPECT_TRUE(json::parse(result->body).contains("context"));
    }
    EXPECT_EQ(exchange.client.Post("/data/timeseries/view")->status, 405);
    EXPECT_EQ(exchange.client.Get("/data/timeseries/")->status, 404);
}

TEST(DemoServer, serves_on_the_port_that_it_is_given) {
    DemoServerOptions options = on_a_known_day();
    options.port = DemoServer{options}.port();
    const DemoServer server{options};
    EXPECT_EQ(server.port(), options.port);
}

TEST(DemoServer, shares_its_port_with_no_other) {
    const DemoServer first{on_a_known_day()};
    DemoServerOptions options = on_a_known_day();
    options.port = first.port();
    try {
        const DemoServer second{options};
        FAIL() << "two servers on one port";
    } catch (const std::runtime_error& error) {
        EXPECT_NE(std::string{error.what()}.find(std::to_string(first.port())), std::string::npos) << error.what();
    }
}

TEST(DemoServer, refuses_options_by_their_name) {
    DemoServerOptions options;
    options.rate_limit = 0;
    try {
        const DemoServer server{options};
        FAIL();
    } catch (const InvalidRequestException& refused) {
        EXPECT_EQ(refused.field(), "rate_limit");
    }
}

TEST(DemoServer, answers_with_plain_json_and_the_three_rate_limit_headers) {
    Exchange exchange;
    const httplib::Result result = exchange.client.Get(plays);
    ASSERT_TRUE(result);
    EXPECT_EQ(result->status, 200);
    EXPECT_EQ(result->get_header_value("Content-Type"), "application/json");
    EXPECT_EQ(result->get_header_value("X-RateLimit-Limit"), "500");
    EXPECT_EQ(result->get_header_value("X-RateLimit-Remaining"), "499");
    EXPECT_EQ(result->get_header_value("X-RateLimit-Retry-After"), "60");
}

TEST(DemoServer, gives_every_error_the_same_headers) {
    Exchange exchange;
    httplib::Client& client = exchange.client;
    const std::string too_long = "/" + std::string(9000, 'a');
    httplib::Request unknown_method;
    unknown_method.method = "FETCH";
    unknown_method.path = plays;
    for (const auto& [status, result] :
         {std::pair{404, client.Get("/nothing/here")}, std::pair{404, client.Get("/a%0Ab")},
          std::pair{400, client.Get("/analytics/videos/plays")},
          std::pair{400, client.Post("/auth/api-key", "{}", "application/json")},
          std::pair{405, client.Delete("/analytics/videos/plays")},
          std::pair{405, client.Put("/auth/api-key", "{}", "application/json")},
          std::pair{405, client.Head("/analytics/videos/plays")}, std::pair{414, client.Get(too_long)},
          std::pair{400, client.send(unknown_method)}}) {
        ASSERT_TRUE(result) << status;
        EXPECT_EQ(result->status, status);
        EXPECT_EQ(result->get_header_value("Content-Type"), "application/json") << status;
        for (const char* header : {"X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Retry-After"})
            EXPECT_EQ(result->get_header_value_count(header), 1u) << status << ' ' << header;
        // Only the answer to HEAD has no body.
        if (!result->body.empty()) {
            EXPECT_EQ(json::parse(result->body).at("status"), status);
        }
    }
}

TEST(DemoServer, says_which_method_is_allowed) {
    Exchange exchange;
    const httplib::Result result = exchange.client.Delete("/analytics/videos/plays");
    ASSERT_TRUE(result);
    EXPECT_EQ(result->get_header_value("Allow"), "GET");
}

TEST(DemoServer, decodes_what_is_asked) {
    Exchange exchange;
    const std::string plain = get_country(exchange.client, "&filter=videoId:vi3q7HxhApxRF1c8F8r6VeaI");
    EXPECT_EQ(get_country(exchange.client, "&filter=videoId%3Avi3q7HxhApxRF1c8F8r6VeaI"), plain);
    EXPECT_EQ(get_country(exchange.client, "&%66ilter=%76ideoId%3avi3q7HxhApxRF1c8F8r6VeaI"), plain);
    const httplib::Result spaced = exchange.client.Get(plays + "&filter=videoId:a+b");
    ASSERT_TRUE(spaced);
    EXPECT_EQ(json::parse(spaced->body).at("detail"), "This value must refer to an existing video");
}

TEST(DemoServer, takes_the_bearer_token_that_it_gave) {
    Exchange exchange;
    const httplib::Result login = exchange.client.Post("/auth/api-key", R"({"apiKey":"demo-key"})", "application/json");
    ASSERT_TRUE(login);
    ASSERT_EQ(login->status, 200);
    httplib::Client client{exchange.server.base_url()};
    client.set_bearer_token_auth(json::parse(login->body).at("access_token").get<std::string>());
    const httplib::Result result = client.Get(plays);
    ASSERT_TRUE(result);
    EXPECT_EQ(result->status, 200);
}

TEST(DemoServer, refuses_the_token_of_another_server) {
    Exchange one;
    Exchange other;
    const httplib::Result login = one.client.Post("/auth/api-key", R"({"apiKey":"demo-key"})", "application/json");
    (void)other.client.Post("/auth/api-key", R"({"apiKey":"demo-key"})", "application/json");
    ASSERT_TRUE(login);
    httplib::Client client{other.server.base_url()};
    client.set_bearer_token_auth(json::parse(login->body).at("access_token").get<std::string>());
    const httplib::Result result = client.Get(plays);
    ASSERT_TRUE(result);
    EXPECT_EQ(result->status, 401);
}

TEST(DemoServer, refuses_calls_over_its_limit) {
    DemoServerOptions options = on_a_known_day();
    options.rate_limit = 2;
    Exchange exchange{options};
    for (const int status : {200, 200, 429, 429}) {
        const httplib::Result result = exchange.client.Get(plays);
        ASSERT_TRUE(result);
        EXPECT_EQ(result->status, status);
    }
}

TEST(DemoServer, gives_the_same_data_at_every_start) {
    std::string first_answer;
    {
        Exchange exchange;
        first_answer = exchange.client.Get(plays)->body;
    }
    Exchange exchange;
    EXPECT_EQ(exchange.client.Get(plays)->body, first_answer);
    DemoServerOptions options = on_a_known_day();
    options.seed = 2;
    Exchange other{options};
    EXPECT_NE(other.client.Get(plays)->body, first_answer);
}

TEST(DemoServer, holds_every_answer_back) {
    DemoServerOptions options = on_a_known_day();
    options.latency = milliseconds{60};
    Exchange exchange{options};
    for (const char* path : {plays.c_str(), "/nothing/here"}) {
        const steady_clock::time_point start = steady_clock::now();
        ASSERT_TRUE(exchange.client.Get(path));
        EXPECT_GE(steady_clock::now() - start, milliseconds{60}) << path;
    }
}

}  // namespace
}  // namespace apivideo::test_support
