// SPDX-License-Identifier: MIT
/// @file
/// @brief The service on this machine: a real HTTP server for demonstrations and tests, which needs no account.
#pragma once

#include <apivideo/test_support/demo_options.hpp>
#include <apivideo/test_support/export.hpp>

#include <date/date.h>

#include <cstdint>
#include <memory>
#include <string>

namespace apivideo::test_support {

/// Serves `GET /analytics/videos/plays`, `GET /analytics/live-streams/plays`, `GET
/// /data/metrics/{metric}/{aggregation}`, `GET /data/buckets/{metric}/{breakdown}`, `GET /data/timeseries/{metric}`,
/// `POST /auth/api-key` and `POST /auth/refresh` on 127.0.0.1, as the service documents them: parameters, answers,
/// errors, pages, rate limits, and links, of which those of the plays calls leave out the period. Its data are made up,
/// the same at every start, and agree with each other: a period has the same sum of plays in every call and dimension.
///
/// The data of the plays calls end before the server's day. Those of the /data calls go on to the present, up to the
/// end of that day; if DemoServerOptions::today is set, they end at its beginning, so that answers do not depend on the
/// time of day.
///
/// Safe to use from many threads. It serves 64 connections at once; more of them wait until others go. It serves from
/// its own threads until it is destroyed; end the clients before it, since it waits for their connections to go idle.
class APIVIDEO_TEST_SUPPORT_EXPORT DemoServer {
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
    /// The server's day. The data of the plays calls end before it.
    [[nodiscard]] date::sys_days today() const noexcept;
    /// The port it serves on.
    [[nodiscard]] std::uint16_t port() const noexcept;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace apivideo::test_support
