// SPDX-License-Identifier: MIT
// Keeps calls within the service's rate limit.
#pragma once

#include <apivideo/http/http_transport.hpp>

#include "pipeline/clock.hpp"

#include <memory>

namespace apivideo::detail {

/// Lets out no more GET requests than the answers say remain in the window, and holds the rest until it ends; if that
/// is past a call's deadline, the request goes at once.
[[nodiscard]] std::shared_ptr<HttpTransport> make_pacing(std::shared_ptr<HttpTransport> inner, Clock clock);

}  // namespace apivideo::detail
