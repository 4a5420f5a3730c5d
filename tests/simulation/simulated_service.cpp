// SPDX-License-Identifier: MIT
// The service and the way to it, in virtual time: limits, tokens, and everything that goes wrong.
#include "simulation/simulated_service.hpp"

#include <apivideo/errors.hpp>

#include "simulation/unseen.hpp"

#include <date/date.h>

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <utility>

namespace apivideo::simulation {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

bool is_login(const HttpRequest& request) { return request.method == "POST"; }

std::string authorization_of(const HttpRequest& request) {
    const std::string* const header = request.headers.find("Authorization");
    return header ? *header : "";
}

std::string token_of(const HttpRequest& request) {
    const std::string authorization = authorization_of(request);
    return authorization.substr(std::min<std::size_t>(authorization.find(' '), authorization.size() - 1) + 1);
}

[[noreturn]] void fail_by(TransportFailure failure) { throw TransportException{failure, "simulated"}; }

std::string http_date(std::chrono::system_clock::time_point time) {
    return date::format("%a, %d %b %Y %T GMT", std::chrono::floor<seconds>(time));
}

void tell(HttpResponse& response, const Told& told) {
    response.headers.add("X-RateLimit-Limit", std::to_string(told.limit));
    response.headers.add("X-RateLimit-Remaining", std::to_string(told.remaining));
    response.headers.add("X-RateLimit-Retry-After", std::to_string(told.left.count()));
}

/// @param wait what to ask for, in seconds.
void add_hint(HttpResponse& response, std::optional<milliseconds>& asked, Hint hint, std::int64_t wait,
              std::chrono::system_clock::time_point now) {
    if (hint == Hint::none) return;
    const auto add = [&](const std::string& value, std::optional<milliseconds> meaning) {
        response.headers.add("Retry-After", value);
        asked = meaning;
    };
    if (hint == Hint::seconds) add(std::to_string(wait), seconds{wait});
    if (hint == Hint::fraction) add(std::to_string(wait) + ".5", milliseconds{1000 * wait + 500});
    if (hint == Hint::nonsense) add("soon", {});
    if (hint != Hint::date && hint != Hint::past_date) return;
    response.headers.add("Date", http_date(now));
    if (hint == Hint::date) add(http_date(now + seconds{wait}), seconds{wait});
    if (hint == Hint::past_date) add(http_date(now - seconds{wait}), seconds{0});
}

}  // namespace

SimulatedService::SimulatedService(const Plan& plan, Chance& chance, Scheduler& scheduler, Journal& journal)
    : plan_{plan},
      chance_{chance},
      scheduler_{scheduler},
      journal_{journal},
      rate_{plan.service, journal, plan.options.pace_requests},
      tokens_{plan.service, journal},
      calls_{plan, scheduler, journal} {}

HttpResponse SimulatedService::send(const HttpRequest& request, const CallContext& context) {
    const Unseen unseen;
    scheduler_.may_switch();
    const std::string id = is_login(request) ? "" : request.url.substr(request.url.rfind('=') + 1);
    begin(request, context, id);
    try {
        Answer answer = exchange(request, context);
        answer.response.headers.add("X-Id", id);
        end(is_login(request),
            Ending{scheduler_.now(), answer.response.status, {}, answer.asked, id, answer.told.has_value()}, answer);
        scheduler_.may_switch();
        return std::move(answer.response);
    } catch (const TransportException& e) {
        end(is_login(request), Ending{scheduler_.now(), 0, e.failure(), {}, id, false}, {});
        throw;
    }
}

void SimulatedService::begin(const HttpRequest& request, const CallContext& context, const std::string& id) {
    journal_.write([&] {
        return "sends " + (is_login(request) ? "a login" : id + " with " + token_of(request)) + ", attempt " +
               std::to_string(context.attempt) + ", until " + text_of(context.deadline);
    });
    calls_.sends(context, is_login(request));
    if (is_login(request)) {
        tokens_.login_begins(scheduler_.now());
    } else if (plan_.options.authentication == Authentication::bearer) {
        tokens_.used(scheduler_.now(), token_of(request));
    }
}

void SimulatedService::end(bool is_login, Ending ending, const Answer& answer) {
    const Time now = scheduler_.now();
    journal_.write([&] { return (is_login ? "login" : ending.id) + " is answered " + ending.text(); });
    calls_.exchanged(ending);
    if (is_login) {
        tokens_.login_ends(now, answer.token);
        // That of a login is the answer to all calls that waited for it, if it failed.
        if (answer.told) rate_.told(now, *answer.told, {});
        return;
    }
    if (ending.status == 401) {
        if (calls_.current().refusals++ == 0 && answer.token) tokens_.refused(now, *answer.token);
    } else if (answer.told) {
        const bool is_sent_at_once = plan_.options.authentication == Authentication::basic;  // there is no login before
        rate_.told(now, *answer.told, is_sent_at_once ? calls_.current().attempt_sent : std::nullopt);
    }
}

void SimulatedService::observed(const RequestEvent& event) {
    calls_.observed(event);
    if (event.wait && event.wait->reason == WaitReason::rate_limit)
        rate_.holds(scheduler_.now(), calls_.current().told_until);
}

void SimulatedService::attempt_ends() {
    const Call& call = calls_.current();
    const bool has_told = call.last && call.last->at == scheduler_.now() && call.last->told;
    if (!has_told) rate_.told_nothing(scheduler_.now());
}

SimulatedService::Answer SimulatedService::exchange(const HttpRequest& request, const CallContext& context) {
    if (const Outage* const hit = outage(is_login(request))) {
        journal_.write([&] { return std::string{"is hit: "} + name_of(hit->fault); });
        struct Trouble {
            CallLedger& calls;
            explicit Trouble(CallLedger& all) : calls{all} { calls.trouble_begins(); }
            ~Trouble() { calls.trouble_ends(); }
        };
        const Trouble trouble{calls_};
        return faulty_exchange(*hit, request, context);
    }
    travel(request, context);
    Answer answer = serve(request);
    wait(context, scheduler_.now() + latency());
    return answer;
}

SimulatedService::Answer SimulatedService::faulty_exchange(const Outage& outage, const HttpRequest& request,
                                                           const CallContext& context) {
    if (outage.fault == Fault::refused) {
        wait(context, scheduler_.now() + latency());
        fail_by(TransportFailure::connect);
    }
    travel(request, context);
    const bool is_lost_first = outage.fault == Fault::closed && chance_.one_in(2);
    Answer answer = is_lost_first ? Answer{} : failure_of(outage, request);
    if (outage.fault == Fault::silent) wait(context, Time::max());
    if (outage.fault == Fault::slow)
        wait(context, scheduler_.now() + chance_.between(Duration{0}, outage.longest_wait, plan_.service.step));
    wait(context, scheduler_.now() + latency());
    if (outage.fault == Fault::closed) fail_by(TransportFailure::connection_closed);
    if (outage.fault == Fault::truncated) fail_by(TransportFailure::truncated);
    return answer;
}

SimulatedService::Answer SimulatedService::failure_of(const Outage& outage, const HttpRequest& request) {
    if (outage.fault != Fault::error && outage.fault != Fault::error_behind_the_limit) return serve(request);
    Answer answer;
    if (outage.fault == Fault::error_behind_the_limit) {
        answer = serve(request);
        if (answer.response.status != 200) return answer;
        answer.token.reset();
    }
    answer.response.status = outage.status;
    const auto calendar = client_calendar + plan_.service.clock_is_ahead + (scheduler_.now() - Scheduler::start);
    const bool is_told = is_login(request) && plan_.service.tells_limit_always;
    if (is_told) {
        answer.told = rate_.look(scheduler_.now());
        tell(answer.response, *answer.told);
    }
    add_hint(answer.response, answer.asked, outage.hint, chance_.between(0, 30), calendar);
    const bool is_used_up = answer.told && (outage.status == 429 || answer.told->remaining == 0);
    if (is_used_up) answer.asked = answer.told->left;
    return answer;
}

SimulatedService::Answer SimulatedService::serve(const HttpRequest& request) {
    let_others_arrive();
    const Time now = scheduler_.now();
    if (is_login(request)) return serve_login();
    Answer answer;
    if (!is_authorized(authorization_of(request))) {
        answer.response.status = 401;
        answer.token = token_of(request);
        if (plan_.service.tells_limit_always) tell(answer.response, rate_.look(now));
        return answer;
    }
    const Admission admission = rate_.admit(now, &calls_.current(), {});
    answer.response.status = admission.is_allowed ? 200 : 429;
    answer.told = admission.told;
    if (!admission.is_allowed) answer.asked = admission.told.left;
    tell(answer.response, admission.told);
    return answer;
}

SimulatedService::Answer SimulatedService::serve_login() {
    Answer answer;
    answer.response.status = 200;
    const std::int64_t lifetime = chance_.between(plan_.service.min_lifetime, plan_.service.max_lifetime);
    answer.token = tokens_.issue(scheduler_.now(), lifetime);
    answer.response.body =
        R"({"access_token":")" + *answer.token + R"(","expires_in":)" + std::to_string(lifetime) + "}";
    return answer;
}

void SimulatedService::let_others_arrive() {
    const Time now = scheduler_.now();
    const auto& foreign = plan_.service.foreign;
    for (;;) {
        const auto late = std::min_element(late_.begin(), late_.end(),
                                           [](const Late& a, const Late& b) { return a.arrival < b.arrival; });
        const Time late_at = late == late_.end() ? Time::max() : late->arrival;
        const Time foreign_at = foreign_arrived_ == foreign.size() ? Time::max() : foreign[foreign_arrived_];
        if (std::min(late_at, foreign_at) > now) return;
        if (foreign_at <= late_at) {
            ++foreign_arrived_;
            rate_.admit(foreign_at, nullptr, {});
        } else {
            if (is_authorized(late->authorization)) rate_.admit(late_at, &late->call, late->given_up);
            late_.erase(late);
        }
    }
}

void SimulatedService::travel(const HttpRequest& request, const CallContext& context) {
    const Time sent = scheduler_.now();
    const Time arrival = sent + latency();
    try {
        wait(context, arrival);
    } catch (const TransportException&) {
        const bool was_sent = scheduler_.now() > sent;
        if (was_sent && !is_login(request) && chance_.one_in(2)) {
            late_.push_back(Late{arrival, scheduler_.now(), calls_.current(), authorization_of(request)});
            last_late_arrival_ = std::max(last_late_arrival_, arrival);
        }
        throw;
    }
}

void SimulatedService::wait(const CallContext& context, Time until) {
    std::mutex mutex;
    std::condition_variable cancelled;
    const CancellationRegistration registration = context.cancellation.on_cancel([&] {
        const std::lock_guard<std::mutex> lock{mutex};
        cancelled.notify_all();
    });
    std::unique_lock<std::mutex> lock{mutex};
    for (;;) {
        if (context.cancellation.cancelled()) fail_by(TransportFailure::cancelled);
        const Time now = scheduler_.now();
        const bool is_there = until <= now;
        // Where both come at once, it is a toss-up.
        if (context.deadline <= now && !(is_there && chance_.one_in(2))) fail_by(TransportFailure::timeout);
        if (is_there) return;
        scheduler_.wait_until(cancelled, lock, std::min(until, context.deadline));
    }
}

const Outage* SimulatedService::outage(bool is_login) {
    for (const Outage& outage : plan_.service.outages) {
        const bool is_now = outage.begin <= scheduler_.now() && scheduler_.now() < outage.end;
        if (is_now && (is_login ? outage.hits_logins : outage.hits_reads) && chance_.one_in(outage.hits_one_in))
            return &outage;
    }
    return nullptr;
}

bool SimulatedService::is_authorized(const std::string& authorization) const {
    if (plan_.options.authentication == Authentication::basic) return !authorization.empty();
    return authorization.compare(0, 7, "Bearer ") == 0 && tokens_.accepts(authorization.substr(7), scheduler_.now());
}

Duration SimulatedService::latency() {
    return chance_.between(plan_.service.min_latency, plan_.service.max_latency, plan_.service.step);
}

}  // namespace apivideo::simulation
