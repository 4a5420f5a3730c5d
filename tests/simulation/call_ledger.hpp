// SPDX-License-Identifier: MIT
// The calls under way, and the rules of what a call sends, how long it takes, and how it ends.
#pragma once

#include <apivideo/client_options.hpp>
#include <apivideo/http/http_transport.hpp>
#include <apivideo/observer.hpp>

#include "simulation/call_record.hpp"
#include "simulation/journal.hpp"
#include "simulation/plan.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>

namespace apivideo::simulation {

class CallLedger {
  public:
    CallLedger(const Plan& plan, const Scheduler& scheduler, Journal& journal)
        : plan_{plan}, scheduler_{scheduler}, journal_{journal} {}

    /// The running task calls.
    void begin(const Call& call);
    /// @param may_be_refused whether 429 is no fault of the client's.
    void end(const Ending& ending, bool may_be_refused);
    /// The call of the running task.
    [[nodiscard]] Call& current() { return calls_.at(scheduler_.running()); }

    void sends(const CallContext& context, bool is_login);
    void exchanged(const Ending& ending);
    void observed(const RequestEvent& event);
    /// The client drew a random number for the wait before the next attempt.
    void retries(double random);

    /// From now on, or until now, a fault may have any effect.
    void trouble() { last_trouble_ = scheduler_.now(); }
    void trouble_begins() { ++troubles_; }
    void trouble_ends() {
        --troubles_;
        trouble();
    }

  private:
    void check_what_was_told(const Call& call);
    void check_time(const Call& call, const Ending& ending);
    void check_reason(const Call& call, const Ending& ending, bool may_be_refused);
    [[nodiscard]] bool was_in_trouble(const Call& call) const;
    [[nodiscard]] bool is_what_came(const Call& call, const Ending& ending) const;
    [[nodiscard]] std::chrono::milliseconds longest_backoff(int attempt) const;

    const Plan& plan_;
    const Scheduler& scheduler_;
    Journal& journal_;
    std::map<std::size_t, Call> calls_;  // by task
    std::optional<Ending> last_login_;
    int troubles_ = 0;
    std::optional<Time> last_trouble_;
};

}  // namespace apivideo::simulation
