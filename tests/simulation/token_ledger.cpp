// SPDX-License-Identifier: MIT
// The service's tokens, and the rules of who logs in when.
#include "simulation/token_ledger.hpp"

#include <algorithm>

namespace apivideo::simulation {

using std::chrono::seconds;

Time TokenLedger::Token::renewal() const {
    return *login_began + lifetime - std::min<Duration>(seconds{60}, Duration{lifetime} / 10);
}

std::string TokenLedger::issue(Time now, std::int64_t lifetime) {
    // Long enough to be on the heap, where a use after the end is seen.
    std::string value = "token-" + std::to_string(tokens_.size() + 1) + "-of-the-simulated-service";
    tokens_.push_back(Token{value, now, seconds{lifetime}, {}, {}, {}});
    return value;
}

TokenLedger::Token* TokenLedger::find(const std::string& token) {
    const auto found = std::find_if(tokens_.begin(), tokens_.end(), [&](const Token& t) { return t.value == token; });
    return found == tokens_.end() ? nullptr : &*found;
}

const TokenLedger::Token* TokenLedger::find(const std::string& token) const {
    return const_cast<TokenLedger*>(this)->find(token);
}

bool TokenLedger::accepts(const std::string& value, Time now) const {
    const Token* const token = find(value);
    if (!token || token->issued + token->lifetime <= now) return false;
    return std::none_of(plan_.revocations.begin(), plan_.revocations.end(),
                        [&](Time revocation) { return token->issued < revocation && revocation <= now; });
}

void TokenLedger::login_begins(Time now) {
    journal_.expect(!login_began_, "never two logins at once",
                    [&] { return "one is under way since " + text_of(*login_began_); });
    login_began_ = now;
    if (!current_) return;
    const Token& token = tokens_[*current_];
    journal_.expect(token.renewal() <= now || token.refused, "no login without need",
                    [&] { return token.value + " is good until " + text_of(token.renewal()); });
}

void TokenLedger::login_ends(Time now, const std::optional<std::string>& value) {
    if (value) {
        Token& token = *find(*value);
        token.login_began = login_began_;
        token.delivered = now;
        current_ = static_cast<std::size_t>(&token - tokens_.data());
    }
    login_began_.reset();
}

void TokenLedger::used(Time now, const std::string& value) {
    const Token* const token = find(value);
    if (!token || !token->delivered) return journal_.broken("every token is one that a login gave: " + value);
    // Those who waited for a login use what it gave, however short its life.
    journal_.expect(now < token->renewal() || token->delivered == now, "a token is renewed before its end",
                    [&] { return value + " was to be renewed at " + text_of(token->renewal()); });
    journal_.expect(!token->refused || now <= *token->refused, "a refused token is not used again",
                    [&] { return value + " was refused at " + text_of(*token->refused); });
}

void TokenLedger::refused(Time now, const std::string& value) {
    Token* const token = find(value);
    if (token && !token->refused) token->refused = now;
}

}  // namespace apivideo::simulation
