// SPDX-License-Identifier: MIT
// Virtual time, and threads of which exactly one runs at a time: a seed decides which, so that it replays a run.
#include "simulation/scheduler.hpp"

#include "simulation/unseen.hpp"

#include <sched.h>
#include <semaphore.h>

#include <algorithm>
#include <cerrno>
#include <exception>
#include <thread>
#include <utility>

namespace apivideo::simulation {
namespace {

/// Not a mutex with a condition variable, whose functions are wrapped here.
class Baton {
  public:
    Baton() { sem_init(&semaphore_, 0, 0); }
    ~Baton() { sem_destroy(&semaphore_); }
    Baton(const Baton&) = delete;
    Baton& operator=(const Baton&) = delete;

    void give() { sem_post(&semaphore_); }
    void await() {
        while (sem_wait(&semaphore_) != 0 && errno == EINTR) continue;
    }

  private:
    sem_t semaphore_{};
};

/// Threads that take turns do so faster on one processor. Those that begin meanwhile stay on it.
class OneProcessor {
  public:
    OneProcessor() {
        sched_getaffinity(0, sizeof before_, &before_);
        cpu_set_t one;
        CPU_ZERO(&one);
        CPU_SET(static_cast<std::size_t>(std::max(sched_getcpu(), 0)), &one);
        sched_setaffinity(0, sizeof one, &one);
    }
    ~OneProcessor() { sched_setaffinity(0, sizeof before_, &before_); }
    OneProcessor(const OneProcessor&) = delete;
    OneProcessor& operator=(const OneProcessor&) = delete;

  private:
    cpu_set_t before_{};
};

Scheduler*& scheduler_of_this_thread() noexcept {
    thread_local Scheduler* scheduler = nullptr;
    return scheduler;
}

}  // namespace

struct Scheduler::Task {
    enum class State { runnable, waiting, locking, ended };

    std::size_t number;
    std::string name;
    std::function<void()> body;
    State state{State::runnable};
    const void* object{nullptr};  // the condition that it waits on, or the mutex
    Time until{};                 // of a wait
    Baton baton{};
    std::thread thread{};

    Task(std::size_t its_number, std::string its_name, std::function<void()> its_body)
        : number{its_number}, name{std::move(its_name)}, body{std::move(its_body)} {}
};

Scheduler::Scheduler(const SchedulerPlan& plan, Chance& chance)
    : plan_{plan}, chance_{chance}, main_{std::make_unique<Task>(0, "main", nullptr)} {}

Scheduler::~Scheduler() = default;

void Scheduler::add(std::string name, std::function<void()> body) {
    tasks_.push_back(std::make_unique<Task>(tasks_.size(), std::move(name), std::move(body)));
}

std::string Scheduler::run() {
    const OneProcessor one_processor;
    for (const auto& task : tasks_) task->thread = std::thread{[this, &task = *task] { body_of(task); }};
    choose()->baton.give();
    main_->baton.await();
    for (const auto& task : tasks_) failure_.empty() ? task->thread.join() : task->thread.detach();
    return failure_;
}

void Scheduler::body_of(Task& task) {
    const Unseen unseen;
    scheduler_of_this_thread() = this;
    task.baton.await();
    task.body();
    scheduler_of_this_thread() = nullptr;
    task.state = Task::State::ended;
    const bool all_ended =
        std::all_of(tasks_.begin(), tasks_.end(), [](const auto& other) { return other->state == Task::State::ended; });
    Task* const next = all_ended ? main_.get() : choose();
    if (!next) give_up("no task can go on: a deadlock, or a notification that was lost");
    next->baton.give();
}

detail::Clock Scheduler::clock(std::chrono::system_clock::time_point calendar_start) {
    return detail::Clock{[this] {
                             const Unseen unseen;
                             may_switch();
                             return now_;
                         },
                         [this, calendar_start] {
                             const Unseen unseen;
                             may_switch();
                             return calendar_start + (now_ - start);
                         },
                         [this](std::condition_variable& condition, std::unique_lock<std::mutex>& lock, Time until) {
                             wait_until(condition, lock, until);
                         }};
}

const std::string& Scheduler::name(std::size_t task) const { return tasks_[task]->name; }

Scheduler::Task& Scheduler::self() { return *tasks_[running_]; }

void Scheduler::may_switch() {
    if (self().state != Task::State::runnable) return;  // it has begun to wait
    if (++steps_ > plan_.max_steps) give_up("the run does not end: it takes too many steps");
    if (chance_.one_in(plan_.switch_one_in)) pass_on();
}

void Scheduler::pass_on() {
    Task& task = self();
    Task* const next = choose();
    if (!next) give_up("no task can go on: a deadlock, or a notification that was lost");
    if (next == &task) return;
    next->baton.give();
    task.baton.await();
}

Scheduler::Task* Scheduler::choose() {
    if (chance_.one_in(plan_.spurious_one_in)) wake_one_for_no_reason();
    do {
        runnable_.clear();
        for (const auto& task : tasks_)
            if (task->state == Task::State::runnable) runnable_.push_back(task.get());
    } while (runnable_.empty() && let_time_pass());
    if (runnable_.empty()) return nullptr;
    Task* const chosen = runnable_[chance_.index(runnable_.size())];
    running_ = chosen->number;
    return chosen;
}

void Scheduler::wake_one_for_no_reason() {
    Task& task = *tasks_[chance_.index(tasks_.size())];
    if (task.state == Task::State::waiting) task.state = Task::State::runnable;
}

bool Scheduler::let_time_pass() {
    Time next = Time::max();
    for (const auto& task : tasks_)
        if (task->state == Task::State::waiting) next = std::min(next, task->until);
    if (next == Time::max()) return false;
    now_ = std::max(now_, next);
    for (const auto& task : tasks_)
        if (task->state == Task::State::waiting && task->until <= now_) task->state = Task::State::runnable;
    return true;
}

void Scheduler::give_up(std::string reason) {
    failure_ = std::move(reason) + '\n' + states();
    scheduler_of_this_thread() = nullptr;
    main_->baton.give();
    for (;;) Baton{}.await();  // for good: there is no way to end a thread that holds locks
}

std::string Scheduler::states() const {
    std::string text;
    for (const auto& task : tasks_) {
        constexpr const char* names[]{"can go on", "waits", "waits for a mutex", "has ended"};
        text += task->name + ' ' + names[static_cast<std::size_t>(task->state)];
        if (task->state == Task::State::waiting && task->until == Time::max()) text += " for ever";
        text += '\n';
    }
    return text;
}

void Scheduler::wait_until(std::condition_variable& condition, std::unique_lock<std::mutex>& lock, Time until) {
    {
        const Unseen unseen;
        may_switch();  // whoever waits has looked at something that may change before it waits
        Task& task = self();
        if (until > now_) {
            task.object = &condition;
            task.until = until;
            task.state = Task::State::waiting;
        }
    }
    lock.unlock();
    {
        const Unseen unseen;
        if (++steps_ > plan_.max_steps) give_up("the run does not end: it takes too many steps");
        pass_on();
    }
    lock.lock();
}

void Scheduler::sleep_until(Time until) {
    std::mutex mutex;
    std::condition_variable never;
    std::unique_lock<std::mutex> lock{mutex};
    while (now_ < until) wait_until(never, lock, until);
}

Scheduler* Scheduler::of_this_thread() noexcept { return scheduler_of_this_thread(); }

void Scheduler::lock(pthread_mutex_t* mutex) {
    {
        const Unseen unseen;
        may_switch();
    }
    while (pthread_mutex_trylock(mutex) != 0) {
        const Unseen unseen;
        self().object = mutex;
        self().state = Task::State::locking;
        pass_on();
    }
}

void Scheduler::unlocked(const pthread_mutex_t* mutex) {
    const Unseen unseen;
    for (const auto& task : tasks_)
        if (task->state == Task::State::locking && task->object == mutex) task->state = Task::State::runnable;
    may_switch();
}

void Scheduler::notify(const std::condition_variable* condition, bool all) {
    const Unseen unseen;
    may_switch();
    std::vector<Task*> waiting;
    for (const auto& task : tasks_)
        if (task->state == Task::State::waiting && task->object == condition) waiting.push_back(task.get());
    if (waiting.empty()) return;
    if (!all) waiting = {waiting[chance_.index(waiting.size())]};
    for (Task* const task : waiting) task->state = Task::State::runnable;
}

}  // namespace apivideo::simulation
