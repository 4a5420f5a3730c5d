// SPDX-License-Identifier: MIT
// From what a caller set to what goes down the stack: timeouts become deadlines.
#pragma once

#include <apivideo/call_options.hpp>
#include <apivideo/http/http_transport.hpp>

#include <chrono>

namespace apivideo::detail {

/// @throws InvalidRequestException of field `timeout` unless @p timeout is positive.
void check_timeout(std::chrono::milliseconds timeout);

/// @p now plus @p wait, or the last time point there is.
[[nodiscard]] std::chrono::steady_clock::time_point saturated_sum(std::chrono::steady_clock::time_point now,
                                                                  std::chrono::milliseconds wait) noexcept;

/// The context of a call that begins at @p begin.
/// @throws InvalidRequestException of field `timeout`.
[[nodiscard]] CallContext call_context(const CallOptions& options, std::chrono::milliseconds default_timeout,
                                       std::chrono::steady_clock::time_point begin = std::chrono::steady_clock::now());

/// Whatever the transport, a call that nobody waits for any more is not sent.
/// @throws TransportException where @p context was cancelled or its deadline has passed.
void check_may_send(const CallContext& context);

}  // namespace apivideo::detail
