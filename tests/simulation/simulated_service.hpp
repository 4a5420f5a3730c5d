// SPDX-License-Identifier: MIT
// The service and the way to it, in virtual time: limits, tokens, and everything that goes wrong.
#pragma once

#include <apivideo/http/http_transport.hpp>

#include "simulation/call_ledger.hpp"
#include "simulation/rate_ledger.hpp"
#include "simulation/token_ledger.hpp"

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace apivideo::simulation {

inline constexpr const char* base_url = "https://ws.api.video";
inline constexpr const char* api_key = "the-api-key";
inline constexpr std::chrono::system_clock::time_point client_calendar{std::chrono::hours{24} * 365 * 54};

/// As a transport it is well-behaved: it ends at the deadline and at a cancellation at once.
class SimulatedService final : public HttpTransport {
  public:
    SimulatedService(const Plan& plan, Chance& chance, Scheduler& scheduler, Journal& journal);

    HttpResponse send(const HttpRequest& request, const CallContext& context) override;

    [[nodiscard]] CallLedger& calls() noexcept { return calls_; }
    /// Whether 429 is no fault of the client's.
    [[nodiscard]] bool may_refuse() const noexcept { return !plan_.options.pace_requests || rate_.has_excuses(); }
    /// The client's observer was told.
    void observed(const RequestEvent& event);
    /// The running task's attempt has ended, whatever it came to.
    void attempt_ends();
    /// When the last request arrives that its call gave up.
    [[nodiscard]] Time last_late_arrival() const noexcept { return last_late_arrival_; }

  private:
    struct Answer {
        HttpResponse response;
        std::optional<Told> told;
        std::optional<std::chrono::milliseconds> asked;
        std::optional<std::string> token;  // of a login
    };
    /// A request whose call gave it up on its way.
    struct Late {
        Time arrival;
        Time given_up;
        Call call;
        std::string authorization;
    };

    void begin(const HttpRequest& request, const CallContext& context, const std::string& id);
    void end(bool is_login, Ending ending, const Answer& answer);
    Answer exchange(const HttpRequest& request, const CallContext& context);
    Answer faulty_exchange(const Outage& outage, const HttpRequest& request, const CallContext& context);
    /// The answers, at the time when the request arrives.
    Answer serve(const HttpRequest& request);
    Answer serve_login();
    Answer failure_of(const Outage& outage, const HttpRequest& request);
    void let_others_arrive();

    /// Waits until the request has arrived.
    void travel(const HttpRequest& request, const CallContext& context);
    void wait(const CallContext& context, Time until);
    [[nodiscard]] const Outage* outage(bool is_login);
    [[nodiscard]] bool is_authorized(const std::string& authorization) const;
    [[nodiscard]] Duration latency();

    const Plan& plan_;
    Chance& chance_;
    Scheduler& scheduler_;
    Journal& journal_;
    RateLedger rate_;
    TokenLedger tokens_;
    CallLedger calls_;
    std::vector<Late> late_;  // not arrived yet
    std::size_t foreign_arrived_ = 0;
    Time last_late_arrival_{};
};

}  // namespace apivideo::simulation
