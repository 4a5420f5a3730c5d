// SPDX-License-Identifier: MIT
// Virtual time, and threads of which exactly one runs at a time: a seed decides which, so that it replays a run.
#pragma once

#include "pipeline/clock.hpp"
#include "simulation/chance.hpp"

#include <pthread.h>

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace apivideo::simulation {

using Time = detail::Clock::time_point;
using Duration = std::chrono::nanoseconds;

struct SchedulerPlan {
    std::int64_t switch_one_in{2};    ///< At one of so many chances another task goes on.
    std::int64_t spurious_one_in{0};  ///< At one of so many switches a wait ends for no reason. Zero: never.
    std::int64_t max_steps{200'000};  ///< More chances to switch than any run needs.
};

/// Time moves only when no task can go on: to the end of the earliest wait. So whatever happens between two waits
/// happens at one time, in an order that the seed decides.
class Scheduler {
  public:
    static constexpr Time start{std::chrono::hours{1}};

    Scheduler(const SchedulerPlan& plan, Chance& chance);
    ~Scheduler();
    Scheduler(const Scheduler&) = delete;
    Scheduler& operator=(const Scheduler&) = delete;

    void add(std::string name, std::function<void()> body);

    /// Runs every task to its end.
    /// @return what kept them from it, or nothing. Then their threads are blocked for good: leak all that they use.
    [[nodiscard]] std::string run();

    /// @param calendar_offset what the calendar's clock is ahead of the epoch at the start.
    [[nodiscard]] detail::Clock clock(std::chrono::system_clock::time_point calendar_start);
    [[nodiscard]] Time now() const noexcept { return now_; }
    /// The number of the task that runs, in the order in which they were added.
    [[nodiscard]] std::size_t running() const noexcept { return running_; }
    [[nodiscard]] const std::string& name(std::size_t task) const;

    /// Lets another task go on, or not. To be called by tasks, as everything below.
    void may_switch();
    void wait_until(std::condition_variable& condition, std::unique_lock<std::mutex>& lock, Time until);
    void sleep_until(Time until);

    /// The scheduler of the task that this thread is. Null for any other thread.
    [[nodiscard]] static Scheduler* of_this_thread() noexcept;
    void lock(pthread_mutex_t* mutex);
    void unlocked(const pthread_mutex_t* mutex);
    void notify(const std::condition_variable* condition, bool all);

  private:
    struct Task;

    void body_of(Task& task);
    /// Returns when the running task is chosen again.
    void pass_on();
    /// Null if no task can ever go on.
    Task* choose();
    void wake_one_for_no_reason();
    bool let_time_pass();
    void give_up(std::string reason);
    [[nodiscard]] std::string states() const;
    Task& self();

    SchedulerPlan plan_;
    Chance& chance_;
    Time now_{start};
    std::size_t running_ = 0;
    std::int64_t steps_ = 0;
    std::vector<std::unique_ptr<Task>> tasks_;
    std::vector<Task*> runnable_;  // scratch
    std::string failure_;
    std::unique_ptr<Task> main_;
};

}  // namespace apivideo::simulation
