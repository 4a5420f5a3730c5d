// SPDX-License-Identifier: MIT
// Tests of ranges over pages that contradict themselves or each other: which are an error, and which are an end.
#include <apivideo/analytics/page_range.hpp>
#include <apivideo/errors.hpp>

#include "analytics/page_source.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace apivideo {
namespace {

using test_support::FakeTransport;

constexpr std::int64_t max = std::numeric_limits<std::int64_t>::max();

/// What a walk over @p answers gives: the values of its rows, and the message of the error that ended it.
std::string walk(const std::vector<HttpResponse>& answers, VideosPlaysRequest request = by_video(),
                 const ListOptions& options = {}) {
    auto fake = std::make_shared<FakeTransport>();
    for (const HttpResponse& answer : answers) fake->reply(answer);
    if (!request.page_size) request.page_size = 2;
    std::string text;
    try {
        for (const AnalyticsData& row : api(fake).list_videos_plays(request, options)) text += row.value + ' ';
        EXPECT_EQ(fake->requests().size(), answers.size());
    } catch (const UnexpectedResponseException& e) {
        text += e.what();
    }
    return text;
}

std::string cut_off(std::int64_t expected, std::int64_t page, std::int64_t found) {
    return "unexpected answer (200) at /data: expected " + std::to_string(expected) + " rows in all, found page " +
           std::to_string(page) + " empty after " + std::to_string(found);
}

struct SecondPage {
    const char* what;
    std::string first;   ///< What a first page of two rows tells.
    std::string second;  ///< What the second page, which is empty, tells.
    std::string outcome;
};

TEST(RangeWithAnEmptySecondPage, ends_or_throws_by_what_is_told) {
    const std::string end;
    const SecondPage table[] = {
        {"more rows", told(1, 3, 6), told(2, 3, 6), cut_off(6, 2, 2)},
        {"one more row", told(1, 3, 3), told(2, 3, 3), cut_off(3, 2, 2)},
        {"as many rows as came", told(1, 3, 6), told(2, 1, 2), end},
        {"fewer rows than came", told(1, 3, 6), told(2, 1, 1), end},
        {"no rows at all any more", told(1, 3, 6), told(2, 0, 0), end},
        {"more rows than the first page told", told(1, 3, 2), told(2, 3, 6), cut_off(6, 2, 2)},
        {"nothing, after a first page that told more rows", told(1, 3, 6), told(2, 3), cut_off(6, 2, 2)},
        {"nothing, after a first page that told as many as came", told(1, 3, 2), told(2, 3), end},
        {"a negative number, after a first page that told more rows", told(1, 3, 6), told(2, 3, -1), cut_off(6, 2, 2)},
        {"null, after a first page that told more rows", told(1, 3, 6), told(2, 3) + R"(,"itemsTotal":null)",
         cut_off(6, 2, 2)},
        {"nothing, after a first page that told a negative number", told(1, 3, -6), told(2, 3), end},
        {"nothing, after a first page that told none", told(1, 3, 0), told(2, 3), end},
        {"only the first page told rows, and no number of pages", R"("itemsTotal":6)", "", cut_off(6, 2, 2)},
        {"more rows, and no number of pages", "", R"("itemsTotal":6)", cut_off(6, 2, 2)},
        {"more rows, on the last page", told(1, 2, 4), told(2, 2, 4), cut_off(4, 2, 2)},
        {"nothing, on the last page", told(1, 2, 4), told(2, 2), end},
        {"a negative number, on the last page", told(1, 2, 4), told(2, 2, -1), end},
        {"the largest number of rows", told(1, 3, max), told(2, 3, max), cut_off(max, 2, 2)},
    };
    for (const SecondPage& row : table)
        EXPECT_EQ(walk({page_of(1, 2, row.first), page_of(2, 0, row.second)}), "1.0 1.1 " + row.outcome) << row.what;
}

TEST(RangeWithAnEmptyPage, ends_where_the_total_shrank_to_the_rows_that_came) {
    EXPECT_EQ(walk({page_of(1, 2, told(1, 3, 6)), page_of(2, 2, told(2, 2, 4)), page_of(3, 0, told(3, 2, 4))}),
              "1.0 1.1 2.0 2.1 ");
    EXPECT_EQ(walk({page_of(1, 2, told(1, 4, 8)), page_of(2, 1, told(2, 2, 3)), page_of(3, 0, told(3, 2, 3))}),
              "1.0 1.1 2.0 ");
}

TEST(RangeWithAnEmptyPage, counts_every_row_that_came_before_it) {
    EXPECT_EQ(walk({page_of(1, 2, told(1, 4, 8)), page_of(2, 1, told(2, 4, 8)), page_of(3, 0, told(3, 4, 8))}),
              "1.0 1.1 2.0 " + cut_off(8, 3, 3));
}

TEST(RangeWithAnEmptyPage, counts_rows_that_were_moved_out) {
    auto fake = std::make_shared<FakeTransport>();
    fake->reply(page_of(1, 2, told(1, 3, 6)));
    fake->reply(page_of(2, 0, told(2, 1, 2)));
    for (AnalyticsPlaysResponse& page : api(fake).list_videos_plays(by_video()).pages())
        EXPECT_EQ(std::exchange(page.data, {}).size(), 2u);
    EXPECT_EQ(fake->requests().size(), 2u);
}

TEST(RangeWithAnEmptyFirstPage, ends_or_throws_by_what_it_tells) {
    EXPECT_EQ(walk({page_of(1, 0, told(1, 3, 6))}), cut_off(6, 1, 0));
    EXPECT_EQ(walk({page_of(1, 0, told(1, 1, 6))}), cut_off(6, 1, 0));
    EXPECT_EQ(walk({page_of(1, 0, told(1, 0, 0))}), "");
    EXPECT_EQ(walk({page_of(1, 0, told(1, 1, 0))}), "");
    EXPECT_EQ(walk({page_of(1, 0, told(1, 3, -6))}), "");
    EXPECT_EQ(walk({page_of(1, 0, "")}), "");
}

TEST(RangeWithAnEmptyPage, is_no_error_where_the_caller_wanted_no_more_pages) {
    ListOptions options;
    options.max_pages = 2;
    EXPECT_EQ(walk({page_of(1, 2, told(1, 9, 18)), page_of(2, 2, told(2, 9, 18))}, by_video(), options),
              "1.0 1.1 2.0 2.1 ");
    EXPECT_EQ(walk({page_of(1, 2, told(1, 9, 18)), page_of(2, 0, told(2, 9))}, by_video(), options),
              "1.0 1.1 " + cut_off(18, 2, 2));
}

struct LaterBeginning {
    const char* what;
    std::int64_t asked;   ///< Rows on a page.
    int rows;             ///< Of page 3, where the walk begins.
    std::string told;     ///< By page 3, besides its number.
    std::int64_t before;  ///< Rows that must be counted for the pages 1 and 2.
};

TEST(RangeThatBeginsAtALaterPage, counts_the_rows_before_it) {
    const LaterBeginning table[] = {
        {"nothing", 2, 2, "", 4},
        {"the size asked for", 2, 2, R"(,"pageSize":2)", 4},
        {"a smaller size", 100, 2, R"(,"pageSize":25)", 50},
        {"a larger size", 2, 2, R"(,"pageSize":25)", 50},
        {"a size of as many rows as it has", 100, 2, R"(,"pageSize":2)", 4},
        {"a size of fewer rows than it has", 10, 2, R"(,"pageSize":1)", 20},
        {"a size of nothing", 10, 2, R"(,"pageSize":0)", 20},
        {"a negative size", 10, 2, R"(,"pageSize":-5)", 20},
        {"nothing, and has more rows than asked for", 2, 5, "", 10},
    };
    for (const LaterBeginning& row : table) {
        VideosPlaysRequest request = by_video();
        request.current_page = 3;
        request.page_size = row.asked;
        const HttpResponse third = page_of(3, row.rows, told(3, 9) + row.told);
        const std::int64_t found = row.before + row.rows;
        EXPECT_EQ(walk({third, page_of(4, 0, told(4, 9, found))}, request).find("unexpected"), std::string::npos)
            << row.what;
        EXPECT_NE(walk({third, page_of(4, 0, told(4, 9, found + 1))}, request).find(cut_off(found + 1, 4, found)),
                  std::string::npos)
            << row.what;
    }
}

TEST(RangeThatBeginsAtALaterPage, throws_where_that_is_empty_before_the_last) {
    VideosPlaysRequest request = by_video();
    request.current_page = 3;
    EXPECT_EQ(walk({page_of(3, 0, told(3, 9, 18))}, request), cut_off(18, 3, 4));
    EXPECT_EQ(walk({page_of(3, 0, told(3, 9, 18) + R"(,"pageSize":0)")}, request), cut_off(18, 3, 4));
    EXPECT_EQ(walk({page_of(3, 0, told(3, 2, 4))}, request), "");
}

TEST(RangeThatBeginsAtALaterPage, is_empty_behind_the_last_one_whatever_is_told) {
    VideosPlaysRequest request = by_video();
    request.current_page = 3;
    EXPECT_EQ(walk({page_of(3, 0, told(3, 2, 50))}, request), "");
}

TEST(RangeThatBeginsAtALaterPage, counts_without_overflow) {
    VideosPlaysRequest request = by_video();
    request.current_page = max - 1;
    EXPECT_EQ(walk({page_of(max - 1, 0, R"("itemsTotal":6)")}, request), "");
    EXPECT_EQ(walk({page_of(7, 2, R"("itemsTotal":6)"), page_of(8, 0, R"("itemsTotal":6)")}, request), "7.0 7.1 ");
    request.current_page = 3;
    const std::string widest = R"("itemsTotal":6,"pageSize":)" + std::to_string(max);
    EXPECT_EQ(walk({page_of(3, 2, widest), page_of(4, 0, widest)}, request), "3.0 3.1 ");
}

std::string repeated(std::int64_t page) {
    return "unexpected answer (200) at /data: expected page " + std::to_string(page) + ", found the rows of page " +
           std::to_string(page - 1) + " again";
}

TEST(RangeOverPagesWithoutNumbers, throws_where_a_page_repeats_the_one_before_it) {
    for (const char* pagination : {"", R"("pagesTotal":3)", R"("currentPage":null,"pagesTotal":3)"}) {
        const HttpResponse first = page_of(1, 2, pagination);
        EXPECT_EQ(walk({first, first}), "1.0 1.1 " + repeated(2)) << pagination;
        const HttpResponse second = page_of(2, 2, pagination);
        EXPECT_EQ(walk({first, second, second}), "1.0 1.1 2.0 2.1 " + repeated(3)) << pagination;
    }
}

TEST(RangeOverPagesWithoutNumbers, throws_where_a_page_repeats_one_that_told_its_number) {
    EXPECT_EQ(walk({page_of(1, 2, told(1, 3)), page_of(1, 2, R"("pagesTotal":3)")}), "1.0 1.1 " + repeated(2));
}

TEST(RangeOverPagesWithoutNumbers, throws_where_a_long_page_is_repeated) {
    const std::string outcome = walk({page_of(1, 100, ""), page_of(1, 100, "")});
    EXPECT_NE(outcome.find("1.99 " + repeated(2)), std::string::npos) << outcome;
}

TEST(RangeOverPagesWithoutNumbers, goes_on_where_any_row_is_another) {
    const std::string first = R"({"data":[{"value":"a","plays":1},{"value":"b","plays":2}],)";
    const char* const others[] = {
        R"({"data":[{"value":"c","plays":1},{"value":"b","plays":2}],)",
        R"({"data":[{"value":"a","plays":1},{"value":"b","plays":3}],)",
        R"({"data":[{"value":"a","plays":1}],)",
        R"({"data":[{"value":"a","plays":1},{"value":"b","plays":2},{"value":"c","plays":3}],)",
    };
    const std::string pagination = R"("pagination":{"pagesTotal":2}})";
    for (const char* const other : others)
        EXPECT_EQ(walk({{200, {}, {}, first + pagination}, {200, {}, {}, other + pagination}}).find("unexpected"),
                  std::string::npos)
            << other;
}

TEST(RangeOverPagesWithoutNumbers, compares_rows_that_were_moved_out) {
    auto fake = std::make_shared<FakeTransport>();
    fake->respond_always([](const HttpRequest&, const CallContext&) { return page_of(1, 2, R"("pagesTotal":3)"); });
    std::vector<AnalyticsData> rows;
    EXPECT_THROW(
        {
            for (AnalyticsPlaysResponse& page : api(fake).list_videos_plays(by_video()).pages())
                for (AnalyticsData& row : std::exchange(page.data, {})) rows.push_back(std::move(row));
        },
        UnexpectedResponseException);
    EXPECT_EQ(rows.size(), 2u);
}

}  // namespace
}  // namespace apivideo
