// SPDX-License-Identifier: MIT
// Rows and numbers as the JSON that the service answers with.
#pragma once

#include "test_support/demo_events.hpp"
#include "test_support/demo_plays.hpp"
#include "test_support/demo_query.hpp"
#include "test_support/demo_rows.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace apivideo::detail {

/// The page of @p rows that @p query asks for; past the last page it has no rows. There is a first page even of
/// nothing.
[[nodiscard]] std::string demo_page(const DemoQuery& query, const std::vector<DemoRow>& rows);

/// What an answer of a /data call is to.
struct DemoContext {
    std::string metric;
    std::string_view part;  ///< `breakdown`.
    std::string of_part;    ///< `country`.
    DemoPeriod timeframe;
};

/// The answer of /data/metrics; null where there is no number.
[[nodiscard]] std::string demo_number(const DemoContext& context, std::optional<double> number);

/// Which rows there are, and which of them to answer with.
struct DemoDataPage {
    std::string_view key_name;  ///< `dimensionValue`.
    const std::vector<DemoDataRow>& rows;
    std::string target;  ///< Path and parameters but for those of the page, with `?` or `&` after them.
    DemoPage page;
};

/// As demo_page(), of /data/buckets and /data/timeseries. Their links keep all parameters.
[[nodiscard]] std::string demo_data_page(const DemoContext& context, const DemoDataPage& page);

}  // namespace apivideo::detail
