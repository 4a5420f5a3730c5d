// SPDX-License-Identifier: MIT
// The three /data calls: from path and query to the answer.
#pragma once

#include "test_support/demo_data_query.hpp"
#include "test_support/demo_events.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace apivideo::detail {

/// A path of one of the calls, whether or not there are such a metric and part.
struct DemoDataPath {
    DemoDataCall call;
    std::string metric;
    std::string part;  ///< The aggregation or the breakdown.
};

/// Unset if @p path is that of no /data call.
[[nodiscard]] std::optional<DemoDataPath> parse_demo_data_path(std::string_view path);

/// The JSON of the answer.
/// @throws DemoRefusal where the service refuses: first the path, then the query.
[[nodiscard]] std::string answer_demo_data(const DemoDataPath& path, std::string_view query, const DemoEvents& events,
                                           date::sys_seconds now);

}  // namespace apivideo::detail
