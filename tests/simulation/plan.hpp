// SPDX-License-Identifier: MIT
// What will happen in a run, as far as that is decided before it begins.
#pragma once

#include <apivideo/client_options.hpp>

#include "simulation/chance.hpp"
#include "simulation/scheduler.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace apivideo::simulation {

enum class Fault { refused, error, error_behind_the_limit, slow, silent, closed, truncated };

[[nodiscard]] const char* name_of(Fault fault) noexcept;

/// How a failing service says when to come back.
enum class Hint { none, seconds, fraction, date, past_date, nonsense };

struct Outage {
    Time begin;
    Time end;
    Fault fault;
    bool hits_logins;
    bool hits_reads;
    std::int64_t hits_one_in;
    int status;  // of an error
    Hint hint;
    Duration longest_wait;  // for a slow answer
};

struct ServicePlan {
    std::int64_t limit;
    Duration window;
    bool rounds_up;
    bool tells_limit_always;  ///< With answers that count for nothing, too: logins and 401.
    Duration min_latency;     ///< One way.
    Duration max_latency;
    Duration step;  ///< All random times are multiples of it.
    std::int64_t min_lifetime;
    std::int64_t max_lifetime;
    std::vector<Outage> outages;
    std::vector<Time> revocations;      ///< Of all tokens. In order.
    std::vector<Time> foreign;          ///< Reads of someone else who uses the key. In order.
    std::chrono::hours clock_is_ahead;  ///< Of the client's.
};

struct CallPlan {
    Duration pause;  // before it
    std::chrono::milliseconds timeout;
    std::optional<Duration> cancelled_after;
    std::optional<std::int64_t> cancelled_at_exchange;  ///< At the end of the one of that number, from 1.
    bool ends_with_all;                                 ///< Cancelled together with the others that have this.
};

struct Plan {
    std::uint64_t seed;
    bool is_tight;  ///< Many calls at once, of which few are allowed.
    bool is_calm;   ///< Without faults: each call that has the time gets its 200.
    SchedulerPlan scheduler;
    ClientOptions options;
    bool observer_throws;
    ServicePlan service;
    std::vector<std::vector<CallPlan>> callers;
    std::optional<Duration> all_end;  ///< When all those calls are cancelled.
    Time faults_end;
    std::chrono::milliseconds enough;  ///< Time for any call, whatever the others do, without faults.
};

[[nodiscard]] Plan plan_of(std::uint64_t seed, Chance& chance);

[[nodiscard]] std::string text_of(const Plan& plan);

}  // namespace apivideo::simulation
