// SPDX-License-Identifier: MIT
// What is reported, whatever call it comes from: a number for each value of a column.
#pragma once

#include "question.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace analytics_report {

struct Row {
    Row() = default;
    /// Exact to 64 bits.
    Row(std::string name, std::int64_t count);
    /// Unset: there is no value, which is not 0.
    Row(std::string name, std::optional<double> measured);

    std::string value{};  ///< As the service wrote it. Empty for one number.
    std::optional<double> number{};
    std::string text{};  ///< The number as programs read it; empty if there is none.
};

struct Report {
    Question question{};
    std::vector<Row> rows{};
    std::optional<apivideo::MetricsContext> context{};  ///< Of the /data calls: as the first answer said.
    std::optional<apivideo::Pagination> pagination{};   ///< Over many pages: what they have in common.
    std::optional<std::int64_t> pages{};                ///< How many were walked over. Unset: one was asked for.
    apivideo::RateLimit rate_limit{};                   ///< As the last answer said.
    date::sys_seconds made_at{};
};

/// Is told of each page of a walk: how many have come, of how many, and how many rows they have.
using OnPage = std::function<void(std::int64_t pages, std::optional<std::int64_t> of, std::size_t rows)>;

/// Asks for the number, the page or the pages that @p options want.
[[nodiscard]] Report fetch_report(const apivideo::AnalyticsApi& analytics, const Options& options,
                                  date::sys_seconds now, const OnPage& on_page);

struct Period {
    date::sys_seconds begin{};
    date::sys_seconds end{};  ///< Excluded. If it is not after `begin`, the period is empty.
};
[[nodiscard]] Period period_of(const Report& report);

/// The total for people, or that it is too large to be exact.
[[nodiscard]] std::string total_text(const Report& report);
/// Unset if it is not exact, or the numbers do not add up to anything.
[[nodiscard]] std::optional<double> total_of(const Report& report);

/// Whether there may be rows that are not in the report.
[[nodiscard]] bool is_part(const Report& report);

/// Whether the first page that was asked for is behind the last one.
[[nodiscard]] bool is_past_the_end(const Report& report);

/// Such as `page 2 of 7` or `pages 1 to 7 of 7`, or that there is no such page; empty where the service does not say.
[[nodiscard]] std::string pages_of(const Report& report);

/// The value of @p row for people: a country's name beside its code, a word for nothing.
[[nodiscard]] std::string shown_value(const Question& question, const Row& row);

/// The number of @p row for people, with few places; a dash if there is none.
[[nodiscard]] std::string shown_number(const Row& row);

}  // namespace analytics_report
