// SPDX-License-Identifier: MIT
// Contract of transports: the deadline is total and holds at every stage of a call.
#include "http/transport_contract.hpp"

#include "support/fake_resolver.hpp"
#include "support/full_backlog.hpp"

#include <cstddef>
#include <limits>
#include <string>

namespace apivideo::tests {
namespace {

constexpr std::chrono::milliseconds deadline = 100ms;

class TransportDeadline : public TransportContract {
  protected:
    void expect_end_at_deadline(const HttpRequest& request) {
        const FailedCall call = fail(request, within(deadline));
        EXPECT_EQ(call.failure, TransportFailure::timeout) << call.message;
        EXPECT_GE(call.took, deadline - 1ms);
        EXPECT_LT(call.took, deadline + prompt);
    }
};

INSTANTIATE_TEST_SUITE_P(Of, TransportDeadline, ::testing::ValuesIn(transport_kinds()), name_of_kind);

/// Sends @p head at once and then @p more for ever, with short pauses: never silent for long, never done.
RawServer::Handler dripping(const std::string& head, const std::string& more) {
    return [head, more](ServerConnection& connection) {
        if (!connection.read_request() || !connection.write(head)) return;
        while (connection.write_slowly(more, 5ms)) {
        }
    };
}

TEST_P(TransportDeadline, ends_at_the_deadline_while_the_server_is_silent) {
    RawServer server{silent()};
    expect_end_at_deadline(get_of(server.url()));
    EXPECT_TRUE(server.wait_for_ended_connections(1)) << "the connection is kept";
}

TEST_P(TransportDeadline, ends_at_the_deadline_while_the_head_drips) {
    for (const std::string head : {"HTTP/1.1 200 O", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nX-A: "}) {
        RawServer server{dripping(head, "x")};
        expect_end_at_deadline(get_of(server.url()));
        EXPECT_TRUE(server.wait_for_ended_connections(1)) << "the connection is kept";
    }
}

TEST_P(TransportDeadline, ends_at_the_deadline_while_a_body_of_known_length_drips) {
    RawServer server{dripping("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n", "x")};
    expect_end_at_deadline(get_of(server.url()));
    EXPECT_TRUE(server.wait_for_ended_connections(1)) << "the connection is kept";
}

TEST_P(TransportDeadline, ends_at_the_deadline_while_a_chunked_body_drips) {
    RawServer server{dripping("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "1\r\nx\r\n")};
    expect_end_at_deadline(get_of(server.url()));
    EXPECT_TRUE(server.wait_for_ended_connections(1)) << "the connection is kept";
}

TEST_P(TransportDeadline, ends_at_the_deadline_while_a_body_without_end_drips) {
    RawServer server{dripping("HTTP/1.1 200 OK\r\n\r\n", "x")};
    expect_end_at_deadline(get_of(server.url()));
    EXPECT_TRUE(server.wait_for_ended_connections(1)) << "the connection is kept";
}

TEST_P(TransportDeadline, ends_at_the_deadline_while_a_body_pours_in) {
    TransportOptions options;
    options.max_body_bytes = std::numeric_limits<std::size_t>::max();
    transport = make(options);
    RawServer server{[](ServerConnection& connection) {
        const std::string block = "8000\r\n" + std::string(0x8000, 'x') + "\r\n";
        if (!connection.read_request()) return;
        connection.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
        while (connection.write(block)) {
        }
    }};
    expect_end_at_deadline(get_of(server.url()));
    EXPECT_TRUE(server.wait_for_ended_connections(1)) << "the connection is kept";
}

TEST_P(TransportDeadline, ends_at_the_deadline_while_the_server_does_not_read) {
    RawServer server{[](ServerConnection& connection) { connection.wait_for_server_to_stop(); }};
    expect_end_at_deadline(post_of(server.url(), std::string(32 << 20, 'x')));
}

TEST_P(TransportDeadline, ends_at_the_deadline_while_connecting) {
    FullBacklog backlog;
    expect_end_at_deadline(get_of(backlog.url()));
    expect_usable();
}

TEST_P(TransportDeadline, ends_at_the_deadline_while_a_name_does_not_resolve) {
    {
        SlowName slow;
        expect_end_at_deadline(get_of("http://" + SlowName::name() + '/'));
    }
    expect_usable();
}

TEST_P(TransportDeadline, ends_at_the_deadline_within_the_handshake) {
    RawServer server{[](ServerConnection& connection) { connection.wait_for_client_to_leave(); }};
    const std::string url = "https://localhost:" + std::to_string(server.port()) + '/';
    expect_end_at_deadline(get_of(url));
    EXPECT_TRUE(keeps_none(server)) << "the connection is kept";
}

TEST_P(TransportDeadline, sends_nothing_after_the_deadline) {
    RawServer server{always(http_answer(200, ""))};
    const FailedCall call = fail(get_of(server.url()), within(-1ms));
    EXPECT_EQ(call.failure, TransportFailure::timeout);
    EXPECT_LT(call.took, 50ms);
    EXPECT_EQ(server.connection_count(), 0U);
}

TEST_P(TransportDeadline, waits_for_ever_where_there_is_no_deadline) {
    RawServer server{[](ServerConnection& connection) {
        if (connection.read_request()) connection.write_slowly(http_answer(200, "at last"), 2ms);
    }};
    EXPECT_EQ(transport->send(get_of(server.url()), {}).body, "at last");
}

TEST_P(TransportDeadline, is_usable_after_a_deadline) {
    RawServer server{answering([](const ReceivedRequest&) { return http_answer(200, "next"); })};
    RawServer stuck{silent()};
    EXPECT_EQ(fail(get_of(stuck.url()), within(20ms)).failure, TransportFailure::timeout);
    EXPECT_EQ(get(server.url()).body, "next");
    EXPECT_EQ(fail(get_of(stuck.url()), within(20ms)).failure, TransportFailure::timeout);
    EXPECT_EQ(get(server.url()).body, "next");
}

}  // namespace
}  // namespace apivideo::tests
