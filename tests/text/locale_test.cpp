// SPDX-License-Identifier: MIT
// Where the program's locale writes numbers as 1.234,5: what is sent and what is read stays the same.
#include <apivideo/apivideo.hpp>
#include <apivideo/test_support/fake_transport.hpp>

#include <gtest/gtest.h>

#include <clocale>
#include <locale>
#include <memory>
#include <sstream>
#include <string>

namespace apivideo {
namespace {

using test_support::FakeTransport;

class CommaNumbers final : public std::numpunct<char> {
    char do_decimal_point() const override { return ','; }
    char do_thousands_sep() const override { return '.'; }
    std::string do_grouping() const override { return "\3"; }
};

struct CommaLocale : ::testing::Test {
    std::locale before{std::locale::global(std::locale{std::locale::classic(), new CommaNumbers})};
    std::shared_ptr<FakeTransport> fake = std::make_shared<FakeTransport>();

    // The C library has a locale of its own, where the machine has one installed.
    void SetUp() override { (void)std::setlocale(LC_ALL, "de_DE.UTF-8"); }
    void TearDown() override {
        std::locale::global(before);
        (void)std::setlocale(LC_ALL, "C");
    }

    [[nodiscard]] AnalyticsApi api() const {
        ClientOptions options;
        options.transport = fake;
        return AnalyticsApi{AuthenticatedApiClient{"key", options}};
    }
    void reply_to_login() { fake->reply(200, R"({"access_token":"token","expires_in":3600})"); }
};

constexpr const char* body = R"({"data":[{"value":"2023-06-10T10:00:00.250Z","plays":1234567}],)"
                             R"("pagination":{"currentPage":1234567,"itemsTotal":9876543210}})";

VideosPlaysRequest large_numbers() {
    VideosPlaysRequest request{date::year{2023} / 6 / 1, VideosDimension::emitted_at};
    request.to = date::year{2023} / 6 / 10;
    request.current_page = 1234567;
    return request;
}

TEST_F(CommaLocale, is_in_force) {
    std::ostringstream text;
    text << 1234567 << ' ' << 0.5;
    EXPECT_EQ(text.str(), "1.234.567 0,5");
}

TEST_F(CommaLocale, request_is_the_same) {
    reply_to_login();
    fake->reply(200, body);
    (void)api().get_videos_plays(large_numbers());
    EXPECT_EQ(fake->requests().at(1).url,
              "https://ws.api.video/analytics/videos/plays?from=2023-06-01&to=2023-06-10&dimension=emittedAt"
              "&currentPage=1234567");
}

TEST_F(CommaLocale, answer_is_the_same) {
    reply_to_login();
    fake->reply(
        {200,
         "OK",
         {{"X-RateLimit-Limit", "5000"}, {"X-RateLimit-Remaining", "4999"}, {"X-RateLimit-Retry-After", "1234"}},
         body});
    const AnalyticsPlaysResponse page = api().get_videos_plays(large_numbers());
    EXPECT_EQ(page.data.at(0).plays, 1234567);
    EXPECT_EQ(page.pagination.items_total, 9876543210);
    EXPECT_EQ(page.rate_limit, (RateLimit{5000, 4999, std::chrono::seconds{1234}}));
    EXPECT_EQ(emitted_at(page.data.at(0)),
              date::sys_days{date::year{2023} / 6 / 10} + std::chrono::hours{10} + std::chrono::milliseconds{250});
}

TEST_F(CommaLocale, fractions_are_the_same) {
    reply_to_login();
    fake->reply(200, R"({"data":1234567.5})");
    fake->reply(200, R"({"data":[{"value":"a","plays":7.0}]})");
    const AnalyticsApi analytics = api();
    EXPECT_EQ(analytics.get_aggregated_metrics({AggregatedMetric::play, Aggregation::rate}).data, 1234567.5);
    EXPECT_EQ(analytics.get_videos_plays(large_numbers()).data.at(0).plays, 7);
}

TEST_F(CommaLocale, times_are_the_same) {
    reply_to_login();
    fake->reply(200, "{}");
    AggregatedMetricsRequest request{AggregatedMetric::play, Aggregation::count};
    request.from = date::sys_days{date::year{2023} / 6 / 10} + std::chrono::hours{10};
    (void)api().get_aggregated_metrics(request);
    EXPECT_EQ(fake->requests().at(1).url, "https://ws.api.video/data/metrics/play/count?from=2023-06-10T10%3A00%3A00Z");
}

TEST_F(CommaLocale, refusal_is_the_same) {
    VideosPlaysRequest request = large_numbers();
    request.page_size = 1234567;
    try {
        (void)api().get_videos_plays(request);
        FAIL() << "expected to be refused";
    } catch (const InvalidRequestException& e) {
        EXPECT_NE(std::string{e.what()}.find("1234567"), std::string::npos) << e.what();
    }
}

TEST_F(CommaLocale, log_is_the_same) {
    fake->respond_always([](const HttpRequest&, const CallContext&) {
        return HttpResponse{200, "OK", {{"X-RateLimit-Limit", "5000"}, {"X-RateLimit-Remaining", "4999"}}, body};
    });
    std::ostringstream log;
    ClientOptions options;
    options.transport = fake;
    options.authentication = Authentication::basic;
    options.observer = log_to(log);
    (void)AnalyticsApi{AuthenticatedApiClient{"key", options}}.get_videos_plays(large_numbers());
    EXPECT_NE(log.str().find("currentPage=1234567 -> 200 in "), std::string::npos) << log.str();
    EXPECT_NE(log.str().find("4999 of 5000 left"), std::string::npos) << log.str();
}

}  // namespace
}  // namespace apivideo
