// SPDX-License-Identifier: MIT
// Repeats requests that failed in passing.
#pragma once

#include <apivideo/client_options.hpp>
#include <apivideo/http/http_transport.hpp>

#include "pipeline/clock.hpp"

#include <memory>

namespace apivideo::detail {

/// Repeats GET requests after 408, 429, 500, 502, 503, 504 and the failures resolve, connect, connection_closed and
/// truncated. A wait that does not fit the deadline is not begun: the answer or failure at hand is the caller's, at
/// once.
/// @throws InvalidRequestException of field `retry` where @p options make no sense.
[[nodiscard]] std::shared_ptr<HttpTransport> make_retrying(std::shared_ptr<HttpTransport> inner,
                                                           const RetryOptions& options, Clock clock, Random random);

}  // namespace apivideo::detail
