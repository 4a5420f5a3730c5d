// SPDX-License-Identifier: MIT
// What the transport on cpprestsdk does beyond the contract, or refuses to do.
#include <apivideo/errors.hpp>
#include <apivideo/http/cpprest_transport.hpp>

#include "support/raw_server.hpp"

#include <gtest/gtest.h>

#include <pthread.h>

#include <chrono>
#include <string>

namespace apivideo::tests {
namespace {

using namespace std::chrono_literals;

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

struct CancelledCall {
    std::string url{};
    bool ended{false};
};

/// Ends by its deadline, and the thread after it.
void* call_for_ever(void* argument) {
    CancelledCall& call = *static_cast<CancelledCall*>(argument);
    CallContext context;
    context.deadline = std::chrono::steady_clock::now() + 200ms;
    try {
        make_cpprest_transport({})->send({"GET", call.url, {}, {}}, context);
    } catch (const TransportException& e) {
        call.ended = e.failure() == TransportFailure::timeout;
    }
    ::pthread_testcancel();
    return nullptr;
}

TEST(CpprestTransport, lets_a_cancelled_thread_end_after_its_call) {
    RawServer server{silent()};
    CancelledCall call{server.url()};
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
