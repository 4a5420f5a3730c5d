// SPDX-License-Identifier: MIT
// Whether a demo server can be made of its options.
#pragma once

#include <apivideo/test_support/demo_options.hpp>

namespace apivideo::detail {

/// @throws InvalidRequestException naming the first option that cannot be used.
void check_demo_options(const test_support::DemoServerOptions& options);

}  // namespace apivideo::detail
