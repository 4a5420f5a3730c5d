// SPDX-License-Identifier: MIT
// The service's rate limit, and the rule that a client which paces its requests never exceeds it.
#include "simulation/rate_ledger.hpp"

#include <algorithm>

namespace apivideo::simulation {
namespace {

using std::chrono::seconds;

/// The client rounds the end of a window up by a second, and the answer may have done so before.
constexpr seconds rounding{2};

}  // namespace

void RateLedger::enter_window(Time now) {
    if (now < end_) return;
    end_ = now + plan_.window;
    ++window_;
    bounds_.clear();
    admitted_ = 0;
    arrived_ = 0;
    excused_before_ = excused_;
    excused_ = 0;
    latest_known_end_ = end_ + rounding + plan_.max_latency;
}

Told RateLedger::state(Time now) const {
    const Duration left = end_ - now;
    return Told{plan_.limit, plan_.limit - admitted_,
                plan_.rounds_up ? std::chrono::ceil<seconds>(left) : std::chrono::floor<seconds>(left), window_};
}

Told RateLedger::look(Time now) {
    enter_window(now);
    return state(now);
}

Admission RateLedger::admit(Time now, const Call* call, std::optional<Time> given_up) {
    enter_window(now);
    const bool is_allowed = admitted_ < plan_.limit;
    if (is_allowed) ++admitted_;
    if (call) {
        ++arrived_;
        const bool excused = is_excused(*call, given_up);
        if (excused) ++excused_;
        journal_.write([&] {
            return "service counts " + call->id + ": " + std::to_string(arrived_) + " of " +
                   std::to_string(plan_.limit) + (excused ? ", excused" : "") + (is_allowed ? "" : ", refused");
        });
        journal_.expect(
            !is_paced_ || !plan_.foreign.empty() || arrived_ - excused_ <= plan_.limit,
            "no more reads in a window than it allows",
            [&] { return std::to_string(arrived_) + " reads, " + std::to_string(excused_) + " of them excused"; });
    }
    return Admission{is_allowed, state(now)};
}

bool RateLedger::is_excused(const Call& call, std::optional<Time> given_up) const {
    const bool is_blind = std::any_of(blind_.begin(), blind_.end(), [&](const Span& span) {
        return call.attempt_began <= span.end && *call.attempt_sent >= span.begin;
    });
    const bool is_let_go = call.deadline <= latest_known_end_;
    const bool is_given_up_early = given_up && *given_up < end_ - plan_.window + rounding + plan_.max_latency;
    return is_blind || is_let_go || is_given_up_early;
}

void RateLedger::told(Time now, const Told& told, std::optional<Time> sent) {
    silent_ = 0;
    if (blind_.back().end == Time::max()) blind_.back().end = now;
    if (now < end_) latest_known_end_ = std::max(latest_known_end_, now + told.left + seconds{1});
    // Of a request that was sent earlier, the client may hold the answer for one of the window before.
    const bool is_of_this_window = sent && *sent >= end_ - plan_.window + rounding + plan_.max_latency;
    if (is_of_this_window && told.window == window_) bounds_.push_back(Bound{now, now + told.left + seconds{1}});
}

void RateLedger::holds(Time now, Time until) {
    for (const Bound& bound : bounds_)
        journal_.expect(until <= bound.end || bound.told == now, "nobody is held longer than the window may last",
                        [&] { return text_of(until) + ", where it ends by " + text_of(bound.end); });
}

void RateLedger::told_nothing(Time now) {
    if (++silent_ >= plan_.limit && blind_.back().end != Time::max()) blind_.push_back(Span{now, Time::max()});
}

}  // namespace apivideo::simulation
