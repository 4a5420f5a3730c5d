// SPDX-License-Identifier: MIT
// Tests of the demo server under many callers, and of its end.
#include <apivideo/test_support/demo_server.hpp>

#include <gtest/gtest.h>
#include <httplib.h>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <future>
#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace apivideo::test_support {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using std::chrono::steady_clock;
using namespace date::literals;

const std::string plays = "/analytics/videos/plays?from=2023-06-10&dimension=country";

DemoServerOptions with_room() {
    DemoServerOptions options;
    options.today = 2023_y / 6 / 20;
    options.rate_limit = 1'000'000;
    return options;
}

std::unique_ptr<httplib::Client> make_client(const DemoServer& server) {
    auto client = std::make_unique<httplib::Client>(server.base_url());
    client->set_basic_auth(server.api_key(), "");
    client->set_keep_alive(true);
    client->set_tcp_nodelay(true);
    return client;
}

TEST(DemoServerLoad, serves_sixteen_keep_alive_callers_without_a_stall) {
    constexpr int callers_at_once = 16;
    const DemoServer server{with_room()};
    std::atomic<int> connected{0};
    std::atomic<int> served{0};
    std::atomic<std::int64_t> slowest_ms{0};
    std::vector<std::thread> callers;
    for (int caller = 0; caller < callers_at_once; ++caller)
        callers.emplace_back([&] {
            const std::unique_ptr<httplib::Client> client = make_client(server);
            for (int call = 0; call < 20; ++call) {
                const steady_clock::time_point start = steady_clock::now();
                const httplib::Result result = client->Get(plays);
                const std::int64_t took = std::chrono::duration_cast<milliseconds>(steady_clock::now() - start).count();
                std::int64_t seen = slowest_ms;
                while (took > seen && !slowest_ms.compare_exchange_weak(seen, took)) {
                }
                if (result && result->status == 200) ++served;
                // All have their connections before anybody goes on, and so before anybody's ends.
                if (call > 0) continue;
                ++connected;
                while (connected < callers_at_once) std::this_thread::yield();
            }
        });
    for (std::thread& caller : callers) caller.join();
    EXPECT_EQ(served, callers_at_once * 20);
    // A caller without a thread would wait until an idle connection of another is closed, two seconds later.
    EXPECT_LT(slowest_ms, 1900);
}

TEST(DemoServerLoad, keeps_every_connection_however_many_calls_come_on_it) {
    const DemoServer server{with_room()};
    const std::unique_ptr<httplib::Client> client = make_client(server);
    for (int call = 0; call < 30; ++call) {
        const httplib::Result result = client->Get(plays);
        ASSERT_TRUE(result);
        ASSERT_EQ(result->get_header_value("Connection"), "") << call;
    }
}

TEST(DemoServerLoad, counts_what_many_callers_take_exactly) {
    DemoServerOptions options = with_room();
    options.rate_limit = 50;
    options.rate_limit_window = std::chrono::hours{1};
    const DemoServer server{options};
    std::atomic<int> served{0};
    std::atomic<int> refused{0};
    std::vector<std::thread> callers;
    for (int caller = 0; caller < 8; ++caller)
        callers.emplace_back([&] {
            const std::unique_ptr<httplib::Client> client = make_client(server);
            for (int call = 0; call < 10; ++call) {
                const httplib::Result result = client->Get(plays);
                if (result && result->status == 200) ++served;
                if (result && result->status == 429) ++refused;
            }
        });
    for (std::thread& caller : callers) caller.join();
    EXPECT_EQ(served, 50);
    EXPECT_EQ(refused, 30);
}

TEST(DemoServerLoad, ends_at_once_when_its_clients_are_gone) {
    auto server = std::make_unique<DemoServer>(with_room());
    std::vector<std::unique_ptr<httplib::Client>> clients;
    for (int i = 0; i < 4; ++i) {
        clients.push_back(make_client(*server));
        ASSERT_TRUE(clients.back()->Get(plays));
    }
    clients.clear();
    const steady_clock::time_point start = steady_clock::now();
    server.reset();
    EXPECT_LT(steady_clock::now() - start, milliseconds{1900});
}

TEST(DemoServerLoad, ends_although_a_client_stays_connected) {
    auto server = std::make_unique<DemoServer>(with_room());
    const std::unique_ptr<httplib::Client> client = make_client(*server);
    ASSERT_TRUE(client->Get(plays));
    const steady_clock::time_point start = steady_clock::now();
    server.reset();
    EXPECT_LT(steady_clock::now() - start, seconds{10});
}

TEST(DemoServerLoad, lets_answers_go_that_are_held_back_when_it_ends) {
    DemoServerOptions options = with_room();
    options.latency = std::chrono::hours{1};
    auto server = std::make_unique<DemoServer>(options);
    std::unique_ptr<httplib::Client> client = make_client(*server);
    client->set_keep_alive(false);
    client->set_read_timeout(seconds{60});
    std::atomic<bool> calling{false};
    std::future<int> status = std::async(std::launch::async, [&] {
        calling = true;
        const httplib::Result result = client->Get(plays);
        return result ? result->status : 0;
    });
    while (!calling) std::this_thread::yield();
    const steady_clock::time_point start = steady_clock::now();
    server.reset();
    EXPECT_LT(steady_clock::now() - start, seconds{10});
    const int seen = status.get();
    // Whether the call came before the end is not ours to say.
    EXPECT_TRUE(seen == 200 || seen == 0) << seen;
}

TEST(DemoServerLoad, can_be_made_and_ended_again_and_again) {
    for (int i = 0; i < 20; ++i) {
        const DemoServer server{with_room()};
        EXPECT_NE(server.port(), 0);
    }
}

}  // namespace
}  // namespace apivideo::test_support
