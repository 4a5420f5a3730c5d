// SPDX-License-Identifier: MIT
// The service's tokens, and the rules of who logs in when.
#pragma once

#include "simulation/journal.hpp"
#include "simulation/plan.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace apivideo::simulation {

class TokenLedger {
  public:
    TokenLedger(const ServicePlan& plan, Journal& journal) : plan_{plan}, journal_{journal} {}

    /// What happens at the service.
    std::string issue(Time now, std::int64_t lifetime);
    [[nodiscard]] bool accepts(const std::string& token, Time now) const;

    /// What happens at the client.
    void login_begins(Time now);
    /// @param token what it gave, if it did.
    void login_ends(Time now, const std::optional<std::string>& token);
    void used(Time now, const std::string& token);
    /// A read was refused for the first time within an attempt.
    void refused(Time now, const std::string& token);

  private:
    struct Token {
        std::string value;
        Time issued;
        std::chrono::seconds lifetime;
        std::optional<Time> login_began;  // unset: the client never got it
        std::optional<Time> delivered;
        std::optional<Time> refused;

        /// A tenth of its life before its end, but a minute at most.
        [[nodiscard]] Time renewal() const;
    };
    Token* find(const std::string& token);
    [[nodiscard]] const Token* find(const std::string& token) const;

    const ServicePlan& plan_;
    Journal& journal_;
    std::vector<Token> tokens_;
    std::optional<Time> login_began_;  // of the one under way
    std::optional<std::size_t> current_;
};

}  // namespace apivideo::simulation
