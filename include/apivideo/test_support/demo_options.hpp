// SPDX-License-Identifier: MIT
/// @file
/// @brief What can be set on a DemoServer.
#pragma once

#include <apivideo/test_support/export.hpp>

#include <date/date.h>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace apivideo::test_support {

/// What can be set on a DemoServer.
struct DemoServerOptions {
    /// The port on 127.0.0.1. 0: any that is free.
    std::uint16_t port{0};
    /// The API key that is accepted.
    std::string api_key{"demo-key"};
    /// What the plays are made from: the same seed and day give the same data.
    std::uint64_t seed{1};
    /// The server's day, in UTC, and the end of all data. Unset: the day on which the server is made, of which the
    /// /data calls have what has passed. It stays that day.
    std::optional<date::sys_days> today{};
    /// Requests allowed in a window. The service allows 500 in production and 100 in the sandbox. At least 1.
    std::int64_t rate_limit{500};
    /// How long a window is; a new one begins when a request comes after its end. Must be positive.
    std::chrono::milliseconds rate_limit_window{std::chrono::seconds{60}};
    /// How long every answer is held back.
    std::chrono::milliseconds latency{0};
    /// How long a token is accepted: the `expires_in` of logins.
    std::chrono::seconds token_lifetime{3600};
    /// Whether the project has analytics; otherwise its calls answer 403.
    bool analytics_enabled{true};

    /// Member by member.
    friend APIVIDEO_TEST_SUPPORT_EXPORT bool operator==(const DemoServerOptions& a, const DemoServerOptions& b);
    /// Not equal.
    friend bool operator!=(const DemoServerOptions& a, const DemoServerOptions& b) { return !(a == b); }
};

}  // namespace apivideo::test_support
