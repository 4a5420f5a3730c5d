// SPDX-License-Identifier: MIT
// How to test code that uses the library, without an account or a network: by scripted answers, and by a server on this
// machine. It checks itself: 0 where all is as expected.
#include <apivideo/apivideo.hpp>
#include <apivideo/test_support/demo_server.hpp>
#include <apivideo/test_support/fake_transport.hpp>

#include <iostream>
#include <memory>
#include <string>

namespace {

/// What is tested: it takes the API as it is given, so that a test can give it one of its own.
std::string favourite_browser(const apivideo::AnalyticsApi& analytics, date::year_month_day from) {
    try {
        const auto response = analytics.get_videos_plays({from, apivideo::VideosDimension::browser});
        return response.data.empty() ? "none" : response.data.front().value;
    } catch (const apivideo::ForbiddenException&) {
        return "unknown: the project has no analytics";
    }
}

constexpr date::year_month_day first_of_june = date::year{2023} / 6 / 1;

bool names_the_first_row() {
    const auto transport = std::make_shared<apivideo::test_support::FakeTransport>();
    transport->reply(200, R"({"data": [{"value": "firefox", "plays": 7}], "pagination": {}})");
    const apivideo::AnalyticsApi analytics{transport, apivideo::production_url};
    return favourite_browser(analytics, first_of_june) == "firefox" &&
           transport->requests().front().url ==
               "https://ws.api.video/analytics/videos/plays?from=2023-06-01&dimension=browser";
}

bool survives_a_project_without_analytics() {
    const auto transport = std::make_shared<apivideo::test_support::FakeTransport>();
    transport->reply(403, R"({"title": "Analytics is disabled for this project.", "status": 403})");
    return favourite_browser(apivideo::AnalyticsApi{transport, apivideo::production_url}, first_of_june) ==
           "unknown: the project has no analytics";
}

bool works_with_a_real_server() {
    apivideo::test_support::DemoServerOptions demo;
    demo.today = date::sys_days{date::year{2023} / 6 / 20};  // the same data on whatever day the test runs
    const apivideo::test_support::DemoServer server{demo};   // before the client, so that it ends after it
    apivideo::ClientOptions options;
    options.base_url = server.base_url();
    const apivideo::AuthenticatedApiClient client{server.api_key(), options};
    return favourite_browser(apivideo::AnalyticsApi{client}, server.today() - date::days{7}) == "chrome";
}

/// How many checks failed.
int check(const char* what, bool holds) {
    std::cout << (holds ? "ok      " : "FAILED  ") << what << '\n';
    return holds ? 0 : 1;
}

}  // namespace

int main() {
    int failed = check("names the first row", names_the_first_row());
    failed += check("survives a project without analytics", survives_a_project_without_analytics());
    failed += check("works with a real server", works_with_a_real_server());
    return failed == 0 ? 0 : 1;
}
