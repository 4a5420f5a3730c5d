// SPDX-License-Identifier: MIT
// Responses that come from the proxy itself.
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

}  // namespace
}  // namespace apivideo::detail
