// SPDX-License-Identifier: MIT
// A program of somebody else's that calls the demo server by the default transport, and by each that was installed:
// needs apivideo::test_support as well.
#include <apivideo/apivideo.hpp>
#include <apivideo/test_support/demo_server.hpp>

#if __has_include(<apivideo/http/cpprest_transport.hpp>)
#include <apivideo/http/cpprest_transport.hpp>
#endif
#if __has_include(<apivideo/http/curl_transport.hpp>)
#include <apivideo/http/curl_transport.hpp>
#endif

#include "expect.hpp"

#include <memory>
#include <utility>

namespace {

void call(const apivideo::test_support::DemoServer& server, std::shared_ptr<apivideo::HttpTransport> transport) {
    apivideo::ClientOptions options;
    options.base_url = server.base_url();
    options.transport = std::move(transport);
    const apivideo::AnalyticsApi analytics{apivideo::AuthenticatedApiClient{server.api_key(), options}};
    const apivideo::LiveStreamsPlaysRequest request{server.today() - date::days{7},
                                                    apivideo::LiveStreamsDimension::country};
    const apivideo::AnalyticsPlaysResponse page = analytics.get_live_streams_plays(request);
    EXPECT(page.http.status == 200);
    EXPECT(!page.data.empty());
}

}  // namespace

int main() {
    apivideo::test_support::DemoServerOptions demo;
    demo.today = date::sys_days{date::year{2023} / 6 / 20};
    const apivideo::test_support::DemoServer server{demo};
    call(server, nullptr);
    call(server, apivideo::make_default_transport());
#if __has_include(<apivideo/http/cpprest_transport.hpp>)
    call(server, apivideo::make_cpprest_transport());
#endif
#if __has_include(<apivideo/http/curl_transport.hpp>)
    call(server, apivideo::make_curl_transport());
#endif
}
