// SPDX-License-Identifier: MIT
// Keeps calls within the service's rate limit.
#pragma once

#include <apivideo/http/http_transport.hpp>

#include "pipeline/clock.hpp"

#include <memory>

namespace apivideo::detail {

/// Sends no more GET requests than the answers say remain in the window. The others wait until the window ends. If that
/// is past the deadline of a call, its request is sent at once.
[[nodiscard]] std::shared_ptr<HttpTransport> make_pacing(std::shared_ptr<HttpTransport> inner, Clock clock);

}  // namespace apivideo::detail
