// SPDX-License-Identifier: MIT
// Tests of the lazy ranges: what is asked for, in what order rows come, and where the walk ends.
#include <apivideo/analytics/page_range.hpp>
#include <apivideo/errors.hpp>

#include "analytics/page_source.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <limits>
#include <numeric>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

namespace apivideo {
namespace {

using test_support::FakeTransport;
using Rows = std::vector<std::string>;

static_assert(std::is_same_v<std::iterator_traits<RowRange<AnalyticsPlaysResponse>::iterator>::iterator_category,
                             std::input_iterator_tag>);

TEST(RowRange, gives_every_row_of_every_page_in_order) {
    EXPECT_EQ(values(api(pages(3)).list_videos_plays(by_video())), rows_of_pages(1, 3));
}

TEST(RowRange, gives_the_rows_of_live_streams_too) {
    const LiveStreamsPlaysRequest request{date::year{2023} / 6 / 1, LiveStreamsDimension::browser};
    auto fake = pages(2);
    EXPECT_EQ(values(api(fake).list_live_streams_plays(request)), rows_of_pages(1, 2));
    EXPECT_EQ(fake->requests().at(1).url,
              "https://ws.api.video/analytics/live-streams/"
              "plays?from=2023-06-01&dimension=browser&currentPage=2&pageSize=100");
}

TEST(RowRange, sends_nothing_before_it_is_walked) {
    auto fake = pages(3);
    const auto range = api(fake).list_videos_plays(by_video());
    EXPECT_TRUE(fake->requests().empty());
    (void)range.begin();
    EXPECT_EQ(fake->requests().size(), 1u);
}

TEST(RowRange, fetches_a_page_when_its_first_row_is_come_to) {
    auto fake = pages(3);
    const auto range = api(fake).list_videos_plays(by_video());
    auto row = range.begin();
    ++row;
    EXPECT_EQ(fake->requests().size(), 1u);
    ++row;
    EXPECT_EQ(fake->requests().size(), 2u);
}

TEST(RowRange, asks_for_pages_of_a_hundred_rows_unless_told) {
    auto fake = pages(1);
    (void)values(api(fake).list_videos_plays(by_video()));
    VideosPlaysRequest request = by_video();
    request.page_size = 7;
    (void)values(api(fake).list_videos_plays(request));
    EXPECT_NE(fake->requests().at(0).url.find("&pageSize=100"), std::string::npos);
    EXPECT_NE(fake->requests().at(1).url.find("&pageSize=7"), std::string::npos);
}

TEST(RowRange, begins_at_the_page_that_the_request_names) {
    VideosPlaysRequest request = by_video();
    request.current_page = 2;
    EXPECT_EQ(values(api(pages(3)).list_videos_plays(request)), rows_of_pages(2, 3));
}

TEST(RowRange, a_first_page_past_the_last_one_is_walked_as_it_is) {
    auto fake = std::make_shared<FakeTransport>();
    fake->reply(page_of(9, 2, told(9, 3)));
    VideosPlaysRequest request = by_video();
    request.current_page = 9;
    EXPECT_EQ(values(api(fake).list_videos_plays(request)), rows_of_pages(9, 9));
}

TEST(RowRange, is_empty_where_the_first_page_is) {
    auto fake = pages(0);
    EXPECT_EQ(values(api(fake).list_videos_plays(by_video())), Rows{});
    EXPECT_EQ(fake->requests().size(), 1u);
}

TEST(RowRange, ends_at_an_empty_page) {
    auto fake = std::make_shared<FakeTransport>();
    fake->reply(page_of(1, 2, told(1, 9)));
    fake->reply(page_of(2, 0, told(2, 9)));
    EXPECT_EQ(values(api(fake).list_videos_plays(by_video())), rows_of_pages(1, 1));
    EXPECT_EQ(fake->requests().size(), 2u);
}

TEST(RowRange, ends_at_an_empty_page_where_no_number_of_pages_is_told) {
    for (const char* pagination : {"", R"("pagesTotal":null)", R"("pagesTotal":0)", R"("pagesTotal":-3)"}) {
        auto fake = std::make_shared<FakeTransport>();
        fake->respond_always([pagination](const HttpRequest& request, const CallContext&) {
            const std::int64_t page = page_asked_for(request);
            return page_of(page, page <= 4 ? 2 : 0, pagination);
        });
        EXPECT_EQ(values(api(fake).list_videos_plays(by_video())), rows_of_pages(1, 4)) << pagination;
    }
}

TEST(RowRange, keeps_to_the_number_of_pages_that_the_first_page_told) {
    auto fake = std::make_shared<FakeTransport>();
    fake->reply(page_of(1, 2, told(1, 2)));
    fake->reply(page_of(2, 2, told(2, 50)));
    EXPECT_EQ(values(api(fake).list_videos_plays(by_video())), rows_of_pages(1, 2));
}

TEST(RowRange, keeps_to_the_number_of_pages_that_the_caller_set) {
    auto fake = pages(9);
    ListOptions options;
    options.max_pages = 3;
    EXPECT_EQ(values(api(fake).list_videos_plays(by_video(), options)), rows_of_pages(1, 3));
    EXPECT_EQ(fake->requests().size(), 3u);
    options.max_pages = 20;
    EXPECT_EQ(values(api(fake).list_videos_plays(by_video(), options)), rows_of_pages(1, 9));
}

TEST(RowRange, ends_after_one_page_if_the_caller_wants_no_more) {
    for (const int told_pages : {1, 2, 9}) {
        auto fake = pages(told_pages);
        ListOptions options;
        options.max_pages = 1;
        EXPECT_EQ(values(api(fake).list_videos_plays(by_video(), options)), rows_of_pages(1, 1));
        EXPECT_EQ(fake->requests().size(), 1u);
    }
}

TEST(RowRange, throws_where_a_page_answers_for_another_page) {
    auto fake = std::make_shared<FakeTransport>();
    fake->reply(page_of(1, 2, told(1, 5)));
    fake->reply(page_of(1, 2, told(1, 5)));
    Rows seen;
    try {
        for (const AnalyticsData& row : api(fake).list_videos_plays(by_video())) seen.push_back(row.value);
        FAIL();
    } catch (const UnexpectedResponseException& e) {
        EXPECT_EQ(e.where(), "/pagination/currentPage");
        EXPECT_STREQ(e.what(), "unexpected answer (200) at /pagination/currentPage: expected page 2, found page 1");
    }
    EXPECT_EQ(seen, rows_of_pages(1, 1));
}

TEST(RowRange, throws_after_ten_thousand_pages_without_an_end) {
    auto fake = std::make_shared<FakeTransport>();
    fake->respond_always(
        [](const HttpRequest& request, const CallContext&) { return page_of(page_asked_for(request), 1, ""); });
    int rows = 0;
    try {
        for (const AnalyticsData& row : api(fake).list_videos_plays(by_video())) rows += static_cast<int>(row.plays);
        FAIL();
    } catch (const UnexpectedResponseException& e) {
        EXPECT_EQ(e.where(), "/pagination/pagesTotal");
    }
    EXPECT_EQ(rows, 10000);
}

TEST(RowRange, believes_the_largest_number_of_pages_that_can_be_told) {
    for (const int concurrency : {1, 4}) {
        auto fake = std::make_shared<FakeTransport>();
        fake->respond_always([](const HttpRequest& request, const CallContext&) {
            const std::int64_t page = page_asked_for(request);
            return page_of(page, page > 10001 ? 0 : 1, told(page, std::numeric_limits<std::int64_t>::max()));
        });
        ListOptions options;
        options.concurrency = concurrency;
        EXPECT_EQ(values(api(fake).list_videos_plays(by_video(), options)).size(), 10001u);
    }
}

TEST(RowRange, walks_more_than_ten_thousand_pages_that_the_caller_asked_for) {
    auto fake = std::make_shared<FakeTransport>();
    fake->respond_always(
        [](const HttpRequest& request, const CallContext&) { return page_of(page_asked_for(request), 1, ""); });
    ListOptions options;
    options.max_pages = 10001;
    const auto range = api(fake).list_videos_plays(by_video(), options);
    EXPECT_EQ(std::distance(range.begin(), range.end()), 10001);
}

TEST(RowRange, an_error_comes_where_its_page_would_have_been_and_ends_it) {
    auto fake = std::make_shared<FakeTransport>();
    fake->reply(page_of(1, 2, told(1, 3)));
    fake->reply(503, "");
    const auto range = api(fake).list_videos_plays(by_video());
    Rows seen;
    EXPECT_THROW(
        {
            for (const AnalyticsData& row : range) seen.push_back(row.value);
        },
        ServiceException);
    EXPECT_EQ(seen, rows_of_pages(1, 1));
    EXPECT_EQ(range.begin(), range.end());
    EXPECT_EQ(fake->requests().size(), 2u);
}

TEST(RowRange, an_error_of_the_first_page_comes_at_the_beginning) {
    auto fake = std::make_shared<FakeTransport>();
    fake->reply(404, "");
    const auto range = api(fake).list_videos_plays(by_video());
    EXPECT_THROW((void)range.begin(), NotFoundException);
    EXPECT_EQ(range.begin(), range.end());
}

TEST(RowRange, checks_request_and_options_when_it_is_made) {
    auto fake = pages(1);
    const auto refused = [&](const VideosPlaysRequest& request, const ListOptions& options) -> std::string {
        try {
            (void)api(fake).list_videos_plays(request, options);
            return "nothing";
        } catch (const InvalidRequestException& e) {
            return e.field();
        }
    };
    VideosPlaysRequest request = by_video();
    request.page_size = 101;
    EXPECT_EQ(refused(request, {}), "page_size");
    ListOptions options;
    for (const int concurrency : {0, -1, 257}) {
        options.concurrency = concurrency;
        EXPECT_EQ(refused(by_video(), options), "concurrency");
    }
    options = {};
    options.max_pages = 0;
    EXPECT_EQ(refused(by_video(), options), "max_pages");
    options = {};
    options.call.timeout = std::chrono::milliseconds{0};
    EXPECT_EQ(refused(by_video(), options), "timeout");
    EXPECT_TRUE(fake->requests().empty());
}

TEST(RowRange, gives_each_page_its_own_time) {
    auto fake = pages(2);
    ListOptions options;
    options.call.timeout = std::chrono::hours{1};
    (void)values(api(fake).list_videos_plays(by_video(), options));
    const std::vector<CallContext> contexts = fake->contexts();
    EXPECT_GT(contexts.at(1).deadline, contexts.at(0).deadline);
    EXPECT_GT(contexts.at(0).deadline, std::chrono::steady_clock::now() + std::chrono::minutes{50});
}

TEST(RowRange, hands_the_callers_cancellation_to_its_pages) {
    CancellationSource stop;
    auto fake = std::make_shared<FakeTransport>();
    fake->reply(page_of(1, 2, told(1, 2)));
    fake->respond([&](const HttpRequest&, const CallContext& context) -> HttpResponse {
        stop.cancel();
        EXPECT_TRUE(context.cancellation.cancelled());
        throw TransportException{TransportFailure::cancelled, "cancelled"};
    });
    ListOptions options;
    options.call.cancellation = stop.token();
    EXPECT_THROW((void)values(api(fake).list_videos_plays(by_video(), options)), TransportException);
}

TEST(RowRange, works_with_the_standard_algorithms) {
    const auto range = api(pages(3)).list_videos_plays(by_video());
    EXPECT_EQ(std::accumulate(range.begin(), range.end(), std::int64_t{0},
                              [](std::int64_t sum, const AnalyticsData& row) { return sum + row.plays; }),
              6);
    const auto searched = api(pages(3)).list_videos_plays(by_video());
    const auto found =
        std::find_if(searched.begin(), searched.end(), [](const AnalyticsData& row) { return row.value == "2.0"; });
    ASSERT_NE(found, searched.end());
    EXPECT_EQ(found->value, "2.0");
    const auto copied = api(pages(2)).list_videos_plays(by_video());
    const std::vector<AnalyticsData> rows(copied.begin(), copied.end());
    EXPECT_EQ(rows.size(), 4u);
}

TEST(RowRange, a_postfix_step_gives_the_row_before_it) {
    const auto range = api(pages(1)).list_videos_plays(by_video());
    auto row = range.begin();
    EXPECT_EQ((*row++).value, "1.0");
    EXPECT_EQ(row->value, "1.1");
}

TEST(RowRange, rows_may_be_moved_out) {
    std::vector<AnalyticsData> rows;
    for (AnalyticsData& row : api(pages(2)).list_videos_plays(by_video())) rows.push_back(std::move(row));
    EXPECT_EQ(rows.back().value, "2.1");
}

TEST(RowRange, outlives_the_api_it_came_from) {
    std::optional<AnalyticsApi> short_lived{api(pages(2))};
    const auto range = short_lived->list_videos_plays(by_video());
    short_lived.reset();
    EXPECT_EQ(values(range), rows_of_pages(1, 2));
}

TEST(PageRange, gives_every_page) {
    Rows seen;
    for (auto& page : api(pages(3)).list_videos_plays(by_video()).pages()) {
        seen.push_back(page.data.front().value);
        EXPECT_EQ(page.pagination.pages_total, 3);
        EXPECT_EQ(page.http.status, 200);
    }
    EXPECT_EQ(seen, (Rows{"1.0", "2.0", "3.0"}));
}

TEST(PageRange, shares_the_position_of_its_rows) {
    const auto rows = api(pages(3)).list_videos_plays(by_video());
    auto row = rows.begin();
    ++row;
    ++row;
    EXPECT_EQ(rows.pages().begin()->data.front().value, "2.0");
}

TEST(PageRange, rows_go_on_after_a_page_that_was_moved_from) {
    const auto rows = api(pages(3)).list_videos_plays(by_video());
    AnalyticsPlaysResponse first;
    for (AnalyticsPlaysResponse& page : rows.pages()) {
        first = std::move(page);
        break;
    }
    EXPECT_EQ(first.data.size(), 2u);
    EXPECT_EQ(values(rows), rows_of_pages(2, 3));
}

}  // namespace
}  // namespace apivideo
