// SPDX-License-Identifier: MIT
// The calls under way, and the rules of what a call sends, how long it takes, and how it ends.
#include "simulation/call_ledger.hpp"

#include <algorithm>

namespace apivideo::simulation {
namespace {

using std::chrono::milliseconds;

bool is_transient(const Ending& ending) {
    const int status = ending.status;
    if (status) return status == 408 || status == 429 || (status >= 500 && status != 501 && status != 505);
    return ending.failure != TransportFailure::cancelled;
}

}  // namespace

void CallLedger::begin(const Call& call) {
    calls_.insert_or_assign(scheduler_.running(), call);
    journal_.write([&] {
        return "calls " + call.id + " until " + text_of(call.deadline) +
               (call.stop && call.stop->at ? ", cancelled before" : "");
    });
}

milliseconds CallLedger::longest_backoff(int attempt) const {
    milliseconds longest = plan_.options.retry.first_delay;
    for (int i = 1; i < attempt; ++i) longest = std::min(longest * 2, plan_.options.retry.max_delay);
    return longest;
}

void CallLedger::sends(const CallContext& context, bool is_login) {
    Call& call = current();
    const Time now = scheduler_.now();
    // Without pacing, a call that has sent nothing yet has waited for a login.
    const bool has_waited = !plan_.options.pace_requests && !call.attempt_sent && call.attempt_began < now;
    journal_.expect(!is_login || !has_waited || !last_login_ || last_login_->at != now || last_login_->status == 200,
                    "who waits for a login shares its failure", [&] { return call.id; });
    journal_.expect(!call.to_be_observed, "an event for each exchange", [&] { return call.id; });
    journal_.expect(!call.to_be_told, "an event before each wait of more than a second", [&] { return call.id; });
    journal_.expect(now <= call.deadline, "nothing is sent after the deadline", [&] { return call.id; });
    // Of a call that was cancelled before it began, the transport gets a request, and sends none.
    journal_.expect(!call.stop || !call.stop->at || now <= std::max(*call.stop->at, call.begin),
                    "nothing is sent after a cancellation",
                    [&] { return call.id + " was cancelled at " + text_of(*call.stop->at); });
    journal_.expect(now >= call.attempt_began, "no retry is earlier than it was asked for",
                    [&] { return call.id + " was to wait until " + text_of(call.attempt_began); });
    journal_.expect(context.attempt == call.attempt, "attempts are numbered", [&] {
        return call.id + " sends attempt " + std::to_string(context.attempt) + ", which is " +
               std::to_string(call.attempt);
    });
    journal_.expect(context.deadline <= call.deadline, "an attempt has no later deadline than its call",
                    [&] { return call.id; });
    if (!call.attempt_sent) check_what_was_told(call);
    if (!call.attempt_sent) call.attempt_sent = now;
}

void CallLedger::check_what_was_told(const Call& call) {
    const Time now = scheduler_.now();
    const Time expected = std::max(call.attempt_began, call.told_until);
    // Who waits for the answer that tells of a new window is told nothing, nor is who waits for a token.
    const Duration untold = std::chrono::seconds{1} + 8 * plan_.service.max_latency;
    const bool has_one_reason = plan_.is_calm && plan_.options.authentication == Authentication::basic;
    journal_.expect(!has_one_reason || now <= expected + untold, "an event before each wait of more than a second",
                    [&] { return call.id + " was to be sent at " + text_of(expected); });
}

void CallLedger::exchanged(const Ending& ending) {
    Call& call = current();
    journal_.expect(ending.at - *call.attempt_sent <= plan_.options.retry.attempt_timeout,
                    "no attempt takes longer than its timeout",
                    [&] { return call.id + " sent first at " + text_of(*call.attempt_sent); });
    call.last = ending;
    call.to_be_observed = ending;
    const bool is_of_this_call_only = !ending.status && (ending.failure == TransportFailure::timeout ||
                                                         ending.failure == TransportFailure::cancelled);
    if (ending.id.empty() && !is_of_this_call_only) last_login_ = ending;
    if (--call.exchanges_before_cancelled == 0) call.cancel();
}

void CallLedger::observed(const RequestEvent& event) {
    Call& call = current();
    if (event.wait) {
        journal_.write([&] {
            return call.id + " is to wait " + text_of(event.wait->duration) +
                   (event.wait->reason == WaitReason::retry ? " to retry" : " for the limit");
        });
        if (event.wait->reason == WaitReason::rate_limit) {
            const auto longest =
                std::chrono::ceil<std::chrono::seconds>(plan_.service.window) + std::chrono::seconds{1};
            journal_.expect(event.wait->duration <= longest, "nobody waits for the limit longer than a window",
                            [&] { return call.id + " is to wait " + text_of(event.wait->duration); });
            call.told_until = std::max(call.told_until, scheduler_.now()) + event.wait->duration;
            return;
        }
        const bool is_right = call.has_two_reasons || call.to_be_told == event.wait->duration;
        journal_.expect(is_right, "the event of a wait tells how long it is", [&] {
            return call.id + ", which waits " +
                   (call.to_be_told ? text_of(*call.to_be_told) : "until " + text_of(call.attempt_began));
        });
        call.to_be_told.reset();
        return;
    }
    const auto& ending = call.to_be_observed;
    const bool is_right = ending && event.status.value_or(0) == ending->status &&
                          (ending->status || event.failure == ending->failure) && event.attempt == call.attempt;
    journal_.expect(is_right, "an event tells how its exchange ended", [&] { return call.id; });
    call.to_be_observed.reset();
}

void CallLedger::retries(double random) {
    Call& call = current();
    const Time now = scheduler_.now();
    const bool is_refused = call.last && call.last->status == 401;  // and then a login of another call was awaited
    const bool is_own = call.last && call.last->at == now && !is_refused;
    const std::optional<Ending>& answer = is_own ? call.last : last_login_;
    const auto longest = static_cast<double>(longest_backoff(call.attempt).count());
    milliseconds wait{static_cast<std::int64_t>(random * longest)};
    call.has_two_reasons = !is_own && now - call.attempt_began >= plan_.options.retry.attempt_timeout;
    if (answer && answer->at == now && answer->asked && !call.has_two_reasons) wait = std::max(wait, *answer->asked);
    ++call.attempt;
    call.attempt_began = now + wait;
    call.attempt_sent.reset();
    call.refusals = 0;
    call.told_until = Time{};
    if (wait > std::chrono::seconds{1} && !call.has_two_reasons && call.attempt_began < call.deadline)
        call.to_be_told = wait;
    journal_.expect(call.attempt <= plan_.options.retry.max_attempts, "no more attempts than the options allow",
                    [&] { return call.id; });
}

void CallLedger::end(const Ending& ending, bool may_be_refused) {
    Call& call = current();
    journal_.write([&] { return call.id + " ends with " + ending.text(); });
    journal_.expect(!call.to_be_observed, "an event for each exchange", [&] { return call.id; });
    check_time(call, ending);
    check_reason(call, ending, may_be_refused);
}

void CallLedger::check_time(const Call& call, const Ending& ending) {
    const bool is_cancelled = !ending.status && ending.failure == TransportFailure::cancelled;
    journal_.expect(ending.at <= call.deadline, "a call ends by its deadline",
                    [&] { return call.id + ", which was " + text_of(call.deadline); });
    if (call.stop && call.stop->at)
        journal_.expect(ending.at <= std::max(*call.stop->at, call.begin), "a cancelled call ends at once",
                        [&] { return call.id + " was cancelled at " + text_of(*call.stop->at); });
    journal_.expect(!is_cancelled || (call.stop && call.stop->at), "no call is cancelled but by its caller",
                    [&] { return call.id; });
}

bool CallLedger::was_in_trouble(const Call& call) const {
    const auto& revocations = plan_.service.revocations;
    return troubles_ > 0 || (last_trouble_ && *last_trouble_ >= call.begin) ||
           std::any_of(revocations.begin(), revocations.end(),
                       [&](Time revocation) { return revocation >= call.begin && revocation <= scheduler_.now(); });
}

bool CallLedger::is_what_came(const Call& call, const Ending& ending) const {
    return (call.last && call.last->is_like(ending)) || (last_login_ && last_login_->is_like(ending));
}

void CallLedger::check_reason(const Call& call, const Ending& ending, bool may_be_refused) {
    journal_.expect(ending.id == call.id || ending.id.empty(), "an answer is the one to its request",
                    [&] { return call.id + " got that of " + ending.id; });
    if (ending.status == 200)
        return journal_.expect(ending.id == call.id, "a call's answer is not a login's", [&] { return call.id; });
    if (!ending.status && ending.failure == TransportFailure::cancelled) return;

    const bool is_own_timeout =
        !ending.status && ending.failure == TransportFailure::timeout && ending.at == call.deadline;
    if (!is_own_timeout) {
        // Where another attempt was due, the client drew a number for it, and its wait was too long.
        const bool drew_now = call.attempt_began >= ending.at && call.attempt > 1 && !call.attempt_sent;
        const bool has_no_time = drew_now && (call.has_two_reasons || call.attempt_began >= call.deadline);
        journal_.expect(!is_transient(ending) || has_no_time || call.attempt == plan_.options.retry.max_attempts,
                        "what may pass is retried while there is time", [&] { return call.id; });
        const bool is_of_the_attempt = !ending.status && ending.failure == TransportFailure::timeout;
        journal_.expect(is_of_the_attempt || is_what_came(call, ending), "a call ends with what came",
                        [&] { return call.id + " ends with " + ending.text(); });
    }
    const bool had_time = call.deadline - call.begin >= plan_.enough;
    const bool is_refused = ending.status == 429 && may_be_refused;
    journal_.expect(was_in_trouble(call) || !had_time || is_refused, "a call fails only for a reason",
                    [&] { return call.id + " ends with " + ending.text(); });
}

}  // namespace apivideo::simulation
