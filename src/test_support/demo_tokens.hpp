// SPDX-License-Identifier: MIT
// The demo server's access and refresh tokens.
#pragma once

#include "test_support/demo_random.hpp"

#include <chrono>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>

namespace apivideo::detail {

struct DemoToken {
    std::string access_token;
    std::string refresh_token;
    std::chrono::seconds expires_in;
};

/// Safe to use from many threads.
class DemoTokens {
  public:
    using TimePoint = std::chrono::steady_clock::time_point;

    /// @param secret makes the tokens: with another one they are others.
    DemoTokens(std::chrono::seconds lifetime, std::uint64_t secret);

    [[nodiscard]] DemoToken issue(TimePoint now);
    /// Takes a refresh token, which is then used up; unset where it was never given out or is used up already.
    [[nodiscard]] std::optional<DemoToken> refresh(const std::string& refresh_token, TimePoint now);
    /// Whether it was given out here and has not expired.
    [[nodiscard]] bool accepts(const std::string& access_token, TimePoint now) const;

  private:
    [[nodiscard]] DemoToken issue_locked(TimePoint now);

    const std::chrono::seconds lifetime_;
    mutable std::mutex mutex_;
    DemoRandom random_;
    std::map<std::string, TimePoint> expiries_;
    std::set<std::string> refresh_tokens_;
};

}  // namespace apivideo::detail
