// SPDX-License-Identifier: MIT
// What the benchmarks' servers answer: pages, and a token.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace apivideo::benchmark {

/// Size of the first whole request in @p received; 0 where there is none yet.
[[nodiscard]] std::size_t request_size(std::string_view received);

/// A token for a login, one of @p pages pages for everything else.
[[nodiscard]] std::string answer_to(std::string_view request, std::int64_t pages);

[[nodiscard]] bool is_login(std::string_view request);

}  // namespace apivideo::benchmark
