// SPDX-License-Identifier: MIT
// Repeats requests after transient failures.
#pragma once

#include <apivideo/client_options.hpp>
#include <apivideo/http/http_transport.hpp>

#include "pipeline/clock.hpp"

#include <memory>

namespace apivideo::detail {

/// Repeats GET requests after 408, 429, 500, 502, 503, 504 and the failures resolve, connect, connection_closed and
/// truncated. If the wait would end past the deadline, the caller gets the last answer or failure at once.
/// @throws InvalidRequestException of field `retry` if @p options make no sense.
[[nodiscard]] std::shared_ptr<HttpTransport> make_retrying(std::shared_ptr<HttpTransport> inner,
                                                           const RetryOptions& options, Clock clock, Random random);

}  // namespace apivideo::detail
