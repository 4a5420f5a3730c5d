// SPDX-License-Identifier: MIT
// The contract suite, for each transport that opens sockets; and what its messages look like.
#include "http/transport_contract.hpp"

#include "support/full_backlog.hpp"

namespace apivideo::tests {
namespace {

INSTANTIATE_TEST_SUITE_P(Of, TransportContract, ::testing::ValuesIn(transport_kinds()), name_of_kind);

TEST_P(TransportContract, names_the_origin_and_the_reason_in_one_line) {
    const std::string origin = "http://127.0.0.1:" + std::to_string(unused_port());
    const FailedCall call = fail(origin + "/path?query=secret");
    EXPECT_EQ(call.message.substr(0, origin.size() + 2), origin + ": ");
    EXPECT_GT(call.message.size(), origin.size() + 10);
    EXPECT_EQ(call.message.find('\n'), std::string::npos);
}

TEST_P(TransportContract, keeps_query_header_and_body_out_of_messages) {
    RawServer server{[](ServerConnection& connection) { connection.read_request(); }};
    HttpRequest request = post_of(server.url("/path?query=secret"), "secret");
    request.headers.add("Authorization", "secret");
    EXPECT_EQ(fail(request, within()).message.find("secret"), std::string::npos);
}

TEST_P(TransportContract, says_that_the_deadline_passed) {
    RawServer server{silent()};
    const std::string message = fail(get_of(server.url()), within(50ms)).message;
    EXPECT_EQ(message, "http://127.0.0.1:" + std::to_string(server.port()) + ": no answer within the deadline");
}

}  // namespace
}  // namespace apivideo::tests
