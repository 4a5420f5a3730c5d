// SPDX-License-Identifier: MIT
// A call of a simulated caller, and the exchanges that it came to.
#pragma once

#include <apivideo/cancellation.hpp>
#include <apivideo/transport_failure.hpp>

#include "simulation/scheduler.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace apivideo::simulation {

/// A source, and when it was cancelled.
struct Stop {
    CancellationSource source{};
    std::optional<Time> at{};
};

/// How an exchange, or a call, ended.
struct Ending {
    Time at{};
    int status{0};                                     ///< Zero: there is a failure.
    TransportFailure failure{};                        ///< If there is no status.
    std::optional<std::chrono::milliseconds> asked{};  ///< What the answer asks to wait before a retry.
    std::string id{};                                  ///< Of the request that it answers. Empty: of a login.
    bool told{false};                                  ///< Whether the answer tells the limit.

    [[nodiscard]] std::string text() const { return status ? std::to_string(status) : to_string(failure); }
    [[nodiscard]] bool is_like(const Ending& other) const noexcept {
        return at == other.at && status == other.status && (status || failure == other.failure);
    }
};

struct Call {
    std::string id{};
    Time begin{};
    Time deadline{};
    std::shared_ptr<Stop> stop{};

    std::int64_t exchanges_before_cancelled{0};  ///< Zero: none.
    std::function<void()> cancel{};

    int attempt{1};
    Time attempt_began{};                ///< When pacing was first asked to let it out.
    std::optional<Time> attempt_sent{};  ///< When it sent something first.
    int refusals{0};                     ///< 401s to this attempt.
    std::optional<Ending> last{};        ///< Of its exchanges.
    /// Whether its attempt may have timed out at the very time when a login of another call failed.
    bool has_two_reasons{false};
    std::optional<std::chrono::milliseconds> to_be_told{};  ///< A wait that the observer has not been told of.
    Time told_until{};                       ///< When a wait for the limit that the observer was told of ends.
    std::optional<Ending> to_be_observed{};  ///< An exchange that the observer has not been told of.
};

}  // namespace apivideo::simulation
