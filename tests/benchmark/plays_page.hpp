// SPDX-License-Identifier: MIT
// The page that is measured with: about what the service sends.
#pragma once

#include <cstdint>
#include <string>

namespace apivideo::benchmark {

constexpr int rows_a_page = 100;

/// The body of page @p number of @p pages: rows with ids of 24 characters, counters and links; 5.6 KB.
[[nodiscard]] std::string page_body(std::int64_t number, std::int64_t pages);

/// What all rows of a page add up to, so that whoever reads it can show that they did.
[[nodiscard]] std::int64_t plays_of_page();

}  // namespace apivideo::benchmark
