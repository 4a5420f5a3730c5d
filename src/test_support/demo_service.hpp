// SPDX-License-Identifier: MIT
// The demo server without its sockets: requests in, answers out.
#pragma once

#include <apivideo/test_support/demo_options.hpp>

#include "test_support/demo_errors.hpp"
#include "test_support/demo_plays.hpp"
#include "test_support/demo_rate_limit.hpp"
#include "test_support/demo_tokens.hpp"

#include <date/date.h>

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace apivideo::detail {

struct DemoRequest {
    std::string method;
    std::string path;   ///< Decoded.
    std::string query;  ///< As sent, without the `?`.
    std::optional<std::string> authorization{};
    std::string body{};
};

struct DemoReply {
    DemoAnswer answer;
    DemoRateLimitState rate_limit;
};

/// Safe to use from many threads.
class DemoService {
  public:
    using TimePoint = std::chrono::steady_clock::time_point;
    using Clock = std::function<date::sys_seconds()>;

    /// @param today ends the data of the plays calls; those of the /data calls go on to the time of @p clock.
    /// @param token_secret makes the tokens.
    DemoService(const test_support::DemoServerOptions& options, date::sys_days today, Clock clock,
                std::uint64_t token_secret);

    /// A call for data is judged in the service's order: who asks (401), the rate limit (429), the project (403), what
    /// is asked (400). Only those that got as far as the rate limit count. Any other method on a known path, HEAD
    /// included, is 405 and says in `Allow` which one is right; any other path is 404.
    [[nodiscard]] DemoReply answer(const DemoRequest& request, TimePoint now);

    /// The rate limit, for an answer to what never became a request.
    [[nodiscard]] DemoRateLimitState rate_limit(TimePoint now) { return rate_limit_.look(now); }

  private:
    using Body = std::function<std::string()>;

    [[nodiscard]] std::optional<Body> find_call(const DemoRequest& request) const;
    [[nodiscard]] DemoReply answer_call(const Body& body, const DemoRequest& request, TimePoint now);
    [[nodiscard]] DemoAnswer answer_counted(const Body& body) const;
    [[nodiscard]] std::string plays(DemoMedia media, const std::string& query) const;
    [[nodiscard]] DemoAnswer answer_login(const std::string& body, TimePoint now);
    [[nodiscard]] DemoAnswer answer_refresh(const std::string& body, TimePoint now);
    void authorize(const std::optional<std::string>& header, TimePoint now) const;

    const std::string api_key_;
    const bool analytics_enabled_;
    const date::sys_days today_;
    const Clock clock_;
    const DemoPlays plays_;
    DemoRateLimit rate_limit_;
    DemoTokens tokens_;
};

}  // namespace apivideo::detail
