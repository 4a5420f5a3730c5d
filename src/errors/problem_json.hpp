// SPDX-License-Identifier: MIT
// The body of an error response, from JSON to Problem.
#pragma once

#include <apivideo/error_models.hpp>

#include <string_view>

namespace apivideo::detail {

/// Empty if @p body is not one valid JSON object; a member of another type than documented is unset.
[[nodiscard]] Problem decode_problem(std::string_view body);

}  // namespace apivideo::detail
