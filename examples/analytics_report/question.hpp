// SPDX-License-Identifier: MIT
// What was asked: as the service names it, and in words.
#pragma once

#include "options.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace analytics_report {

enum class Shape { one_number = 1, breakdown, over_time };

/// What is measured.
struct Measure {
    std::string name{"plays"};   ///< As the service names it.
    std::string title{"Plays"};  ///< Such as `Plays` or `Play rate`.
    std::string one{"play"};     ///< What a number counts; empty if it is a bare number.
    std::string many{"plays"};
    bool adds_up{true};    ///< Whether the numbers of rows may be added up.
    bool all_time{false};  ///< Whether it is not of a period.
};

struct Question {
    Shape shape{Shape::breakdown};
    Measure measure{};
    std::string of{};         ///< Such as ` of videos`; empty for everything.
    std::string dimension{};  ///< As the service names it, such as `deviceType` or `device-type`.
    /// The members of a row in JSON, the header in CSV.
    std::string value_name{"value"};
    std::string number_name{"plays"};
    std::optional<date::sys_seconds> from{};  ///< Unset: a day before the end.
    std::optional<date::sys_seconds> to{};    ///< Excluded. Unset: up to when it was asked.
    bool whole_days{false};                   ///< Whether the day of asking is left out as a whole if `to` is unset.
    bool zero_if_missing{false};              ///< Whether a time without a row is known to have none.
    std::optional<std::string> interval{};    ///< As asked for, of rows over time.
    std::string subject{};  ///< Such as `Plays of videos by country from 2023-06-01 until 2023-06-10 (excluded), UTC`.
    std::vector<std::pair<std::string, std::string>> asked{};  ///< Each parameter, for people.
};

[[nodiscard]] Question question_of(const apivideo::VideosPlaysRequest& request);
[[nodiscard]] Question question_of(const apivideo::LiveStreamsPlaysRequest& request);
[[nodiscard]] Question question_of(const apivideo::AggregatedMetricsRequest& request);
[[nodiscard]] Question question_of(const apivideo::MetricsBreakdownRequest& request);
[[nodiscard]] Question question_of(const apivideo::MetricsOverTimeRequest& request);

}  // namespace analytics_report
