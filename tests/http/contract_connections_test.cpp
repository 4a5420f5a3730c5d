// SPDX-License-Identifier: MIT
// Contract of transports: connections are kept and shared out, and what happens on one never shows on another call.
#include "http/transport_contract.hpp"

#include "support/gate.hpp"

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <iterator>
#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace apivideo::tests {
namespace {

std::size_t count_of(const std::vector<ReceivedRequest>& requests, const std::string& method) {
    return static_cast<std::size_t>(
        std::count_if(requests.begin(), requests.end(), [&](const ReceivedRequest& r) { return r.method == method; }));
}

/// Answers GET, and closes on anything else without an answer.
void answer_get_only(ServerConnection& connection) {
    while (const auto request = connection.read_request())
        if (request->method != "GET" || !connection.write(http_answer(200, "got"))) return;
}

TEST_P(TransportContract, uses_a_connection_again) {
    RawServer server{always(http_answer(200, "x"))};
    for (int i = 0; i < 20; ++i) get(server.url());
    EXPECT_EQ(server.requests().size(), 20U);
    EXPECT_LE(server.connection_count(), 2U);
}

TEST_P(TransportContract, opens_a_new_connection_where_the_server_says_close) {
    RawServer server{once(http_answer(200, "x", "Connection: close\r\n"))};
    for (int i = 0; i < 3; ++i) EXPECT_EQ(get(server.url()).status, 200);
    EXPECT_EQ(server.connection_count(), 3U);
}

TEST_P(TransportContract, serves_many_threads_at_once) {
    RawServer server{answering([](const ReceivedRequest& request) { return http_answer(200, request.target); })};
    constexpr int threads = 16;
    constexpr int calls = 20;
    std::atomic<int> right{0};
    std::vector<std::thread> callers;
    for (int t = 0; t < threads; ++t)
        callers.emplace_back([&, t] {
            for (int i = 0; i < calls; ++i) {
                const std::string target = '/' + std::to_string(t) + '/' + std::to_string(i);
                if (get(server.url(target)).body == target) ++right;
            }
        });
    for (std::thread& caller : callers) caller.join();
    EXPECT_EQ(right, threads * calls);
    EXPECT_EQ(server.requests().size(), static_cast<std::size_t>(threads * calls));
}

TEST_P(TransportContract, lets_calls_overtake_one_that_waits) {
    Gate gate;
    RawServer server{[&](ServerConnection& connection) {
        while (const auto request = connection.read_request()) {
            if (request->target == "/slow") gate.wait();
            if (!connection.write(http_answer(200, request->target))) return;
        }
    }};
    std::thread slow{[&] { EXPECT_EQ(get(server.url("/slow")).body, "/slow"); }};
    EXPECT_TRUE(server.wait_for_requests(1));
    EXPECT_EQ(get(server.url("/fast")).body, "/fast");
    gate.open();
    slow.join();
}

TEST_P(TransportContract, answers_a_get_although_the_server_closed_the_idle_connection) {
    RawServer server{once(http_answer(200, "x"))};
    for (std::size_t i = 1; i <= 5; ++i) {
        EXPECT_EQ(get(server.url()).body, "x");
        ASSERT_TRUE(server.wait_for_ended_connections(i));
    }
    EXPECT_EQ(server.requests().size(), 5U);
}

TEST_P(TransportContract, answers_a_get_although_the_server_reset_the_idle_connection) {
    Gate answered;
    Gate is_reset;
    RawServer server{[&](ServerConnection& connection) {
        if (!connection.read_request() || !connection.write(http_answer(200, "x"))) return;
        answered.wait();
        connection.reset();
        is_reset.open();
    }};
    EXPECT_EQ(get(server.url()).body, "x");
    answered.open();
    ASSERT_TRUE(is_reset.wait());
    EXPECT_EQ(get(server.url()).body, "x");
}

TEST_P(TransportContract, answers_a_get_although_the_server_closes_on_the_second_request) {
    RawServer server{[](ServerConnection& connection) {
        if (connection.read_request() && connection.write(http_answer(200, "x"))) connection.read_request();
    }};
    EXPECT_EQ(get(server.url()).body, "x");
    EXPECT_EQ(get(server.url()).body, "x");
    EXPECT_EQ(server.connection_count(), 2U);
}

TEST_P(TransportContract, answers_a_get_although_the_idle_connection_was_forgotten_on_the_way) {
    Gate answered;
    Gate forgotten;
    RawServer server{[&](ServerConnection& connection) {
        if (!connection.read_request() || !connection.write(http_answer(200, "x"))) return;
        if (connection.index() == 0) {
            answered.wait();
            connection.fall_silent();
            forgotten.open();
        }
        connection.wait_for_server_to_stop();
    }};
    EXPECT_EQ(get(server.url()).body, "x");
    answered.open();
    ASSERT_TRUE(forgotten.wait());
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_EQ(transport->send(get_of(server.url()), within(30s)).body, "x");
    EXPECT_LT(std::chrono::steady_clock::now() - begin, 8s);
    EXPECT_EQ(server.connection_count(), 2U);
}

int open_descriptors() {
    const std::filesystem::directory_iterator descriptors{"/proc/self/fd"};
    return static_cast<int>(std::distance(begin(descriptors), end(descriptors)));
}

TEST_P(TransportContract, drops_all_idle_connections_that_the_server_closed_with_the_next_call) {
    constexpr std::size_t calls = 8;
    RawServer other{always(http_answer(200, "other"))};
    get(other.url());
    const int before = open_descriptors();
    RawServer server{[&, gate = std::make_shared<Gate>()](ServerConnection& connection) {
        if (!connection.read_request()) return;
        if (connection.index() + 1 == calls) gate->open();
        gate->wait();
        connection.write(http_answer(200, "x"));
    }};
    std::vector<std::thread> callers;
    for (std::size_t i = 0; i < calls; ++i) callers.emplace_back([&] { EXPECT_EQ(get(server.url()).body, "x"); });
    for (std::thread& caller : callers) caller.join();
    ASSERT_TRUE(server.wait_for_ended_connections(calls));
    EXPECT_EQ(get(other.url()).body, "other");
    EXPECT_LE(open_descriptors(), before + 2) << "the server's listener and what the look into the folder takes";
}

TEST_P(TransportContract, answers_a_post_although_the_server_closed_the_idle_connection) {
    RawServer server{once(http_answer(200, "x"))};
    EXPECT_EQ(get(server.url()).body, "x");
    ASSERT_TRUE(server.wait_for_ended_connections(1));
    EXPECT_EQ(send(post_of(server.url(), "body")).body, "x");
    EXPECT_EQ(count_of(server.requests(), "POST"), 1U);
}

TEST_P(TransportContract, never_sends_a_post_twice) {
    RawServer server{answer_get_only};
    for (const std::string body : {"", "body"}) {
        const std::size_t before = count_of(server.requests(), "POST");
        EXPECT_EQ(get(server.url()).body, "got");
        EXPECT_EQ(fail(post_of(server.url(), body), within()).failure, TransportFailure::connection_closed);
        EXPECT_EQ(count_of(server.requests(), "POST"), before + 1);
    }
}

TEST_P(TransportContract, never_takes_the_answer_to_one_request_for_that_to_another) {
    RawServer server{answering([](const ReceivedRequest& request) {
        const std::string interim = request.target == "/first" ? "HTTP/1.1 100 Continue\r\n\r\n" : "";
        return interim + http_answer(200, request.target);
    })};
    try {
        EXPECT_EQ(get(server.url("/first")).body, "/first");
    } catch (const TransportException& e) {
        EXPECT_EQ(e.failure(), TransportFailure::protocol) << e.what();
    }
    EXPECT_EQ(get(server.url("/second")).body, "/second");
    EXPECT_EQ(get(server.url("/third")).body, "/third");
}

TEST_P(TransportContract, never_takes_bytes_after_an_answer_for_the_next_one) {
    for (const std::string first :
         {"HTTP/1.1 204 No Content\r\nContent-Length: 0\r\n\r\n", "HTTP/1.1 304 Not Modified\r\n\r\n",
          "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"}) {
        RawServer server{answering([&](const ReceivedRequest& request) {
            return request.target == "/first" ? first + http_answer(200, "smuggled") : http_answer(200, request.target);
        })};
        get(server.url("/first"));
        EXPECT_EQ(get(server.url("/second")).body, "/second") << first;
    }
}

TEST_P(TransportContract, never_takes_what_comes_unasked_for_the_next_answer) {
    Gate answered;
    Gate written;
    RawServer server{sending_more_than_asked_for(answered, written)};
    expect_nothing_unasked_taken(server.url(), answered, written);
}

TEST_P(TransportContract, never_takes_late_trailers_for_the_next_answer) {
    const std::string chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n";
    RawServer server{[&](ServerConnection& connection) {
        while (const auto request = connection.read_request()) {
            if (!connection.write(chunked + "X-Tr") || !connection.write_slowly("a", 50ms) ||
                !connection.write("iler: 1\r\n\r\n"))
                return;
        }
    }};
    for (int i = 0; i < 3; ++i) EXPECT_EQ(get(server.url()).body, "x");
}

TEST_P(TransportContract, may_be_destroyed_after_it_gave_up_on_a_call) {
    Gate gone;
    RawServer server{[&](ServerConnection& connection) {
        if (!connection.read_request()) return;
        gone.wait();
        connection.write(http_answer(200, "too late"));
        connection.wait_for_client_to_leave();
    }};
    EXPECT_EQ(fail(get_of(server.url()), within(20ms)).failure, TransportFailure::timeout);
    transport.reset();
    gone.open();
    EXPECT_TRUE(server.wait_for_ended_connections(1));
}

}  // namespace
}  // namespace apivideo::tests
