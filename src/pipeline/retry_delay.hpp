// SPDX-License-Identifier: MIT
// How long to wait before a request is repeated: arithmetic only.
#pragma once

#include <apivideo/client_options.hpp>
#include <apivideo/http/http_transport.hpp>

#include <chrono>
#include <optional>

namespace apivideo::detail {

/// A random part of a time that doubles with each attempt.
/// @param attempt the number of the attempt that failed, from 1.
/// @param random from 0 to below 1.
[[nodiscard]] std::chrono::milliseconds backoff(const RetryOptions& options, int attempt, double random) noexcept;

/// The wait that @p response asks for, at most max_wait: `X-RateLimit-Retry-After` if the rate limit is used up, else
/// `Retry-After`. Unset if neither is there or makes sense.
[[nodiscard]] std::optional<std::chrono::milliseconds> wait_asked_for(const HttpResponse& response,
                                                                      std::chrono::system_clock::time_point now);

/// The wait before the next attempt: what the answer asks for, but never less than the backoff.
[[nodiscard]] std::chrono::milliseconds retry_delay(const HttpResponse& response, std::chrono::milliseconds backoff,
                                                    std::chrono::system_clock::time_point now);

}  // namespace apivideo::detail
