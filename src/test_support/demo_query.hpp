// SPDX-License-Identifier: MIT
// The query of a plays call: read, judged as the service does, and written again for the links of a page.
#pragma once

#include "test_support/demo_catalogue.hpp"
#include "test_support/demo_parameters.hpp"
#include "test_support/demo_plays.hpp"

#include <date/date.h>

#include <string>
#include <string_view>

namespace apivideo::detail {

/// A plays call that can be answered.
struct DemoQuery {
    DemoSelection selection;
    DemoPage page{};
    std::string kept{};  ///< What the service's links keep of the parameters: not the period.
};

/// @throws DemoRefusal where the service documents one. Parameters are judged in the order of the documentation;
/// unknown ones are ignored.
[[nodiscard]] DemoQuery parse_demo_query(DemoMedia media, std::string_view query, const DemoPlays& plays,
                                         date::sys_days today);

}  // namespace apivideo::detail
