// SPDX-License-Identifier: MIT
// What the linker puts in place of locks and notifications (`--wrap`): in a task they go to its scheduler, so that the
// code under test is the code that ships.
#include "simulation/scheduler.hpp"

#include <pthread.h>

#include <condition_variable>
#include <mutex>

using apivideo::simulation::Scheduler;
using apivideo::simulation::Time;

// The names are the linker's, which makes them of the mangled ones.
// NOLINTBEGIN(bugprone-reserved-identifier,readability-identifier-naming)
extern "C" {

int __real_pthread_mutex_lock(pthread_mutex_t* mutex);
int __real_pthread_mutex_unlock(pthread_mutex_t* mutex);
void __real__ZNSt18condition_variable10notify_allEv(std::condition_variable* condition);
void __real__ZNSt18condition_variable10notify_oneEv(std::condition_variable* condition);
void __real__ZNSt18condition_variable4waitERSt11unique_lockISt5mutexE(std::condition_variable* condition,
                                                                      std::unique_lock<std::mutex>& lock);

[[gnu::used]] int __wrap_pthread_mutex_lock(pthread_mutex_t* mutex) {
    Scheduler* const scheduler = Scheduler::of_this_thread();
    if (!scheduler) return __real_pthread_mutex_lock(mutex);
    scheduler->lock(mutex);
    return 0;
}

[[gnu::used]] int __wrap_pthread_mutex_unlock(pthread_mutex_t* mutex) {
    const int result = __real_pthread_mutex_unlock(mutex);
    if (Scheduler* const scheduler = Scheduler::of_this_thread()) scheduler->unlocked(mutex);
    return result;
}

[[gnu::used]] void __wrap__ZNSt18condition_variable10notify_allEv(std::condition_variable* condition) {
    if (Scheduler* const scheduler = Scheduler::of_this_thread()) return scheduler->notify(condition, true);
    __real__ZNSt18condition_variable10notify_allEv(condition);
}

[[gnu::used]] void __wrap__ZNSt18condition_variable10notify_oneEv(std::condition_variable* condition) {
    if (Scheduler* const scheduler = Scheduler::of_this_thread()) return scheduler->notify(condition, false);
    __real__ZNSt18condition_variable10notify_oneEv(condition);
}

[[gnu::used]] void __wrap__ZNSt18condition_variable4waitERSt11unique_lockISt5mutexE(
    std::condition_variable* condition, std::unique_lock<std::mutex>& lock) {
    if (Scheduler* const scheduler = Scheduler::of_this_thread())
        return scheduler->wait_until(*condition, lock, Time::max());
    __real__ZNSt18condition_variable4waitERSt11unique_lockISt5mutexE(condition, lock);
}

}  // extern "C"
// NOLINTEND(bugprone-reserved-identifier,readability-identifier-naming)
