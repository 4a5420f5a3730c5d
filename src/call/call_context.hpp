// SPDX-License-Identifier: MIT
// The deadline and the cancellation of a call: made from its options, and checked.
#pragma once

#include <apivideo/call_options.hpp>
#include <apivideo/errors.hpp>
#include <apivideo/http/http_transport.hpp>

#include <chrono>
#include <string_view>

namespace apivideo::detail {

/// @throws InvalidRequestException of field `timeout` unless @p timeout is positive.
void check_timeout(std::chrono::milliseconds timeout);

/// @p now plus @p wait, at most the last time point that there is.
[[nodiscard]] std::chrono::steady_clock::time_point saturated_sum(std::chrono::steady_clock::time_point now,
                                                                  std::chrono::milliseconds wait) noexcept;

/// The context of a call that begins at @p begin.
/// @throws InvalidRequestException of field `timeout`.
[[nodiscard]] CallContext call_context(const CallOptions& options, std::chrono::milliseconds client_timeout,
                                       std::chrono::steady_clock::time_point begin = std::chrono::steady_clock::now());

/// The one check of deadline and cancellation.
/// @param doing what the call is doing, or the origin that is to answer it: the message begins with it.
/// @throws TransportException if @p context was cancelled or its deadline has passed at @p now.
void check_still_wanted(const CallContext& context, std::chrono::steady_clock::time_point now, std::string_view doing);

/// The exceptions of that check, for code that learns in another way that a call has ended.
[[nodiscard]] TransportException deadline_passed(std::string_view doing);
[[nodiscard]] TransportException cancelled_by_caller(std::string_view doing);

}  // namespace apivideo::detail
