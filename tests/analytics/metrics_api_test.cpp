// SPDX-License-Identifier: MIT
// The /data calls: what is sent, what is refused before, what comes back, now and later.
#include <apivideo/analytics/analytics_api.hpp>

#include <apivideo/errors.hpp>
#include <apivideo/test_support/fake_transport.hpp>

#include <gtest/gtest.h>

#include "analytics/metrics_calls.hpp"
#include "support/thrown.hpp"

#include <chrono>
#include <memory>
#include <string>
#include <thread>

namespace apivideo {
namespace {

using date::literals::operator""_y;
using std::chrono::milliseconds;
using test_support::FakeTransport;
using test_support::thrown_by;

template <class Call>
class MetricsApi : public ::testing::Test {
  protected:
    std::shared_ptr<FakeTransport> transport = std::make_shared<FakeTransport>();
    typename Call::Request request = Call::request();

    AnalyticsApi api() const { return {transport, "https://ws.api.video/v1/"}; }
    std::string url() const { return std::string{"https://ws.api.video/v1"} + Call::path; }
};
TYPED_TEST_SUITE(MetricsApi, test_support::MetricsCalls, test_support::MetricsCallNames);

TYPED_TEST(MetricsApi, sends_one_get_and_reads_its_answer) {
    this->transport->reply(200, TypeParam::body);
    EXPECT_TRUE(TypeParam::is_body(TypeParam::get(this->api(), this->request)));
    ASSERT_EQ(this->transport->requests().size(), 1u);
    const HttpRequest sent = this->transport->requests().front();
    EXPECT_EQ(sent.method, "GET");
    EXPECT_EQ(sent.url, this->url());
    EXPECT_EQ(sent.body, "");
    EXPECT_TRUE(sent.headers.empty());
}

TYPED_TEST(MetricsApi, gives_the_same_through_a_future) {
    this->transport->reply(200, TypeParam::body);
    EXPECT_TRUE(TypeParam::is_body(TypeParam::get_async(this->api(), this->request).get()));
    EXPECT_EQ(this->transport->requests().front().url, this->url());
}

TYPED_TEST(MetricsApi, sends_nothing_where_the_request_cannot_be) {
    this->request.from = date::sys_days{2024_y / 2 / 6};
    this->request.to = date::sys_days{2024_y / 2 / 5};
    EXPECT_EQ(thrown_by<InvalidRequestException>([&] { (void)TypeParam::get(this->api(), this->request); }).field(),
              "from");
    auto later = TypeParam::get_async(this->api(), this->request);
    EXPECT_EQ(thrown_by<InvalidRequestException>([&] { (void)later.get(); }).field(), "from");
    EXPECT_TRUE(this->transport->requests().empty());
}

TYPED_TEST(MetricsApi, hands_timeout_and_cancellation_down) {
    const CancellationSource source;
    CallOptions options;
    options.timeout = milliseconds{100};
    options.cancellation = source.token();
    this->transport->respond([&](const HttpRequest&, const CallContext& context) -> HttpResponse {
        EXPECT_LE(context.deadline, std::chrono::steady_clock::now() + milliseconds{100});
        source.cancel();
        EXPECT_TRUE(context.cancellation.cancelled());
        throw TransportException{TransportFailure::cancelled, "cancelled"};
    });
    EXPECT_THROW((void)TypeParam::get(this->api(), this->request, options), TransportException);
}

TYPED_TEST(MetricsApi, decodes_no_success_but_200) {
    this->transport->reply(206, TypeParam::body);
    EXPECT_EQ(thrown_by<UnexpectedResponseException>([&] { (void)TypeParam::get(this->api(), this->request); }).where(),
              "status");
}

template <class Call>
class MetricsRange : public MetricsApi<Call> {
  protected:
    /// Serves pages of one row each.
    void serve(int pages) {
        this->transport->respond_always([pages](const HttpRequest& sent, const CallContext&) {
            const int page = std::stoi(sent.url.substr(sent.url.find("currentPage=") + 12));
            return HttpResponse{200,
                                {},
                                {},
                                R"({"data":[{"metricValue":)" + std::to_string(page) +
                                    R"(}],"pagination":{"currentPage":)" + std::to_string(page) + R"(,"pagesTotal":)" +
                                    std::to_string(pages) + "}}"};
        });
    }
    double sum(const ListOptions& options = {}) {
        double sum = 0;
        for (const auto& row : Call::list(this->api(), this->request, options)) sum += row.metric_value.value_or(100);
        return sum;
    }
    /// The `to` of each request that was sent, in the form `2024-02-05T00%3A00%3A00Z`.
    std::vector<std::string> ends() const {
        std::vector<std::string> ends;
        for (const HttpRequest& sent : this->transport->requests()) {
            const std::size_t at = sent.url.find("to=");
            ends.push_back(at == std::string::npos ? "" : sent.url.substr(at + 3, 24));
        }
        return ends;
    }
    static std::string written(date::sys_seconds time) { return date::format("%FT%H%%3A%M%%3A%SZ", time); }
    static date::sys_seconds now() { return date::floor<std::chrono::seconds>(std::chrono::system_clock::now()); }
};
TYPED_TEST_SUITE(MetricsRange, test_support::PagedMetricsCalls, test_support::MetricsCallNames);

TYPED_TEST(MetricsRange, walks_over_every_row_of_every_page) {
    this->serve(4);
    this->request.to = date::sys_days{2024_y / 2 / 5};
    EXPECT_EQ(this->sum(), 10);
    EXPECT_EQ(this->transport->requests().size(), 4u);
    EXPECT_EQ(this->transport->requests().back().url,
              this->url() + "?to=2024-02-05T00%3A00%3A00Z&currentPage=4&pageSize=100");
    this->request.current_page = 3;
    this->request.page_size = 1;
    ListOptions options;
    options.concurrency = 2;
    EXPECT_EQ(this->sum(options), 7);
}

TYPED_TEST(MetricsRange, walks_page_by_page) {
    this->serve(3);
    std::size_t rows = 0;
    for (const typename TypeParam::Response& page : TypeParam::list(this->api(), this->request).pages())
        rows += page.data.size();
    EXPECT_EQ(rows, 3u);
}

TYPED_TEST(MetricsRange, ends_at_a_page_without_rows) {
    this->transport->reply(200, R"({"context":[],"data":[],"pagination":[]})");
    EXPECT_EQ(this->sum(), 0);
}

TYPED_TEST(MetricsRange, refuses_what_cannot_be_sent_when_it_is_made) {
    this->request.page_size = 0;
    EXPECT_EQ(thrown_by<InvalidRequestException>([&] { (void)TypeParam::list(this->api(), this->request); }).field(),
              "page_size");
}

TYPED_TEST(MetricsRange, without_end_ends_for_all_pages_when_the_first_was_fetched) {
    const date::sys_seconds made = this->now();
    auto range = TypeParam::list(this->api(), this->request);
    // The clock must go on between making the range and fetching, and between two pages, for the test to see anything.
    const auto wait_for_next_second = [] {
        const date::sys_seconds second = TestFixture::now();
        while (TestFixture::now() == second) std::this_thread::yield();
    };
    this->serve(3);
    wait_for_next_second();
    const date::sys_seconds before = this->now();
    auto row = range.begin();
    const date::sys_seconds after = this->now();
    wait_for_next_second();
    for (; row != range.end(); ++row) EXPECT_TRUE(row->metric_value);

    const std::vector<std::string> ends = this->ends();
    ASSERT_EQ(ends.size(), 3u);
    EXPECT_TRUE(ends[0] == this->written(before) || ends[0] == this->written(after)) << ends[0];
    EXPECT_NE(ends[0], this->written(made));
    EXPECT_EQ(ends[1], ends[0]);
    EXPECT_EQ(ends[2], ends[0]);
}

TYPED_TEST(MetricsRange, keeps_the_end_that_is_set) {
    this->serve(2);
    this->request.to = date::sys_days{2024_y / 2 / 5};
    EXPECT_EQ(this->sum(), 3);
    EXPECT_EQ(this->ends(), (std::vector<std::string>{"2024-02-05T00%3A00%3A00Z", "2024-02-05T00%3A00%3A00Z"}));
}

TYPED_TEST(MetricsRange, does_not_end_before_it_begins) {
    this->serve(1);
    this->request.from = date::sys_days{9999_y / 1 / 1};
    EXPECT_EQ(this->sum(), 1);
    EXPECT_EQ(this->ends(), (std::vector<std::string>{"9999-01-01T00%3A00%3A00Z"}));
}

TYPED_TEST(MetricsRange, leaves_the_end_of_a_single_page_to_the_service) {
    this->serve(1);
    this->request.current_page = 1;
    (void)TypeParam::get(this->api(), this->request);
    EXPECT_EQ(this->ends(), std::vector<std::string>{""});
}

}  // namespace
}  // namespace apivideo
