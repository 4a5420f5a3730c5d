// SPDX-License-Identifier: MIT
// Tests of ranges that fetch pages ahead: order, how many are held, errors, and how they end.
#include <apivideo/analytics/page_range.hpp>
#include <apivideo/errors.hpp>

#include "analytics/page_source.hpp"
#include "support/gate.hpp"
#include "support/sanitizers.hpp"

#include <gtest/gtest.h>

#include <pthread.h>
#include <sys/resource.h>
#include <unistd.h>
#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <cstdlib>
#include <fstream>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace apivideo {
namespace {

using test_support::FakeTransport;

ListOptions at_once(int concurrency) {
    ListOptions options;
    options.concurrency = concurrency;
    return options;
}

TEST(ConcurrentRange, gives_pages_in_order_whatever_the_concurrency) {
    for (const int concurrency : {1, 2, 3, 8, 16, 256})
        for (const std::int64_t count : {0, 1, 2, 7, 40})
            EXPECT_EQ(values(api(pages(count)).list_videos_plays(by_video(), at_once(concurrency))),
                      rows_of_pages(1, count))
                << concurrency << " at once, " << count << " pages";
}

TEST(ConcurrentRange, gives_pages_in_order_when_they_arrive_in_another) {
    auto fake = std::make_shared<FakeTransport>();
    std::mutex mutex;
    std::condition_variable arrived;
    std::vector<bool> answered(5, false);
    // Page 2 is held until page 4 has been answered: three at once.
    fake->respond_always([&](const HttpRequest& request, const CallContext&) {
        const std::int64_t page = page_asked_for(request);
        std::unique_lock<std::mutex> lock{mutex};
        if (page == 2) arrived.wait(lock, [&] { return answered[4]; });
        answered[static_cast<std::size_t>(page)] = true;
        arrived.notify_all();
        return page_of(page, 2, told(page, 4));
    });
    EXPECT_EQ(values(api(fake).list_videos_plays(by_video(), at_once(3))), rows_of_pages(1, 4));
}

TEST(ConcurrentRange, holds_four_times_as_many_pages_as_it_fetches_at_once_and_no_more) {
    constexpr std::int64_t count = 40;
    constexpr int concurrency = 4;
    auto fake = std::make_shared<FakeTransport>();
    std::atomic<std::int64_t> handed_over{0};
    std::atomic<std::int64_t> most_held{0};
    fake->respond_always([&](const HttpRequest& request, const CallContext&) {
        const std::int64_t page = page_asked_for(request);
        const std::int64_t held = page - handed_over;  // pages are begun in order
        std::int64_t most = most_held;
        while (held > most && !most_held.compare_exchange_weak(most, held)) {
        }
        return page_of(page, 2, told(page, count));
    });
    const auto range = api(fake).list_videos_plays(by_video(), at_once(concurrency));
    for (auto page = range.pages().begin(); page != range.pages().end(); ++page) {
        std::this_thread::yield();
        ++handed_over;  // about to be left
    }
    EXPECT_LE(most_held, 4 * concurrency);
    EXPECT_EQ(handed_over, count);
}

TEST(ConcurrentRange, fetches_on_behind_a_slow_page_up_to_what_it_holds) {
    constexpr int concurrency = 2;
    constexpr std::int64_t slow = 2;
    constexpr std::int64_t last_held = slow + 4 * concurrency - 1;
    auto fake = std::make_shared<FakeTransport>();
    tests::Gate all_others_answered;
    std::atomic<std::int64_t> furthest{0};
    fake->respond_always([&](const HttpRequest& request, const CallContext&) {
        const std::int64_t page = page_asked_for(request);
        if (page == slow) {
            EXPECT_TRUE(all_others_answered.wait());
            EXPECT_LE(furthest, last_held);
        }
        furthest = std::max<std::int64_t>(furthest, page);  // by one thread while the other has the slow page
        if (page == last_held) all_others_answered.open();
        return page_of(page, 2, told(page, 40));
    });
    EXPECT_EQ(values(api(fake).list_videos_plays(by_video(), at_once(concurrency))), rows_of_pages(1, 40));
}

TEST(ConcurrentRange, throws_at_a_page_that_repeats_the_one_before_it) {
    auto fake = std::make_shared<FakeTransport>();
    fake->respond_always([](const HttpRequest& request, const CallContext&) {
        const std::int64_t page = page_asked_for(request);
        return page_of(page == 6 ? 5 : page, 2, R"("pagesTotal":20)");
    });
    std::vector<std::string> seen;
    EXPECT_THROW(
        {
            for (AnalyticsData& row : api(fake).list_videos_plays(by_video(), at_once(4)))
                seen.push_back(std::move(row.value));
        },
        UnexpectedResponseException);
    EXPECT_EQ(seen, rows_of_pages(1, 5));
}

TEST(ConcurrentRange, throws_at_an_empty_page_that_tells_of_more_rows) {
    auto fake = std::make_shared<FakeTransport>();
    fake->respond_always([](const HttpRequest& request, const CallContext&) {
        const std::int64_t page = page_asked_for(request);
        return page_of(page, page == 6 ? 0 : 2, told(page, 20) + R"(,"itemsTotal":40)");
    });
    std::vector<std::string> seen;
    EXPECT_THROW(
        {
            for (const AnalyticsData& row : api(fake).list_videos_plays(by_video(), at_once(4)))
                seen.push_back(row.value);
        },
        UnexpectedResponseException);
    EXPECT_EQ(seen, rows_of_pages(1, 5));
}

TEST(ConcurrentRange, fetches_at_once_only_when_the_first_page_told_how_many_there_are) {
    auto fake = std::make_shared<FakeTransport>();
    std::atomic<int> under_way{0};
    fake->respond_always([&](const HttpRequest& request, const CallContext&) {
        EXPECT_EQ(++under_way, 1);
        const std::int64_t page = page_asked_for(request);
        std::this_thread::yield();
        --under_way;
        return page_of(page, page <= 5 ? 2 : 0, "");
    });
    EXPECT_EQ(values(api(fake).list_videos_plays(by_video(), at_once(8))), rows_of_pages(1, 5));
}

TEST(ConcurrentRange, an_error_comes_where_its_page_would_have_been) {
    auto fake = std::make_shared<FakeTransport>();
    fake->respond_always([](const HttpRequest& request, const CallContext&) {
        const std::int64_t page = page_asked_for(request);
        return page == 4 ? HttpResponse{503, {}, {}, {}} : page_of(page, 2, told(page, 20));
    });
    const auto range = api(fake).list_videos_plays(by_video(), at_once(8));
    std::vector<std::string> seen;
    EXPECT_THROW(
        {
            for (const AnalyticsData& row : range) seen.push_back(row.value);
        },
        ServiceException);
    EXPECT_EQ(seen, rows_of_pages(1, 3));
    EXPECT_EQ(range.begin(), range.end());
}

TEST(ConcurrentRange, begins_no_page_after_one_that_failed) {
    auto fake = std::make_shared<FakeTransport>();
    fake->respond_always([](const HttpRequest& request, const CallContext&) {
        const std::int64_t page = page_asked_for(request);
        return page > 1 ? HttpResponse{503, {}, {}, {}} : page_of(page, 2, told(page, 1000));
    });
    EXPECT_THROW((void)values(api(fake).list_videos_plays(by_video(), at_once(8))), ServiceException);
    EXPECT_LE(fake->requests().size(), 9u);
}

TEST(ConcurrentRange, ends_at_an_empty_page_whatever_was_fetched_beyond_it) {
    auto fake = std::make_shared<FakeTransport>();
    fake->respond_always([](const HttpRequest& request, const CallContext&) {
        const std::int64_t page = page_asked_for(request);
        return page_of(page, page == 3 ? 0 : 2, told(page, 20));
    });
    EXPECT_EQ(values(api(fake).list_videos_plays(by_video(), at_once(8))), rows_of_pages(1, 2));
}

TEST(ConcurrentRange, keeps_to_the_number_of_pages_that_the_caller_set) {
    auto fake = pages(100);
    ListOptions options = at_once(8);
    options.max_pages = 5;
    EXPECT_EQ(values(api(fake).list_videos_plays(by_video(), options)), rows_of_pages(1, 5));
    EXPECT_EQ(fake->requests().size(), 5u);
}

/// Serves 20 pages, those after the second only once their calls are cancelled.
struct HeldPages : ::testing::Test {
    void SetUp() override {
        fake->respond_always([this](const HttpRequest& request, const CallContext& context) {
            const std::int64_t page = page_asked_for(request);
            if (page <= 2) return page_of(page, 2, told(page, 20));
            ++under_way;
            if (!was_cancelled(context.cancellation)) ADD_FAILURE() << "page " << page << " was never cancelled";
            ++cancelled;
            throw TransportException{TransportFailure::cancelled, "cancelled"};
        });
    }
    static bool was_cancelled(const CancellationToken& token) {
        std::mutex mutex;
        std::condition_variable told_to_end;
        const CancellationRegistration registration = token.on_cancel([&] {
            const std::lock_guard<std::mutex> lock{mutex};
            told_to_end.notify_all();
        });
        std::unique_lock<std::mutex> lock{mutex};
        return told_to_end.wait_for(lock, std::chrono::seconds{30}, [&] { return token.cancelled(); });
    }
    void wait_for_under_way(int pages) const {
        while (under_way < pages) std::this_thread::yield();
    }

    std::shared_ptr<FakeTransport> fake = std::make_shared<FakeTransport>();
    std::atomic<int> under_way{0};
    std::atomic<int> cancelled{0};
};

TEST_F(HeldPages, a_range_that_goes_cancels_and_joins_what_is_under_way) {
    {
        const auto range = api(fake).list_videos_plays(by_video(), at_once(4));
        auto row = range.begin();
        for (int step = 0; step < 2; ++step) ++row;
        EXPECT_EQ(row->value, "2.0");
        wait_for_under_way(4);
    }
    EXPECT_EQ(cancelled, 4) << "four at once, and the second page held as well";
    EXPECT_EQ(under_way, 4);
}

TEST_F(HeldPages, the_callers_token_ends_what_is_under_way_and_the_walk) {
    const CancellationSource stop;
    ListOptions options = at_once(4);
    options.call.cancellation = stop.token();
    std::thread leaving{[&] {
        wait_for_under_way(4);
        stop.cancel();
    }};
    EXPECT_THROW((void)values(api(fake).list_videos_plays(by_video(), options)), TransportException);
    leaving.join();
    EXPECT_GE(cancelled, 4);
    EXPECT_EQ(under_way, cancelled) << "nothing outlives its range";
}

TEST(ConcurrentRange, a_walk_left_in_the_middle_ends_at_once) {
    auto fake = pages(1000);
    for (int i = 0; i < 20; ++i) {
        int rows = 0;
        for (const AnalyticsData& row : api(fake).list_videos_plays(by_video(), at_once(16))) {
            rows += static_cast<int>(row.plays);
            if (rows == 7) break;
        }
        EXPECT_EQ(rows, 7);
    }
    EXPECT_LE(fake->requests().size(), 20u * (4 + 4 * 16));
}

/// Leaves this process so much room for further threads and all else. A thread's stack takes 8 MiB of it, whatever
/// `ulimit -s` says.
void leave_room(rlim_t mebibytes) {
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, std::size_t{8} << 20);
    if (::pthread_setattr_default_np(&attributes) != 0) std::_Exit(2);
    std::size_t pages = 0;
    std::ifstream{"/proc/self/statm"} >> pages;
    const rlim_t most = pages * static_cast<rlim_t>(::sysconf(_SC_PAGESIZE)) + (mebibytes << 20);
    const rlimit limit{most, most};
    if (::setrlimit(RLIMIT_AS, &limit) != 0) std::_Exit(2);
}

/// @return 0 where all pages came, though fewer threads than asked for could fetch them.
int walk_in_room_of(rlim_t mebibytes) {
    leave_room(mebibytes);
    auto fake = std::make_shared<FakeTransport>();
    std::mutex mutex;
    std::set<std::thread::id> threads;
    fake->respond_always([&](const HttpRequest& request, const CallContext&) {
        const std::lock_guard<std::mutex> lock{mutex};
        threads.insert(std::this_thread::get_id());
        return page_of(page_asked_for(request), 2, told(page_asked_for(request), 200));
    });
    const bool complete = values(api(fake).list_videos_plays(by_video(), at_once(64))) == rows_of_pages(1, 200);
    return complete && threads.size() < 64 ? 0 : 1;
}

/// A fork of this process has room for threads: that of the stacks of those which earlier tests ended.
void use_a_new_process() { GTEST_FLAG_SET(death_test_style, "threadsafe"); }

TEST(ConcurrentRange, goes_on_with_fewer_threads_where_no_more_can_be_started) {
    if (tests::is_sanitized) GTEST_SKIP() << "a sanitizer needs more room than is left here";
    use_a_new_process();
    // With 24 MiB there is room for two or three, with 4 for none.
    for (const rlim_t mebibytes : {rlim_t{24}, rlim_t{4}})
        EXPECT_EXIT(std::_Exit(walk_in_room_of(mebibytes)), ::testing::ExitedWithCode(0), "") << mebibytes;
}

/// @return 0 where the call says that it had no thread.
int call_without_room() {
    leave_room(4);
    try {
        (void)api(pages(1)).get_videos_plays_async(by_video());
    } catch (const TransportException& e) {
        return e.failure() == TransportFailure::other ? 0 : 1;
    }
    return 1;
}

TEST(AsyncCalls, say_where_no_thread_can_be_started) {
    if (tests::is_sanitized) GTEST_SKIP() << "a sanitizer needs more room than is left here";
    use_a_new_process();
    EXPECT_EXIT(std::_Exit(call_without_room()), ::testing::ExitedWithCode(0), "");
}

}  // namespace
}  // namespace apivideo
