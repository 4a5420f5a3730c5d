// SPDX-License-Identifier: MIT
// Cancellation: who is told, how often, in which thread, and when a registration may end.
#include <apivideo/cancellation.hpp>

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <stdexcept>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

namespace apivideo {
namespace {

static_assert(!std::is_copy_constructible_v<CancellationRegistration>);
static_assert(!std::is_copy_assignable_v<CancellationRegistration>);
static_assert(std::is_nothrow_move_constructible_v<CancellationRegistration>);
static_assert(std::is_nothrow_move_assignable_v<CancellationRegistration>);
static_assert(std::is_nothrow_copy_constructible_v<CancellationToken>);

TEST(Cancellation, a_token_without_a_source_is_never_cancelled) {
    int runs = 0;
    const CancellationToken token;
    const CancellationRegistration registration = token.on_cancel([&] { ++runs; });
    EXPECT_FALSE(token.cancelled());
    EXPECT_EQ(runs, 0);
}

TEST(Cancellation, tokens_are_cancelled_with_their_source) {
    const CancellationSource source;
    const CancellationToken early = source.token();
    EXPECT_FALSE(source.cancelled());
    EXPECT_FALSE(early.cancelled());
    source.cancel();
    EXPECT_TRUE(source.cancelled());
    EXPECT_TRUE(early.cancelled());
    EXPECT_TRUE(source.token().cancelled());
}

TEST(Cancellation, sources_of_their_own_do_not_touch_each_other) {
    const CancellationSource one;
    const CancellationSource other;
    one.cancel();
    EXPECT_FALSE(other.cancelled());
    EXPECT_FALSE(other.token().cancelled());
}

TEST(Cancellation, copies_of_a_source_cancel_the_same_tokens) {
    const CancellationSource source;
    const CancellationToken token = source.token();
    const CancellationSource copy = source;
    copy.cancel();
    EXPECT_TRUE(source.cancelled());
    EXPECT_TRUE(token.cancelled());
}

TEST(Cancellation, a_token_outlives_its_source) {
    std::optional<CancellationSource> source{std::in_place};
    const CancellationToken cancelled = source->token();
    source->cancel();
    source.reset();
    EXPECT_TRUE(cancelled.cancelled());
}

TEST(Cancellation, a_source_that_goes_cancels_nothing) {
    int runs = 0;
    std::optional<CancellationSource> source{std::in_place};
    const CancellationToken token = source->token();
    const CancellationRegistration registration = token.on_cancel([&] { ++runs; });
    source.reset();
    EXPECT_FALSE(token.cancelled());
    EXPECT_EQ(runs, 0);
}

TEST(Cancellation, a_function_runs_once_however_often_the_source_is_cancelled) {
    int runs = 0;
    const CancellationSource source;
    const CancellationRegistration registration = source.token().on_cancel([&] { ++runs; });
    EXPECT_EQ(runs, 0);
    source.cancel();
    source.cancel();
    EXPECT_EQ(runs, 1);
}

TEST(Cancellation, every_function_runs) {
    int runs = 0;
    const CancellationSource source;
    std::vector<CancellationRegistration> registrations;
    for (int i = 0; i < 10; ++i) registrations.push_back(source.token().on_cancel([&] { ++runs; }));
    source.cancel();
    EXPECT_EQ(runs, 10);
}

TEST(Cancellation, a_function_sees_that_its_token_is_cancelled) {
    const CancellationSource source;
    const CancellationToken token = source.token();
    bool seen = false;
    const CancellationRegistration registration = token.on_cancel([&] { seen = token.cancelled(); });
    source.cancel();
    EXPECT_TRUE(seen);
}

TEST(Cancellation, a_function_runs_in_the_thread_that_cancels) {
    std::thread::id ran_in;
    const CancellationSource source;
    const CancellationRegistration registration =
        source.token().on_cancel([&] { ran_in = std::this_thread::get_id(); });
    std::thread other{[&] { source.cancel(); }};
    const std::thread::id cancelled_in = other.get_id();
    other.join();
    EXPECT_EQ(ran_in, cancelled_in);
}

TEST(Cancellation, a_function_runs_at_once_where_the_source_was_cancelled_before) {
    const CancellationSource source;
    source.cancel();
    int runs = 0;
    std::thread::id ran_in;
    {
        const CancellationRegistration registration = source.token().on_cancel([&] {
            ++runs;
            ran_in = std::this_thread::get_id();
        });
        EXPECT_EQ(runs, 1);
    }
    EXPECT_EQ(runs, 1);
    EXPECT_EQ(ran_in, std::this_thread::get_id());
}

TEST(Cancellation, a_function_that_was_taken_back_does_not_run) {
    int runs = 0;
    const CancellationSource source;
    {
        const CancellationRegistration registration = source.token().on_cancel([&] { ++runs; });
    }
    source.cancel();
    EXPECT_EQ(runs, 0);
}

TEST(Cancellation, a_moved_registration_keeps_its_function) {
    int runs = 0;
    const CancellationSource source;
    std::optional<CancellationRegistration> first{source.token().on_cancel([&] { ++runs; })};
    const CancellationRegistration second = std::move(*first);
    first.reset();
    source.cancel();
    EXPECT_EQ(runs, 1);
}

TEST(Cancellation, a_registration_that_is_assigned_takes_its_old_function_back) {
    int old_runs = 0;
    int new_runs = 0;
    const CancellationSource source;
    CancellationRegistration registration = source.token().on_cancel([&] { ++old_runs; });
    registration = source.token().on_cancel([&] { ++new_runs; });
    source.cancel();
    EXPECT_EQ(old_runs, 0);
    EXPECT_EQ(new_runs, 1);
}

TEST(Cancellation, a_registration_that_is_assigned_to_itself_keeps_its_function) {
    int runs = 0;
    const CancellationSource source;
    CancellationRegistration registration = source.token().on_cancel([&] { ++runs; });
    CancellationRegistration& same = registration;
    registration = std::move(same);
    source.cancel();
    EXPECT_EQ(runs, 1);
}

TEST(Cancellation, what_a_function_throws_is_dropped_and_the_others_run) {
    int runs = 0;
    const CancellationSource source;
    const CancellationRegistration before = source.token().on_cancel([&] { ++runs; });
    const CancellationRegistration throwing = source.token().on_cancel([] { throw std::runtime_error{"no"}; });
    const CancellationRegistration after = source.token().on_cancel([&] { ++runs; });
    source.cancel();
    EXPECT_EQ(runs, 2);
}

TEST(Cancellation, what_a_function_throws_is_dropped_where_it_runs_at_once) {
    const CancellationSource source;
    source.cancel();
    EXPECT_NO_THROW((void)source.token().on_cancel([] { throw 7; }));
    EXPECT_NO_THROW((void)source.token().on_cancel(std::function<void()>{}));
}

TEST(Cancellation, a_function_may_take_itself_back) {
    int runs = 0;
    const CancellationSource source;
    CancellationRegistration registration;
    registration = source.token().on_cancel([&] {
        registration = {};
        ++runs;
    });
    source.cancel();
    EXPECT_EQ(runs, 1);
}

TEST(Cancellation, a_function_may_take_back_one_that_has_not_run_yet) {
    const CancellationSource source;
    CancellationRegistration first;
    CancellationRegistration second;
    int runs = 0;
    first = source.token().on_cancel([&] {
        second = {};
        ++runs;
    });
    second = source.token().on_cancel([&] {
        first = {};
        ++runs;
    });
    source.cancel();
    EXPECT_EQ(runs, 1);
}

TEST(Cancellation, a_function_may_register_another_which_runs_at_once) {
    const CancellationSource source;
    bool ran = false;
    const CancellationRegistration outer = source.token().on_cancel([&] {
        const CancellationRegistration inner = source.token().on_cancel([&] { ran = true; });
        EXPECT_TRUE(ran);
    });
    source.cancel();
    EXPECT_TRUE(ran);
}

TEST(Cancellation, a_function_may_cancel_again) {
    const CancellationSource source;
    int runs = 0;
    const CancellationRegistration registration = source.token().on_cancel([&] {
        ++runs;
        source.cancel();
    });
    source.cancel();
    EXPECT_EQ(runs, 1);
}

TEST(Cancellation, a_function_that_is_let_go_while_it_runs_may_own_other_registrations) {
    struct Owner {
        CancellationRegistration itself;
        CancellationRegistration other;
    };
    const CancellationSource source;
    auto owner = std::make_shared<Owner>();
    std::weak_ptr<Owner> watched = owner;
    owner->other = source.token().on_cancel([] {});
    owner->itself = source.token().on_cancel([owner] { owner->itself = {}; });
    owner.reset();
    source.cancel();
    EXPECT_TRUE(watched.expired());
}

TEST(Cancellation, what_is_called_may_destroy_the_source) {
    auto source = std::make_unique<CancellationSource>();
    int calls = 0;
    const CancellationRegistration first = source->token().on_cancel([&] { ++calls; });
    const CancellationRegistration last = source->token().on_cancel([&] {
        ++calls;
        source.reset();
    });
    source->cancel();
    EXPECT_EQ(calls, 2);
}

TEST(Cancellation, a_registration_waits_for_its_function_while_another_thread_runs_it) {
    const CancellationSource source;
    std::promise<void> started;
    std::promise<void> gone;
    bool waited = false;
    auto registration =
        std::make_unique<CancellationRegistration>(source.token().on_cancel([&, is_gone = gone.get_future().share()] {
            started.set_value();
            waited = is_gone.wait_for(std::chrono::milliseconds{50}) == std::future_status::timeout;
        }));
    std::thread canceller{[&] { source.cancel(); }};
    started.get_future().wait();
    registration.reset();
    gone.set_value();
    EXPECT_TRUE(waited);
    canceller.join();
}

TEST(Cancellation, a_registration_waits_until_what_its_function_owns_is_destroyed) {
    struct Owned {
        std::promise<void>& destruction_begins;
        std::atomic<bool>& destroyed;
        ~Owned() {
            destruction_begins.set_value();
            std::this_thread::sleep_for(std::chrono::milliseconds{20});
            destroyed = true;
        }
    };
    std::promise<void> destruction_begins;
    std::atomic<bool> destroyed{false};
    const CancellationSource source;
    std::optional<CancellationRegistration> registration{source.token().on_cancel(
        [owned = std::shared_ptr<Owned>{new Owned{destruction_begins, destroyed}}] { (void)owned; })};
    std::thread canceller{[&] { source.cancel(); }};
    ASSERT_EQ(destruction_begins.get_future().wait_for(std::chrono::seconds{10}), std::future_status::ready)
        << "what has run keeps what it owns";
    registration.reset();
    EXPECT_TRUE(destroyed);
    canceller.join();
}

TEST(Cancellation, each_function_runs_once_whichever_thread_registers_and_whichever_cancels) {
    constexpr int threads_of_a_kind = 4;
    constexpr int registrations_each = 200;
    const CancellationSource source;
    std::atomic<int> runs{0};
    std::vector<std::vector<CancellationRegistration>> kept(threads_of_a_kind);
    std::vector<std::thread> threads;
    for (int i = 0; i < threads_of_a_kind; ++i) {
        threads.emplace_back([&, i] {
            for (int n = 0; n < registrations_each; ++n)
                kept[static_cast<std::size_t>(i)].push_back(source.token().on_cancel([&] { ++runs; }));
        });
        threads.emplace_back([&, token = source.token()] {
            while (runs == 0 && !token.cancelled()) std::this_thread::yield();
            source.cancel();
        });
    }
    source.cancel();
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(runs, threads_of_a_kind * registrations_each);
}

TEST(Cancellation, a_function_never_runs_after_its_registration_is_gone) {
    for (int round = 0; round < 200; ++round) {
        const CancellationSource source;
        auto target = std::make_unique<int>(0);
        std::optional<CancellationRegistration> registration{source.token().on_cancel([&] { ++*target; })};
        std::thread canceller{[&] { source.cancel(); }};
        registration.reset();
        target.reset();  // a function that ran now would be seen by the sanitizers
        canceller.join();
        EXPECT_TRUE(source.cancelled());
    }
}

}  // namespace
}  // namespace apivideo
