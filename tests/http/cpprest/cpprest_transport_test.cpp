// SPDX-License-Identifier: MIT
// What the transport on cpprestsdk does beyond the contract, or refuses to do.
#include <apivideo/errors.hpp>
#include <apivideo/http/cpprest_transport.hpp>

#include <gtest/gtest.h>

#include <string>

namespace apivideo::tests {
namespace {

TEST(CpprestTransport, refuses_proxies_that_cpprestsdk_cannot_use) {
    for (const char* url : {"https://proxy.example:3128", "socks5h://proxy.example:1080"}) {
        TransportOptions options;
        options.proxy = Proxy{url, {}, {}};
        try {
            static_cast<void>(make_cpprest_transport(options));
            ADD_FAILURE() << url;
        } catch (const InvalidRequestException& e) {
            EXPECT_EQ(e.field(), "proxy");
            EXPECT_NE(std::string{e.what()}.find("expected http://host"), std::string::npos) << e.what();
        }
    }
}

}  // namespace
}  // namespace apivideo::tests
