// SPDX-License-Identifier: MIT
// The transport on cpprestsdk where there is no memory or no thread: the call fails, the process and the transport live
// on. A program of its own, since it replaces operator new and pthread_create().
#include <apivideo/errors.hpp>
#include <apivideo/http/cpprest_transport.hpp>

#include "support/raw_server.hpp"

#include <gtest/gtest.h>

#include <dlfcn.h>
#include <pthread.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <functional>
#include <new>
#include <string>

namespace {

/// How many more allocations of this thread succeed before one fails; negative: none fails.
thread_local long allocations_left = -1;

void* allocate(std::size_t size) {
    if (allocations_left >= 0 && --allocations_left < 0) throw std::bad_alloc{};
    if (void* const memory = std::malloc(size > 0 ? size : 1)) return memory;
    throw std::bad_alloc{};
}

/// Of the whole process; negative: all succeed.
std::atomic<int> threads_left{-1};

}  // namespace

extern "C" __attribute__((visibility("default"))) int pthread_create(pthread_t* thread,
                                                                     const pthread_attr_t* attributes,
                                                                     void* (*run)(void*), void* argument) noexcept {
    using Function = int (*)(pthread_t*, const pthread_attr_t*, void* (*)(void*), void*);
    static const auto next = reinterpret_cast<Function>(::dlsym(RTLD_NEXT, "pthread_create"));
    const int left = threads_left;
    if (left == 0) return EAGAIN;
    if (left > 0) threads_left = left - 1;
    return next(thread, attributes, run, argument);
}

void* operator new(std::size_t size) { return allocate(size); }
void* operator new[](std::size_t size) { return allocate(size); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }

namespace apivideo::tests {
namespace {

enum Outcome { succeeded = 10, failed, no_memory, late, unusable_afterwards };

constexpr std::chrono::seconds timeout{2};

CallContext in_time() {
    CallContext context;
    context.deadline = std::chrono::steady_clock::now() + timeout;
    return context;
}

/// One call, in whose thread an allocation fails. Its transport has made a call before.
Outcome call(const std::string& url, const std::string& method, long allocations) {
    const auto transport = make_cpprest_transport({});
    const HttpRequest request{method, url, {}, {}};
    const HttpRequest get{"GET", url, {}, {}};
    transport->send(get, in_time());
    Outcome outcome = succeeded;
    const CallContext context = in_time();
    allocations_left = allocations;
    try {
        transport->send(request, context);
    } catch (const TransportException&) {
        outcome = failed;
    } catch (const std::bad_alloc&) {
        outcome = no_memory;
    }
    const bool reached = allocations_left < 0;
    allocations_left = -1;
    if (context.deadline <= std::chrono::steady_clock::now()) return late;
    if (transport->send(get, in_time()).status != 200) return unusable_afterwards;
    return reached && outcome == succeeded ? no_memory : outcome;
}

/// Two calls, in the first of which the process can start no more than @p threads.
Outcome call_with(int threads, const std::string& url) {
    const auto transport = make_cpprest_transport({});
    const HttpRequest get{"GET", url, {}, {}};
    Outcome outcome = succeeded;
    threads_left = threads;
    try {
        transport->send(get, in_time());
    } catch (const TransportException& e) {
        outcome = e.failure() == TransportFailure::other ? failed : late;
    }
    threads_left = -1;
    return transport->send(get, in_time()).status == 200 ? outcome : unusable_afterwards;
}

/// In a process of its own, which a lost answer or a deadlock would keep waiting. @return an Outcome, or the number of
/// the signal that ended it.
int outcome_in_child(const std::function<Outcome()>& run) {
    const pid_t child = ::fork();
    if (child == 0) {
        ::alarm(40);
        ::_exit(run());
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : WTERMSIG(status);
}

TEST(CpprestShortage, of_memory_ends_the_call_and_nothing_else) {
    // cpprestsdk's buffer of a body allocates in its destructor, a few times.
    constexpr int max_ended_by_destructors = 8;
    // cpprestsdk forgets the request if it has no memory for one of the two tasks that send it; for the second only
    // sometimes.
    constexpr int max_late = 2;
    const RawServer server{always(http_answer(200, "x"))};
    for (const std::string method : {"GET", "POST"}) {
        int ended_by_destructors = 0;
        int late_ones = 0;
        int outcome = 0;
        for (long allocations = 0; outcome != succeeded; ++allocations) {
            outcome = outcome_in_child([&] { return call(server.url(), method, allocations); });
            if (outcome == SIGABRT)
                ++ended_by_destructors;
            else if (outcome == late)
                ++late_ones;
            else
                ASSERT_TRUE(outcome == succeeded || outcome == failed || outcome == no_memory)
                    << method << " after " << allocations << " allocations: " << outcome;
        }
        EXPECT_LE(ended_by_destructors, max_ended_by_destructors) << method;
        EXPECT_LE(late_ones, max_late) << method;
    }
}

// Where only some of the threads of its pool start, cpprestsdk destroys the pool while they run.
TEST(CpprestShortage, of_threads_ends_the_call_and_nothing_else) {
    constexpr int pool = 40;
    const RawServer server{always(http_answer(200, "x"))};
    const std::string named = "http://localhost:" + std::to_string(server.port()) + '/';
    EXPECT_EQ(outcome_in_child([&] { return call_with(0, server.url()); }), failed) << "none for the pool";
    EXPECT_EQ(outcome_in_child([&] { return call_with(0, named); }), failed) << "none to look the name up";
    EXPECT_EQ(outcome_in_child([&] { return call_with(pool, server.url()); }), failed) << "none for its resolver";
    EXPECT_EQ(outcome_in_child([&] { return call_with(pool + 1, server.url()); }), succeeded);
}

}  // namespace
}  // namespace apivideo::tests
