// SPDX-License-Identifier: MIT
// Contract of transports: a body larger than the limit is refused while it arrives.
#include "http/transport_contract.hpp"

#include <string>

namespace apivideo::tests {
namespace {

constexpr std::size_t limit = 200'000;

class TransportLimit : public TransportContract {
  protected:
    TransportLimit() {
        TransportOptions options;
        options.max_body_bytes = limit;
        transport = make(options);
    }

    void expect_refused(RawServer& server) {
        const FailedCall call = fail(server.url());
        EXPECT_EQ(call.failure, TransportFailure::too_large) << call.message;
        EXPECT_NE(call.message.find("limit of 200000 bytes"), std::string::npos) << call.message;
        EXPECT_TRUE(server.wait_for_ended_connections(1)) << "the connection is kept";
        expect_usable();
    }
};

INSTANTIATE_TEST_SUITE_P(Of, TransportLimit, ::testing::ValuesIn(transport_kinds()), name_of_kind);

RawServer::Handler endless(const std::string& head, const std::string& block) {
    return [=](ServerConnection& connection) {
        if (!connection.read_request() || !connection.write(head)) return;
        while (connection.write(block)) {
        }
    };
}

std::string chunked(std::size_t size) {
    std::string answer = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    for (std::size_t i = 0; i < size; i += 1000) answer += "3e8\r\n" + std::string(1000, 'x') + "\r\n";
    return answer + "0\r\n\r\n";
}

TEST_P(TransportLimit, takes_a_body_that_is_exactly_as_large) {
    RawServer server{answering([](const ReceivedRequest& request) {
        return request.target == "/chunked" ? chunked(limit) : http_answer(200, std::string(limit, 'x'));
    })};
    EXPECT_EQ(get(server.url("/length")).body.size(), limit);
    EXPECT_EQ(get(server.url("/chunked")).body.size(), limit);
    RawServer closing{once("HTTP/1.1 200 OK\r\n\r\n" + std::string(limit, 'x'))};
    EXPECT_EQ(get(closing.url()).body.size(), limit);
}

TEST_P(TransportLimit, refuses_one_byte_more) {
    RawServer server{once(http_answer(200, std::string(limit + 1, 'x')))};
    expect_refused(server);
    RawServer closing{once("HTTP/1.1 200 OK\r\n\r\n" + std::string(limit + 1, 'x'))};
    expect_refused(closing);
    RawServer chunks{once(chunked(limit + 1000))};
    expect_refused(chunks);
}

TEST_P(TransportLimit, refuses_an_announced_length_before_the_body_comes) {
    for (const std::string length : {"200001", "4294967296", "9223372036854775807"}) {
        RawServer server{[&](ServerConnection& connection) {
            if (!connection.read_request()) return;
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\n");
            connection.wait_for_client_to_leave();
        }};
        expect_refused(server);
    }
}

TEST_P(TransportLimit, refuses_chunks_without_end) {
    RawServer server{endless("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
                             "1000\r\n" + std::string(0x1000, 'x') + "\r\n")};
    expect_refused(server);
}

TEST_P(TransportLimit, refuses_bytes_without_end) {
    RawServer server{endless("HTTP/1.1 200 OK\r\n\r\n", std::string(5000, 'x'))};
    expect_refused(server);
}

TEST_P(TransportLimit, refuses_large_error_bodies_too) {
    RawServer server{endless("HTTP/1.1 500 Oh\r\n\r\n", std::string(5000, 'x'))};
    expect_refused(server);
}

TEST_P(TransportLimit, does_not_count_what_an_answer_without_body_announces) {
    RawServer server{always("HTTP/1.1 200 OK\r\nContent-Length: 900000\r\n\r\n")};
    EXPECT_EQ(send({"HEAD", server.url(), {}, {}}).status, 200);
}

TEST_P(TransportLimit, is_eight_mebibytes_unless_set) {
    transport = make();
    RawServer server{answering([](const ReceivedRequest& request) {
        return http_answer(200, std::string((8U << 20) + (request.target == "/more" ? 1 : 0), 'x'));
    })};
    EXPECT_EQ(get(server.url("/most")).body.size(), 8U << 20);
    EXPECT_EQ(fail(server.url("/more")).failure, TransportFailure::too_large);
}

}  // namespace
}  // namespace apivideo::tests
