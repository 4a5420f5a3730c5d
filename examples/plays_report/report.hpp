// SPDX-License-Identifier: MIT
// What is reported: the rows and where they come from.
#pragma once

#include "options.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace plays_report {

struct Report {
    std::string subject{};  ///< Such as `Plays of videos by country from 2023-06-01 until 2023-06-10 (excluded), UTC`.
    std::string dimension{};  ///< The service's name of it.
    std::vector<apivideo::AnalyticsData> rows{};
    apivideo::Pagination pagination{};
    apivideo::RateLimit rate_limit{};
};

[[nodiscard]] Report fetch_report(const apivideo::AnalyticsApi& analytics, const Request& request);

/// The plays of all rows together; unset where 64 bits cannot hold them.
[[nodiscard]] std::optional<std::int64_t> total_plays(const std::vector<apivideo::AnalyticsData>& rows);

}  // namespace plays_report
