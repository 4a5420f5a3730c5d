// SPDX-License-Identifier: MIT
// One run: callers, the client's pipeline and the service, from a seed.
#include "simulation/simulation.hpp"

#include <apivideo/errors.hpp>

#include "pipeline/wrappers.hpp"
#include "simulation/simulated_service.hpp"
#include "simulation/unseen.hpp"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace apivideo::simulation {
namespace {

using std::chrono::seconds;

/// Cancels what it is told to when the time comes.
class Canceller {
  public:
    explicit Canceller(Scheduler& scheduler) : scheduler_{scheduler} {}

    void add(Time at, std::shared_ptr<Stop> stop) {
        const std::lock_guard<std::mutex> lock{mutex_};
        due_.emplace_back(at, std::move(stop));
        changed_.notify_all();
    }

    void end() {
        const std::lock_guard<std::mutex> lock{mutex_};
        is_ended_ = true;
        changed_.notify_all();
    }

    void run() {
        std::unique_lock<std::mutex> lock{mutex_};
        while (!is_ended_) {
            Time next = Time::max();
            for (std::size_t i = 0; i < due_.size(); ++i) {
                if (due_[i].first > scheduler_.now()) {
                    next = std::min(next, due_[i].first);
                    continue;
                }
                const std::shared_ptr<Stop> stop = due_[i].second;
                due_.erase(due_.begin() + static_cast<std::ptrdiff_t>(i--));
                lock.unlock();
                if (!stop->at) stop->at = scheduler_.now();
                cancel(*stop);
                lock.lock();
                next = Time::min();  // others may have been added in the meantime
            }
            if (next != Time::min()) scheduler_.wait_until(changed_, lock, next);
        }
    }

  private:
    static void cancel(const Stop& stop) {
        const Seen seen;
        stop.source.cancel();
    }

    Scheduler& scheduler_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<std::pair<Time, std::shared_ptr<Stop>>> due_;
    bool is_ended_ = false;
};

class Run {
  public:
    Run(std::uint64_t seed, bool is_logged)
        : chance_{seed},
          plan_{plan_of(seed, chance_)},
          scheduler_{plan_.scheduler, chance_},
          journal_{scheduler_, is_logged},
          service_{std::make_shared<SimulatedService>(plan_, chance_, scheduler_, journal_)},
          canceller_{scheduler_} {
        plan_.options.observer = [this](const RequestEvent& event) {
            const Unseen unseen;
            scheduler_.may_switch();
            service_->observed(event);
            if (plan_.observer_throws) throw 1;
        };
        pipeline_ = detail::make_pipeline(service_, api_key, base_url, plan_.options, scheduler_.clock(client_calendar),
                                          [this] { return random(); });
    }

    std::string run() {
        for (std::size_t caller = 0; caller < plan_.callers.size(); ++caller)
            scheduler_.add("caller " + std::to_string(caller + 1), [this, caller] { call_all(caller); });
        scheduler_.add("last caller", [this] { call_when_all_is_well(); });
        scheduler_.add("canceller", [this] { canceller_.run(); });
        if (plan_.all_end) {
            stop_of_all_ = std::make_shared<Stop>();
            canceller_.add(Scheduler::start + *plan_.all_end, stop_of_all_);
        }
        std::string stuck = scheduler_.run();
        is_stuck_ = !stuck.empty();
        return journal_.first_broken().empty() ? stuck : journal_.first_broken();
    }

    [[nodiscard]] bool is_stuck() const noexcept { return is_stuck_; }
    [[nodiscard]] std::string log() const { return text_of(plan_) + journal_.lines(); }

  private:
    void call_all(std::size_t caller) {
        int number = 0;
        for (const CallPlan& plan : plan_.callers[caller]) {
            if (plan.pause > Duration{0}) scheduler_.sleep_until(scheduler_.now() + plan.pause);
            const auto stop = plan.ends_with_all ? stop_of_all_ : std::make_shared<Stop>();
            if (plan.cancelled_after) canceller_.add(scheduler_.now() + *plan.cancelled_after, stop);
            Call call;
            call.id = std::to_string(caller + 1) + '.' + std::to_string(++number);
            call.stop = stop;
            call.exchanges_before_cancelled = plan.cancelled_at_exchange.value_or(0);
            call.cancel = [this, stop] { canceller_.add(scheduler_.now(), stop); };
            make(std::move(call), plan.timeout);
        }
        const std::lock_guard<std::mutex> lock{mutex_};
        ++callers_ended_;
        ended_.notify_all();
    }

    /// @return the status, or zero.
    int make(Call call, std::chrono::milliseconds timeout) {
        call.begin = call.attempt_began = scheduler_.now();
        call.deadline = call.begin + timeout;
        service_->calls().begin(call);
        const CallContext context{call.deadline, call.stop ? call.stop->source.token() : CancellationToken{}, 1};
        const std::string url = base_url + ("/analytics?id=" + call.id);
        Ending ending;
        try {
            const HttpRequest request{"GET", url, {}, {}};
            const HttpResponse response = send(request, context);
            ending.status = response.status;
            ending.id = response.headers.get("X-Id").value_or("none");
        } catch (const TransportException& e) {
            ending.failure = e.failure();
        }
        ending.at = scheduler_.now();
        service_->attempt_ends();
        service_->calls().end(ending, service_->may_refuse());
        return ending.status;
    }

    HttpResponse send(const HttpRequest& request, const CallContext& context) {
        const Seen seen;
        return pipeline_->send(request, context);
    }

    void call_when_all_is_well() {
        {
            std::unique_lock<std::mutex> lock{mutex_};
            while (callers_ended_ < plan_.callers.size()) scheduler_.wait_until(ended_, lock, Time::max());
        }
        scheduler_.sleep_until(std::max(plan_.faults_end, service_->last_late_arrival()));
        const auto timeout = std::chrono::ceil<seconds>(plan_.service.window) + seconds{12};
        for (const char* id : {"last.1", "last.2", "last.3"}) {
            Call call;
            call.id = id;
            const int status = make(std::move(call), timeout);
            const bool may_be_refused = service_->may_refuse() && plan_.options.retry.max_attempts == 1;
            journal_.expect(status == 200 || (status == 429 && (may_be_refused || !plan_.options.pace_requests)),
                            "a call after the last fault succeeds",
                            [&] { return id + (" ends with " + std::to_string(status)); });
        }
        canceller_.end();
    }

    double random() {
        const Unseen unseen;
        scheduler_.may_switch();
        const double number = chance_.fraction();
        service_->attempt_ends();
        service_->calls().retries(number);
        return number;
    }

    Chance chance_;
    Plan plan_;
    Scheduler scheduler_;
    Journal journal_;
    std::shared_ptr<SimulatedService> service_;
    Canceller canceller_;
    std::shared_ptr<HttpTransport> pipeline_;
    std::shared_ptr<Stop> stop_of_all_;
    std::mutex mutex_;
    std::condition_variable ended_;
    std::size_t callers_ended_ = 0;
    bool is_stuck_ = false;
};

}  // namespace

Outcome run(std::uint64_t seed, bool is_logged) {
    auto run = std::make_unique<Run>(seed, is_logged);
    Outcome outcome;
    outcome.broken = run->run();
    if (is_logged) outcome.log = run->log();
    if (run->is_stuck()) run.release();  // its threads are blocked for good
    return outcome;
}

}  // namespace apivideo::simulation
