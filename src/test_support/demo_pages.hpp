// SPDX-License-Identifier: MIT
// A page of rows as the JSON that the service answers with.
#pragma once

#include "test_support/demo_plays.hpp"
#include "test_support/demo_query.hpp"

#include <string>
#include <vector>

namespace apivideo::detail {

/// The page of @p rows that @p query asks for; past the last page it has no rows. There is a first page even of
/// nothing.
[[nodiscard]] std::string demo_page(const DemoQuery& query, const std::vector<DemoRow>& rows);

}  // namespace apivideo::detail
