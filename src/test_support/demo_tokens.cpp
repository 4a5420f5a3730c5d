// SPDX-License-Identifier: MIT
// The demo server's access and refresh tokens.
#include "test_support/demo_tokens.hpp"

#include <cstddef>
#include <iterator>

namespace apivideo::detail {

namespace {

constexpr std::size_t token_length = 64;

}  // namespace

DemoTokens::DemoTokens(std::chrono::seconds lifetime, std::uint64_t secret) : lifetime_{lifetime}, random_{secret} {}

DemoToken DemoTokens::issue(TimePoint now) {
    const std::lock_guard lock{mutex_};
    return issue_locked(now);
}

std::optional<DemoToken> DemoTokens::refresh(const std::string& refresh_token, TimePoint now) {
    const std::lock_guard lock{mutex_};
    if (refresh_tokens_.erase(refresh_token) == 0) return std::nullopt;
    return issue_locked(now);
}

bool DemoTokens::accepts(const std::string& access_token, TimePoint now) const {
    const std::lock_guard lock{mutex_};
    const auto found = expiries_.find(access_token);
    return found != expiries_.end() && now < found->second;
}

DemoToken DemoTokens::issue_locked(TimePoint now) {
    for (auto token = expiries_.begin(); token != expiries_.end();)
        token = now < token->second ? std::next(token) : expiries_.erase(token);
    DemoToken token{random_.text(token_length), random_.text(token_length), lifetime_};
    expiries_.emplace(token.access_token, now + lifetime_);
    refresh_tokens_.insert(token.refresh_token);
    return token;
}

}  // namespace apivideo::detail
