// SPDX-License-Identifier: MIT
// The service's rate limit, and the rule that a client which paces its requests never exceeds it.
#pragma once

#include "simulation/call_record.hpp"
#include "simulation/journal.hpp"
#include "simulation/plan.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace apivideo::simulation {

/// The headers of an answer.
struct Told {
    std::int64_t limit;
    std::int64_t remaining;
    std::chrono::seconds left;
    std::int64_t window;  ///< Its number.
};

struct Admission {
    bool is_allowed;
    Told told;
};

/// Counts reads in windows, each of which begins with the first request after the end of the last one.
///
/// A client cannot know of all that counts. So some requests are excused, as few as possible:
/// * let out before the first answer that told the limit, or after as many answers in a row that told nothing as the
/// limit
///   allows requests, when the limit may be gone;
/// * of a call whose own deadline comes before the window's end as the client knows it: it is let out on purpose;
/// * which a client gave up before it could know of the window that they arrive in.
class RateLedger {
  public:
    RateLedger(const ServicePlan& plan, Journal& journal, bool is_paced)
        : plan_{plan}, journal_{journal}, is_paced_{is_paced} {}

    /// @param call null for a request of somebody else.
    /// @param given_up when its call ended, if it did before the request arrived.
    Admission admit(Time now, const Call* call, std::optional<Time> given_up);
    /// What an answer tells that counts for nothing.
    Told look(Time now);

    /// An attempt of the client ended with this.
    /// @param sent when pacing let the request out. Unset if that is not known exactly.
    void told(Time now, const Told& told, std::optional<Time> sent);
    /// The client is going to hold a call back until then.
    void holds(Time now, Time until);
    /// An attempt of the client ended without.
    void told_nothing(Time now);

    /// Whether more may have been sent in this window or the last one than the limit allows.
    [[nodiscard]] bool has_excuses() const noexcept { return excused_ + excused_before_ > 0 || !plan_.foreign.empty(); }

  private:
    void enter_window(Time now);
    [[nodiscard]] Told state(Time now) const;
    [[nodiscard]] bool is_excused(const Call& call, std::optional<Time> given_up) const;

    const ServicePlan& plan_;
    Journal& journal_;
    bool is_paced_;
    Time end_{};
    std::int64_t window_ = 0;
    std::int64_t admitted_ = 0;
    std::int64_t arrived_ = 0;  // of this client
    std::int64_t excused_ = 0;
    std::int64_t excused_before_ = 0;
    Time latest_known_end_{};  // of the window, as an answer told the client
    std::int64_t silent_ = 0;  // attempts in a row of which the client learnt nothing
    struct Span {
        Time begin;
        Time end;
    };
    struct Bound {
        Time told;
        Time end;  // of the window, at the latest
    };
    std::vector<Bound> bounds_;                                // that the client knows of this window
    std::vector<Span> blind_{Span{Time::min(), Time::max()}};  // when the client knows of no limit
};

}  // namespace apivideo::simulation
