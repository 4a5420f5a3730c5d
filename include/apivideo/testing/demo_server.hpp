// SPDX-License-Identifier: MIT
/// @file
/// @brief The service on this machine: a real HTTP server for demonstrations and tests, which needs no account.
#pragma once

#include <apivideo/export.hpp>

#include <date/date.h>

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace apivideo::testing {

/// What can be set on a DemoServer.
struct DemoServerOptions {
    /// The port on 127.0.0.1. 0: any that is free.
    std::uint16_t port{0};
    /// The API key that is accepted.
    std::string api_key{"demo-key"};
    /// What the plays are made from: the same seed and day give the same data.
    std::uint64_t seed{1};
    /// The server's day, in UTC. Unset: the day on which the server is made. It stays that day.
    std::optional<date::sys_days> today{};
    /// Requests allowed in a window. The service allows 500 in production and 100 in the sandbox. At least 1.
    std::int64_t rate_limit{500};
    /// How long a window is; a new one begins when a request comes after its end. Must be positive.
    std::chrono::milliseconds rate_limit_window{std::chrono::seconds{60}};
    /// How long every answer is held back.
    std::chrono::milliseconds latency{0};
    /// How long a token is accepted: the `expires_in` of logins.
    std::chrono::seconds token_lifetime{3600};
    /// Whether the project has analytics; otherwise both calls answer 403.
    bool analytics_enabled{true};
};

/// Serves `GET /analytics/videos/plays`, `GET /analytics/live-streams/plays`, `POST /auth/api-key` and `POST
/// /auth/refresh` on 127.0.0.1, as the service documents them: parameters, answers, errors, pages, rate limits. Its
/// data are made up, the same at every start, and agree with each other: a period has the same sum of plays in every
/// dimension.
///
/// Safe to use from many threads. It serves from its own threads until it is destroyed; end the clients before it,
/// since it waits for their connections to go idle.
class APIVIDEO_EXPORT DemoServer {
  public:
    /// Starts to serve.
    /// @throws InvalidRequestException where an option cannot be used; its field() names it.
    /// @throws std::runtime_error where the port cannot be had.
    explicit DemoServer(const DemoServerOptions& options = {});
    DemoServer(const DemoServer&) = delete;
    DemoServer& operator=(const DemoServer&) = delete;
    /// Ends serving.
    ~DemoServer();

    /// `http://127.0.0.1:port`.
    [[nodiscard]] const std::string& base_url() const noexcept;
    /// The API key that is accepted.
    [[nodiscard]] const std::string& api_key() const noexcept;
    /// The server's day. Data end before it.
    [[nodiscard]] date::sys_days today() const noexcept;
    /// The port it serves on.
    [[nodiscard]] std::uint16_t port() const noexcept;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace apivideo::testing
