// SPDX-License-Identifier: MIT
// Failures that both transports report: responses of the proxy itself, and connections closed too early.
#include "http/failures.hpp"

#include <gtest/gtest.h>

#include "support/thrown.hpp"

namespace apivideo::detail {
namespace {

using test_support::thrown_by;

const Url url = parse_url("http://host/path");

HttpResponse response_of_status(int status) { return {status, "", {}, ""}; }

TEST(ProxyResponses, are_failures_if_the_proxy_asks_for_credentials) {
    const auto e = thrown_by<TransportException>([] { check_not_from_proxy(url, response_of_status(407), true); });
    EXPECT_EQ(e.failure(), TransportFailure::proxy);
    EXPECT_STREQ(e.what(), "http://host:80: the proxy requires a valid user name and password (407)");
}

TEST(ProxyResponses, are_none_without_a_proxy) {
    EXPECT_NO_THROW(check_not_from_proxy(url, response_of_status(407), false));
}

TEST(ProxyResponses, are_none_of_any_other_status) {
    for (const int status : {200, 401, 403, 406, 408, 502})
        EXPECT_NO_THROW(check_not_from_proxy(url, response_of_status(status), true)) << status;
}

TEST(ProxyResponses, name_the_status_that_refuses_a_tunnel) {
    EXPECT_STREQ(refused_by_proxy(url, 403).what(), "http://host:80: the proxy refused to open a tunnel (403)");
    EXPECT_EQ(refused_by_proxy(url, 403).failure(), TransportFailure::proxy);
}

TEST(ClosedConnections, say_if_the_server_asked_for_a_client_certificate_before) {
    EXPECT_STREQ(closed_before_response(url, false).what(),
                 "http://host:80: the connection was closed before the response began");
    EXPECT_STREQ(closed_before_response(url, true).what(),
                 "http://host:80: the connection was closed before the response began, after the server requested a "
                 "client certificate");
    EXPECT_EQ(closed_before_response(url, true).failure(), TransportFailure::connection_closed);
}

}  // namespace
}  // namespace apivideo::detail
