// SPDX-License-Identifier: MIT
// Contract of transports: a cancellation ends a call promptly at every stage.
#include "http/transport_contract.hpp"

#include "support/fake_resolver.hpp"
#include "support/full_backlog.hpp"
#include "support/gate.hpp"

#include <pthread.h>

#include <chrono>
#include <cstddef>
#include <future>
#include <limits>
#include <string>

namespace apivideo::tests {
namespace {

/// Cancels once the call has come as far as @p stage, and looks how long it takes to end.
template <class Call, class Stage>
void expect_prompt_end(Call call, const CancellationSource& source, Stage stage) {
    std::future<FailedCall> failed = std::async(std::launch::async, call);
    EXPECT_TRUE(stage()) << "the call never came that far";
    const auto begin = std::chrono::steady_clock::now();
    source.cancel();
    const FailedCall result = failed.get();
    const auto took = std::chrono::steady_clock::now() - begin;
    EXPECT_EQ(result.failure, TransportFailure::cancelled) << result.message;
    EXPECT_LT(took, prompt);
}

TEST_P(TransportContract, sends_nothing_once_cancelled) {
    RawServer server{always(http_answer(200, ""))};
    const CancellationSource source;
    source.cancel();
    const FailedCall call = fail(get_of(server.url()), cancellable_by(source));
    EXPECT_EQ(call.failure, TransportFailure::cancelled);
    EXPECT_LT(call.took, 50ms);
    EXPECT_EQ(server.connection_count(), 0U);
}

TEST_P(TransportContract, ends_when_cancelled_while_the_server_is_silent) {
    RawServer server{silent()};
    const CancellationSource source;
    expect_prompt_end([&] { return fail(get_of(server.url()), cancellable_by(source)); }, source,
                      [&] { return server.wait_for_requests(1); });
    EXPECT_TRUE(server.wait_for_ended_connections(1)) << "the connection is kept";
    expect_usable();
}

TEST_P(TransportContract, ends_when_cancelled_on_a_connection_that_is_used_again) {
    Gate waiting;
    RawServer server{[&](ServerConnection& connection) {
        if (!connection.read_request() || !connection.write(http_answer(200, "x"))) return;
        // The pause after each byte gives the client time to go back to waiting.
        if (!connection.read_request() || !connection.write_slowly("HTTP/1.1 2", 5ms)) return;
        waiting.open();
        connection.wait_for_client_to_leave();
    }};
    EXPECT_EQ(get(server.url()).body, "x");
    const CancellationSource source;
    expect_prompt_end([&] { return fail(get_of(server.url()), cancellable_by(source)); }, source,
                      [&] { return waiting.wait(); });
    EXPECT_EQ(server.connection_count(), 1U);
}

TEST_P(TransportContract, ends_when_cancelled_within_the_head_or_the_body) {
    for (const std::string begin :
         {"HTTP/1.1 2", "HTTP/1.1 200 OK\r\nX-A", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx",
          "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n", "HTTP/1.1 200 OK\r\n\r\nbody"}) {
        Gate begun;
        RawServer server{[&](ServerConnection& connection) {
            if (!connection.read_request() || !connection.write(begin)) return;
            begun.open();
            connection.wait_for_client_to_leave();
        }};
        const CancellationSource source;
        expect_prompt_end([&] { return fail(get_of(server.url()), cancellable_by(source)); }, source,
                          [&] { return begun.wait(); });
        EXPECT_TRUE(server.wait_for_ended_connections(1)) << "the connection is kept";
    }
    expect_usable();
}

TEST_P(TransportContract, ends_when_cancelled_while_a_body_pours_in) {
    TransportOptions options;
    options.max_body_bytes = std::numeric_limits<std::size_t>::max();
    transport = make(options);
    Gate begun;
    RawServer server{[&](ServerConnection& connection) {
        const std::string block(0x8000, 'x');
        if (!connection.read_request() || !connection.write("HTTP/1.1 200 OK\r\n\r\n")) return;
        while (connection.write(block)) begun.open();
    }};
    const CancellationSource source;
    expect_prompt_end([&] { return fail(get_of(server.url()), cancellable_by(source)); }, source,
                      [&] { return begun.wait(); });
    EXPECT_TRUE(server.wait_for_ended_connections(1)) << "the connection is kept";
}

TEST_P(TransportContract, ends_when_cancelled_while_connecting) {
    FullBacklog backlog;
    const CancellationSource source;
    std::promise<void> begun;
    expect_prompt_end(
        [&] {
            begun.set_value();
            return fail(get_of(backlog.url()), cancellable_by(source));
        },
        source, [&] { return begun.get_future().wait_for(10s) == std::future_status::ready; });
}

TEST_P(TransportContract, ends_when_cancelled_while_a_name_does_not_resolve) {
    SlowName slow;
    const CancellationSource source;
    expect_prompt_end([&] { return fail(get_of("http://" + SlowName::name() + '/'), cancellable_by(source)); }, source,
                      [&] { return slow.wait_for_look_ups(); });
}

TEST_P(TransportContract, ends_when_cancelled_within_the_handshake) {
    Gate begun;
    RawServer server{[&](ServerConnection& connection) {
        if (!connection.read_some().empty()) begun.open();
        connection.wait_for_client_to_leave();
    }};
    const CancellationSource source;
    const std::string url = "https://localhost:" + std::to_string(server.port()) + '/';
    expect_prompt_end([&] { return fail(get_of(url), cancellable_by(source)); }, source, [&] { return begun.wait(); });
}

TEST_P(TransportContract, ends_only_the_calls_that_were_cancelled) {
    Gate gate;
    RawServer server{[&](ServerConnection& connection) {
        if (!connection.read_request()) return;
        gate.wait();
        connection.write(http_answer(200, "untouched"));
    }};
    const CancellationSource source;
    std::future<HttpResponse> other = std::async(std::launch::async, [&] { return get(server.url()); });
    expect_prompt_end([&] { return fail(get_of(server.url()), cancellable_by(source)); }, source,
                      [&] { return server.wait_for_requests(2); });
    gate.open();
    EXPECT_EQ(other.get().body, "untouched");
}

TEST_P(TransportContract, ends_all_calls_of_one_source) {
    RawServer server{silent()};
    const CancellationSource source;
    const auto call = [&] { return fail(get_of(server.url()), cancellable_by(source)); };
    std::future<FailedCall> second = std::async(std::launch::async, call);
    expect_prompt_end(call, source, [&] { return server.wait_for_requests(2); });
    EXPECT_EQ(second.get().failure, TransportFailure::cancelled);
}

TEST_P(TransportContract, does_not_mind_a_cancellation_that_comes_after_the_answer) {
    RawServer server{always(http_answer(200, "answer"))};
    const CancellationSource source;
    EXPECT_EQ(transport->send(get_of(server.url()), cancellable_by(source)).body, "answer");
    source.cancel();
    EXPECT_EQ(get(server.url()).body, "answer");
}

struct CancelledCall {
    HttpTransport& transport;
    std::string url{};
    bool ended{false};
};

/// Ends by its deadline, and the thread after it.
void* call_for_ever(void* argument) {
    CancelledCall& call = *static_cast<CancelledCall*>(argument);
    try {
        call.transport.send(get_of(call.url), within(200ms));
    } catch (const TransportException& e) {
        call.ended = e.failure() == TransportFailure::timeout;
    }
    ::pthread_testcancel();
    return nullptr;
}

TEST_P(TransportContract, lets_a_cancelled_thread_end_after_its_call) {
    RawServer server{silent()};
    CancelledCall call{*transport, server.url()};
    pthread_t thread{};
    ASSERT_EQ(::pthread_create(&thread, nullptr, call_for_ever, &call), 0);
    ASSERT_TRUE(server.wait_for_requests(1));
    EXPECT_EQ(::pthread_cancel(thread), 0);
    void* result = nullptr;
    EXPECT_EQ(::pthread_join(thread, &result), 0);
    EXPECT_EQ(result, PTHREAD_CANCELED);
    EXPECT_TRUE(call.ended);
}

}  // namespace
}  // namespace apivideo::tests
