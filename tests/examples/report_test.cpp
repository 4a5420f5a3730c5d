// SPDX-License-Identifier: MIT
// What is fetched for a report, and what is told of it meanwhile.
#include "report.hpp"

#include <apivideo/test_support/fake_transport.hpp>

#include <gtest/gtest.h>

#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace analytics_report {
namespace {

/// What onlookers are told of page @p first and one more, where the service tells that many pages in all.
std::vector<std::optional<std::int64_t>> told_of_two_pages(std::int64_t first, std::int64_t pages_total) {
    const auto transport = std::make_shared<apivideo::test_support::FakeTransport>();
    for (std::int64_t page = first; page < first + 2; ++page)
        transport->reply(200, R"({"data":[{"value":"x","plays":1}],"pagination":{"currentPage":)" +
                                  std::to_string(page) + R"(,"pagesTotal":)" + std::to_string(pages_total) + "}}");
    transport->reply(200, R"({"data":[],"pagination":[]})");

    Options options;
    apivideo::VideosPlaysRequest request{date::year{2023} / 6 / 1, apivideo::VideosDimension::video_id};
    request.current_page = first;
    options.request = request;
    options.all = true;
    std::vector<std::optional<std::int64_t>> told;
    const apivideo::AnalyticsApi analytics{transport, apivideo::production_url};
    const Report report = fetch_report(analytics, options, {},
                                       [&](std::int64_t, std::optional<std::int64_t> of, auto) { told.push_back(of); });
    EXPECT_EQ(report.rows.size(), told.size());
    return told;
}

TEST(ReportOfAllPages, tells_of_how_many_pages_as_far_as_that_can_be) {
    using Told = std::vector<std::optional<std::int64_t>>;
    EXPECT_EQ(told_of_two_pages(1, 2), (Told{2, 2}));
    EXPECT_EQ(told_of_two_pages(5, 6), (Told{2, 2}));
    EXPECT_EQ(told_of_two_pages(5, 3), (Told{std::nullopt}));
    EXPECT_EQ(told_of_two_pages(5, -1), (Told{std::nullopt, std::nullopt}));
    EXPECT_EQ(told_of_two_pages(5, std::numeric_limits<std::int64_t>::min()), (Told{std::nullopt, std::nullopt}));
}

}  // namespace
}  // namespace analytics_report
