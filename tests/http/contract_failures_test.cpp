// SPDX-License-Identifier: MIT
// Contract of transports: where there is no complete answer, the failure says why.
#include "http/transport_contract.hpp"

#include "support/descriptor_limit.hpp"
#include "support/full_backlog.hpp"

#include <string>
#include <vector>

namespace apivideo::tests {
namespace {

using Failure = TransportFailure;

/// Sends these bytes in place of an answer and resets the connection once the client has read some.
RawServer::Handler resetting_after(const std::string& bytes) {
    return [bytes](ServerConnection& connection) {
        if (!connection.read_request()) return;
        connection.write_slowly(bytes, 1ms);
        connection.reset();
    };
}

TEST_P(TransportContract, says_that_nobody_listens) {
    const FailedCall call = fail("http://127.0.0.1:" + std::to_string(unused_port()) + '/');
    EXPECT_EQ(call.failure, Failure::connect) << call.message;
    expect_usable();
}

TEST_P(TransportContract, says_that_a_name_has_no_address) {
    const FailedCall call = fail("http://no-such-host.invalid/");
    EXPECT_EQ(call.failure, Failure::resolve) << call.message;
    expect_usable();
}

TEST_P(TransportContract, says_that_the_connection_was_closed_before_an_answer) {
    RawServer server{once("")};
    EXPECT_EQ(fail(server.url()).failure, Failure::connection_closed);
    expect_usable();
}

TEST_P(TransportContract, says_that_the_connection_was_reset_before_an_answer) {
    RawServer server{resetting_after("")};
    EXPECT_EQ(fail(server.url()).failure, Failure::connection_closed);
    expect_usable();
}

TEST_P(TransportContract, survives_a_connection_that_breaks_while_it_sends) {
    RawServer server{[](ServerConnection& connection) {
        static_cast<void>(connection.read_some());
        connection.reset();
    }};
    EXPECT_EQ(fail(post_of(server.url(), std::string(8 << 20, 'x')), within()).failure, Failure::connection_closed);
    expect_usable();
}

TEST_P(TransportContract, says_that_the_connection_ended_within_the_head) {
    for (const std::string head : {"HTTP/1.1 200", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n"}) {
        RawServer server{once(head)};
        const FailedCall call = fail(server.url());
        // Not every library tells how far it came.
        EXPECT_TRUE(call.failure == Failure::connection_closed || call.failure == Failure::truncated) << call.message;
    }
    expect_usable();
}

TEST_P(TransportContract, says_that_a_body_was_cut_off) {
    const std::string chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    for (const std::string answer :
         {"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n123456789", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n"}) {
        RawServer server{once(answer)};
        EXPECT_EQ(fail(server.url()).failure, Failure::truncated) << answer;
    }
    for (const std::string body : {"", "5", "5\r\n", "5\r\nabc", "5\r\nabcde\r\n", "5\r\nabcde\r\n0"}) {
        RawServer server{once(chunked + body)};
        EXPECT_EQ(fail(server.url()).failure, Failure::truncated) << body;
    }
    expect_usable();
}

TEST_P(TransportContract, says_that_the_connection_was_reset_within_a_body) {
    for (const std::string answer :
         {"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n123",
          "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabc", "HTTP/1.1 200 OK\r\n\r\nuntil the end"}) {
        RawServer server{resetting_after(answer)};
        EXPECT_EQ(fail(server.url()).failure, Failure::truncated) << answer;
    }
    expect_usable();
}

TEST_P(TransportContract, refuses_what_is_not_http) {
    for (const std::string answer :
         {"banana\r\n\r\n", "220 mail.example ESMTP\r\n\r\n", "HTTP/1.1 abc OK\r\n\r\n", "HTTP/1.1\r\n\r\n",
          "HTTP/1.1 99 Low\r\nContent-Length: 0\r\n\r\n", "HTTP/1.1 600 High\r\nContent-Length: 0\r\n\r\n",
          "HTTP/1.1 999 High\r\nContent-Length: 0\r\n\r\n", "HTTP/1.1 99999 High\r\nContent-Length: 0\r\n\r\n",
          "HTTP/1.1 -200 Below\r\nContent-Length: 0\r\n\r\n", "HTTP/9.9 200 OK\r\nContent-Length: 0\r\n\r\n",
          "HTTP/2.0 200 OK\r\nContent-Length: 0\r\n\r\n", "HTTP/0.9 200 OK\r\nContent-Length: 0\r\n\r\n"}) {
        RawServer server{once(answer)};
        const FailedCall call = fail(server.url());
        EXPECT_EQ(call.failure, Failure::protocol) << answer << call.message;
    }
    expect_usable();
}

TEST_P(TransportContract, refuses_lengths_that_cannot_be_believed) {
    for (const std::string lines :
         {"Content-Length: abc\r\n", "Content-Length: -1\r\n", "Content-Length: +4\r\n", "Content-Length: 4x\r\n",
          "Content-Length: 0x4\r\n", "Content-Length: 4 4\r\n", "Content-Length: 99999999999999999999\r\n",
          "Content-Length: 4\r\nContent-Length: 5\r\n", "Content-Length: 5\r\nContent-Length: 4\r\n",
          "Content-Length: 4, 5\r\n"}) {
        RawServer server{once("HTTP/1.1 200 OK\r\n" + lines + "\r\nbody")};
        const FailedCall call = fail(server.url());
        EXPECT_EQ(call.failure, Failure::protocol) << lines << call.message;
    }
    expect_usable();
}

TEST_P(TransportContract, refuses_malformed_chunks) {
    const std::string chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    for (const std::string body :
         {"zz\r\nab\r\n0\r\n\r\n", "\r\n\r\n", "-1\r\nab\r\n0\r\n\r\n", "-2\r\nab\r\n0\r\n\r\n",
          "3\r\nabc\r\n-1\r\nab\r\n0\r\n\r\n", "fffffffffffffffff\r\nabc"}) {
        RawServer server{once(chunked + body)};
        const FailedCall call = fail(server.url());
        EXPECT_TRUE(call.failure == Failure::protocol || call.failure == Failure::too_large) << body << call.message;
    }
    expect_usable();
}

TEST_P(TransportContract, refuses_transfer_codings_that_it_did_not_ask_for) {
    for (const std::string coding : {"gzip, chunked", "x-own, chunked"}) {
        RawServer server{once("HTTP/1.1 200 OK\r\nTransfer-Encoding: " + coding + "\r\n\r\n3\r\nabc\r\n0\r\n\r\n")};
        const FailedCall call = fail(server.url());
        EXPECT_EQ(call.failure, Failure::protocol) << coding << call.message;
    }
    expect_usable();
}

TEST_P(TransportContract, fails_without_a_descriptor_and_works_once_one_is_free) {
    if (is_sanitized) GTEST_SKIP() << "a sanitizer opens descriptors itself when it looks at memory";
    RawServer server{always(http_answer(200, "x"))};
    {
        const NoDescriptors none;
        EXPECT_THROW(get(server.url()), TransportException);
    }
    EXPECT_EQ(get(server.url()).body, "x");
}

}  // namespace
}  // namespace apivideo::tests
