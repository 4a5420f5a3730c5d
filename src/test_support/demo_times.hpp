// SPDX-License-Identifier: MIT
// Date-times as the /data calls write them.
#pragma once

#include <date/date.h>

#include <optional>
#include <string>
#include <string_view>

namespace apivideo::detail {

/// `2023-06-20T00:00:00+02:00` or with `Z`: whole seconds, and an offset. Nothing else.
[[nodiscard]] std::optional<date::sys_seconds> parse_demo_time(std::string_view text);

/// `2023-06-20T00:00:00+00:00`.
[[nodiscard]] std::string demo_time_text(date::sys_seconds time);

}  // namespace apivideo::detail
