// SPDX-License-Identifier: MIT
// Name lookups: shared, kept for a while, few at once, and never longer than the call has time.
#include "http/name_lookup.hpp"

#include <apivideo/errors.hpp>

#include "support/fake_resolver.hpp"
#include "support/print_failure.hpp"
#include "support/thrown.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <thread>
#include <vector>

namespace apivideo::detail {
namespace {

using namespace std::chrono_literals;
using test_support::thrown_by;
using tests::FakeName;
using tests::SlowName;
using Texts = std::vector<std::string>;

CallContext within(std::chrono::milliseconds time) {
    CallContext context;
    context.deadline = std::chrono::steady_clock::now() + time;
    return context;
}

class NameLookups : public ::testing::Test {
  protected:
    Texts of(const std::string& host, const CallContext& context = within(10s)) {
        return lookup.addresses_of(host, context, "http://host:80");
    }
    TransportException end_of(const std::string& host, const CallContext& context) {
        return thrown_by<TransportException>([&] { static_cast<void>(of(host, context)); });
    }

    NameLookup lookup{};
};

TEST_F(NameLookups, keep_the_order_of_the_system) {
    const FakeName name{{"127.0.0.2", "::1", "127.0.0.1"}};
    EXPECT_EQ(of(FakeName::name()), (Texts{"127.0.0.2", "::1", "127.0.0.1"}));
}

TEST_F(NameLookups, take_an_address_as_it_is) {
    const SlowName slow;
    for (const std::string address : {"127.0.0.1", "::1"}) EXPECT_EQ(of(address), Texts{address});
}

TEST_F(NameLookups, are_empty_for_a_name_without_address_and_ask_again) {
    const FakeName name{{}};
    EXPECT_EQ(of(FakeName::name()), Texts{});
    EXPECT_EQ(of(FakeName::name()), Texts{});
    EXPECT_EQ(name.look_ups(), 2);
}

TEST_F(NameLookups, ask_once_for_calls_one_after_the_other) {
    const FakeName name{{"127.0.0.1"}};
    for (int i = 0; i < 3; ++i) EXPECT_EQ(of(FakeName::name()), Texts{"127.0.0.1"});
    EXPECT_EQ(name.look_ups(), 1);
}

TEST_F(NameLookups, end_at_the_deadline_of_the_call) {
    const SlowName slow;
    const TransportException e = end_of(SlowName::name(), within(20ms));
    EXPECT_EQ(e.failure(), TransportFailure::timeout);
    EXPECT_STREQ(e.what(), "http://host:80: no answer within the deadline");
    EXPECT_TRUE(slow.wait_for_look_ups());
}

TEST_F(NameLookups, end_when_the_call_is_cancelled) {
    const SlowName slow;
    CancellationSource source;
    CallContext context;
    context.cancellation = source.token();
    std::thread canceller{[&] {
        EXPECT_TRUE(slow.wait_for_look_ups());
        source.cancel();
    }};
    EXPECT_EQ(end_of(SlowName::name(), context).failure(), TransportFailure::cancelled);
    canceller.join();
}

TEST_F(NameLookups, of_one_name_share_a_thread_however_many_calls_give_up) {
    const SlowName slow;
    for (int i = 0; i < 20; ++i) EXPECT_EQ(end_of(SlowName::name(), within(1ms)).failure(), TransportFailure::timeout);
    EXPECT_TRUE(slow.wait_for_look_ups());
    EXPECT_EQ(slow.running_look_ups(), 1);
}

TEST_F(NameLookups, of_many_names_wait_for_one_of_a_few_threads) {
    const SlowName slow;
    for (int i = 0; i < 3 * NameLookup::max_threads; ++i)
        EXPECT_EQ(end_of("slow-" + std::to_string(i), within(1ms)).failure(), TransportFailure::timeout);
    EXPECT_TRUE(slow.wait_for_look_ups(NameLookup::max_threads));
    EXPECT_EQ(slow.running_look_ups(), NameLookup::max_threads);
}

TEST_F(NameLookups, go_on_when_a_thread_is_free_again) {
    const FakeName name{{"127.0.0.1"}};
    Texts addresses;
    std::thread waiting;
    {
        const SlowName slow;
        for (int i = 0; i < NameLookup::max_threads; ++i) end_of("slow-" + std::to_string(i), within(1ms));
        EXPECT_TRUE(slow.wait_for_look_ups(NameLookup::max_threads));
        waiting = std::thread{[&] { addresses = of(FakeName::name()); }};
    }
    waiting.join();
    EXPECT_EQ(addresses, Texts{"127.0.0.1"});
}

}  // namespace
}  // namespace apivideo::detail
