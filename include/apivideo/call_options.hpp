// SPDX-License-Identifier: MIT
/// @file
/// @brief What can be set for a single call.
#pragma once

#include <apivideo/cancellation.hpp>

#include <chrono>
#include <optional>

namespace apivideo {

/// What can be set for a single call.
struct CallOptions {
    /// The time that the whole call may take: waits, logins, retries and the last byte of the answer included. Must be
    /// positive. Unset: ClientOptions::timeout (60 s unless changed there).
    std::optional<std::chrono::milliseconds> timeout{};

    /// Ends the call when cancelled: it then throws a TransportException with TransportFailure::cancelled, promptly.
    CancellationToken cancellation{};
};

}  // namespace apivideo
