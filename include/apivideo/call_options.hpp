// SPDX-License-Identifier: MIT
/// @file
/// @brief Options of a single call.
#pragma once

#include <apivideo/cancellation.hpp>

#include <chrono>
#include <optional>

namespace apivideo {

/// Time limit of a call if neither the call nor the client sets one. Longer than the service's rate limit window of a
/// minute, so that a call can wait for the next one.
inline constexpr std::chrono::milliseconds default_timeout{std::chrono::seconds{120}};

/// Options of a single call.
struct CallOptions {
    /// Time limit of the whole call, including waits, logins and retries. Must be positive. Unset:
    /// ClientOptions::timeout.
    std::optional<std::chrono::milliseconds> timeout{};

    /// Ends the call at once when cancelled: it throws a TransportException of TransportFailure::cancelled.
    CancellationToken cancellation{};
};

}  // namespace apivideo
