// SPDX-License-Identifier: MIT
// What will happen in a run, as far as that is decided before it begins.
#include "simulation/plan.hpp"

#include "simulation/journal.hpp"

#include <algorithm>
#include <cstddef>

namespace apivideo::simulation {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::seconds;

ServicePlan healthy_service(Chance& chance, bool is_tight) {
    ServicePlan service{};
    service.limit = is_tight ? chance.between(1, 3) : chance.one_of<std::int64_t>({1, 2, 3, 5, 10});
    service.window = is_tight ? chance.one_of<Duration>({seconds{5}, milliseconds{7300}})
                              : chance.one_of<Duration>({seconds{5}, seconds{20}, seconds{60}, milliseconds{7300}});
    service.rounds_up = chance.one_in(2);
    service.tells_limit_always = chance.one_in(2);
    service.step = chance.one_of<Duration>({milliseconds{1}, milliseconds{10}, milliseconds{100}});
    service.max_latency = service.step * chance.between(1, 10);
    service.min_latency = chance.one_in(2) ? service.step : service.max_latency;
    // A tenth of a token's life is longer than the way to the service.
    service.min_lifetime = std::max<std::int64_t>(5, 11 * service.max_latency / seconds{1} + 1);
    service.max_lifetime = service.min_lifetime + chance.one_of<std::int64_t>({0, 5, 60, 300});
    service.clock_is_ahead = hours{chance.one_of<int>({0, 0, 1, -1, 25})};
    return service;
}

std::vector<Time> times(Chance& chance, std::int64_t count, Duration end, Duration step) {
    std::vector<Time> times;
    for (std::int64_t i = 0; i < count; ++i) times.push_back(Scheduler::start + chance.between(Duration{0}, end, step));
    std::sort(times.begin(), times.end());
    return times;
}

Outage outage(Chance& chance, const ServicePlan& service, Duration faults_end) {
    const Duration begin = chance.one_in(3) ? Duration{0} : chance.between(Duration{0}, faults_end, service.step);
    const Duration length = chance.between(service.step, seconds{chance.one_of<int>({2, 20, 60})}, service.step);
    const std::int64_t hit = chance.between(1, 4);
    Outage outage{};
    outage.begin = Scheduler::start + begin;
    outage.end = Scheduler::start + std::min(begin + length, faults_end);
    outage.fault = chance.one_of({Fault::refused, Fault::error, Fault::error, Fault::error_behind_the_limit,
                                  Fault::slow, Fault::silent, Fault::closed, Fault::truncated});
    outage.hits_logins = hit <= 3;
    outage.hits_reads = hit != 3;
    outage.hits_one_in = chance.one_of<std::int64_t>({1, 1, 2, 5});
    outage.status = chance.one_of<int>({408, 429, 500, 502, 503, 503, 504, 520});
    outage.hint = chance.one_of(
        {Hint::none, Hint::seconds, Hint::fraction, Hint::date, Hint::date, Hint::past_date, Hint::nonsense});
    outage.longest_wait = chance.one_of<Duration>({service.window, 2 * service.window, seconds{60}});
    return outage;
}

/// Answers that are late enough to tell of the window before.
Outage late_answers(Chance& chance, const ServicePlan& service, Duration faults_end) {
    Outage outage{};
    outage.begin = Scheduler::start;
    outage.end = Scheduler::start + faults_end;
    outage.fault = Fault::slow;
    outage.hits_reads = true;
    outage.hits_one_in = chance.between(2, 3);
    outage.longest_wait = service.window * chance.between(1, 2);
    return outage;
}

void add_faults(ServicePlan& service, Chance& chance, Duration end) {
    for (std::int64_t i = chance.between(0, 4); i > 0; --i) service.outages.push_back(outage(chance, service, end));
    if (chance.one_in(3)) service.revocations = times(chance, chance.between(1, 5), end, service.step);
    if (chance.one_in(6)) service.foreign = times(chance, chance.between(1, 20), end, service.step);
}

ClientOptions client_options(Chance& chance, const Plan& plan) {
    ClientOptions options;
    options.authentication = chance.one_in(5) ? Authentication::basic : Authentication::bearer;
    options.pace_requests = !chance.one_in(6);
    options.retry.max_attempts = static_cast<int>(chance.one_of<std::int64_t>({1, 2, 3, 3, 5}));
    options.retry.first_delay = chance.one_of({milliseconds{1}, milliseconds{500}, milliseconds{2000}});
    options.retry.max_delay = options.retry.first_delay * chance.between(1, 6);
    // Time for a refusal, a login and a repetition, where nothing goes wrong.
    options.retry.attempt_timeout =
        std::chrono::ceil<seconds>(8 * plan.service.max_latency) + seconds{chance.one_of<int>({0, 5, 20})};
    return options;
}

CallPlan call_plan(Chance& chance, const Plan& plan) {
    const Duration step = plan.service.step;
    CallPlan call{};
    const bool is_at_once = chance.one_in(2) || (plan.is_tight && !chance.one_in(4));
    call.pause = is_at_once ? Duration{0} : chance.between(Duration{0}, seconds{chance.one_of<int>({1, 10, 70})}, step);
    call.timeout = plan.is_calm && !chance.one_in(4)
                       ? plan.enough
                       : milliseconds{1000 * chance.one_of<int>({1, 2, 5, 20, 60, 120, 300})};
    if (chance.one_in(4))
        call.cancelled_after = chance.between(
            Duration{0}, std::min<Duration>(call.timeout, seconds{chance.one_of<int>({0, 1, 10, 60})}), step);
    else if (chance.one_in(4))
        call.cancelled_at_exchange = chance.between(1, 4);
    call.ends_with_all = plan.all_end && chance.one_in(2);
    return call;
}

}  // namespace

const char* name_of(Fault fault) noexcept {
    constexpr const char* names[]{"refused", "error",    "error behind the limit", "slow", "silent",
                                  "closed",  "truncated"};
    return names[static_cast<std::size_t>(fault)];
}

Plan plan_of(std::uint64_t seed, Chance& chance) {
    Plan plan{};
    plan.seed = seed;
    plan.is_calm = chance.one_in(3);
    plan.is_tight = chance.one_in(3);
    plan.scheduler.switch_one_in = chance.one_of<std::int64_t>({2, 2, 5, 20});
    plan.scheduler.spurious_one_in = chance.one_in(4) ? 50 : 0;
    plan.service = healthy_service(chance, plan.is_tight);
    plan.options = client_options(chance, plan);
    plan.observer_throws = chance.one_in(4);
    const Duration faults_last = seconds{chance.one_of<int>({10, 60, 200})};
    plan.faults_end = Scheduler::start + faults_last;
    if (!plan.is_calm) add_faults(plan.service, chance, faults_last);
    if (!plan.is_calm && plan.is_tight && chance.one_in(2))
        plan.service.outages.push_back(late_answers(chance, plan.service, faults_last));
    if (chance.one_in(4)) plan.all_end = chance.between(Duration{0}, seconds{60}, plan.service.step);

    const std::int64_t callers = chance.between(plan.is_tight ? 3 : 1, 6);
    const std::int64_t calls = chance.between(1, plan.is_tight ? 8 : 5);
    plan.enough = std::chrono::duration_cast<milliseconds>(
        (callers * calls / plan.service.limit + 3) * (plan.service.window + seconds{3}) + seconds{60});
    plan.callers.resize(static_cast<std::size_t>(callers));
    for (auto& caller : plan.callers)
        for (std::int64_t i = 0; i < calls; ++i) caller.push_back(call_plan(chance, plan));
    return plan;
}

std::string text_of(const Plan& plan) {
    const ServicePlan& service = plan.service;
    const RetryOptions& retry = plan.options.retry;
    std::string text = "seed " + std::to_string(plan.seed) + (plan.is_calm ? ", without faults" : "") + ": " +
                       std::to_string(plan.callers.size()) + " callers, " + std::to_string(service.limit) +
                       " reads in " + text_of(service.window) + (service.rounds_up ? " rounded up" : " rounded down") +
                       ", latency " + text_of(service.min_latency) + " to " + text_of(service.max_latency) +
                       ", tokens for " + std::to_string(service.min_lifetime) + " to " +
                       std::to_string(service.max_lifetime) + " s, the service's clock is ahead by " +
                       std::to_string(service.clock_is_ahead.count()) + " h; " +
                       (plan.options.pace_requests ? "paced, " : "not paced, ") + std::to_string(retry.max_attempts) +
                       " attempts, first delay " + text_of(retry.first_delay) + ", longest " +
                       text_of(retry.max_delay) + ", attempts of at most " + text_of(retry.attempt_timeout) + "\n";
    for (const Outage& outage : service.outages)
        text += "outage from " + text_of(outage.begin) + " to " + text_of(outage.end) + ": " + name_of(outage.fault) +
                ", 1 in " + std::to_string(outage.hits_one_in) + " of" + (outage.hits_logins ? " logins" : "") +
                (outage.hits_reads ? " reads" : "") + ", status " + std::to_string(outage.status) + "\n";
    for (const Time time : service.revocations) text += "revocation at " + text_of(time) + "\n";
    if (!service.foreign.empty())
        text += std::to_string(service.foreign.size()) + " reads of another user of the key\n";
    return text;
}

}  // namespace apivideo::simulation
