// SPDX-License-Identifier: MIT
// What is reported: the rows and where they come from.
#pragma once

#include "options.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace analytics_report {

/// What was asked, as the service names it.
struct Question {
    std::string kind{"videos"};  ///< Or `live streams`.
    date::year_month_day from{};
    std::optional<date::year_month_day> to{};  ///< Excluded. Unset: up to the day of asking.
    std::string dimension{};
    std::optional<std::string> filter{};  ///< Such as `videoId:vi3q7HxhApxRF1c8F8r6VeaI`.
};

/// The pages that a report over many is made from. There is none where the first one was empty.
struct WalkedPages {
    std::int64_t first{1};
    std::int64_t count{0};
};

struct Report {
    std::string subject{};  ///< Such as `Plays of videos by country from 2023-06-01 until 2023-06-10 (excluded), UTC`.
    Question question{};
    std::vector<apivideo::AnalyticsData> rows{};
    apivideo::Pagination pagination{};   ///< Over many pages: what they have in common.
    std::optional<WalkedPages> pages{};  ///< Unset: one page, which `pagination` tells of.
    apivideo::RateLimit rate_limit{};    ///< As the last answer said.
    date::sys_seconds made_at{};
};

/// Is told of each page of a walk: how many have come, of how many, and how many rows they have.
using OnPage = std::function<void(std::int64_t pages, std::optional<std::int64_t> of, std::size_t rows)>;

/// Asks for the page or the pages that @p options want.
[[nodiscard]] Report fetch_report(const apivideo::AnalyticsApi& analytics, const Options& options,
                                  date::sys_seconds now, const OnPage& on_page);

/// The days that are asked for.
struct Period {
    date::sys_days begin{};
    date::sys_days end{};  ///< Excluded; not after `begin` where there is none.
};
[[nodiscard]] Period period_of(const Report& report);

/// The plays of all rows together; unset where 64 bits cannot hold them.
[[nodiscard]] std::optional<std::int64_t> total_plays(const std::vector<apivideo::AnalyticsData>& rows);

/// Whether there may be rows that are not in the report.
[[nodiscard]] bool is_part(const Report& report);

/// Whether the first page that was asked for is behind the last one.
[[nodiscard]] bool is_past_the_end(const Report& report);

/// Such as `page 2 of 7` or `pages 2 to 7 of 7`, or that there is no such page; empty where the service does not say.
[[nodiscard]] std::string pages_of(const Report& report);

}  // namespace analytics_report
