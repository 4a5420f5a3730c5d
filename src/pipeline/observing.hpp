// SPDX-License-Identifier: MIT
// Tells an observer of every attempt.
#pragma once

#include <apivideo/http/http_transport.hpp>
#include <apivideo/observer.hpp>

#include "pipeline/clock.hpp"

#include <memory>

namespace apivideo::detail {

/// Exceptions of @p observer are ignored.
[[nodiscard]] std::shared_ptr<HttpTransport> make_observing(std::shared_ptr<HttpTransport> inner, Observer observer,
                                                            Clock clock);

}  // namespace apivideo::detail
