// SPDX-License-Identifier: MIT
/// @file
/// @brief The responses of the plays calls.
#pragma once

#include <apivideo/analytics/pagination.hpp>
#include <apivideo/detail/equality.hpp>
#include <apivideo/export.hpp>
#include <apivideo/http/http_transport.hpp>
#include <apivideo/rate_limit.hpp>

#include <date/date.h>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace apivideo {

/// One row: a value of the requested dimension, and its plays.
struct AnalyticsData {
    std::string value{};    ///< `value`: an id, a time, a country, ... as the service wrote it.
    std::int64_t plays{0};  ///< `plays`: how often it was played.

    friend auto members(const AnalyticsData& self) { return std::tie(self.value, self.plays); }
};

/// When the plays of a row of dimension `emittedAt` began: the start of its hour or day, in UTC.
/// @param row a row whose value is like `2023-06-10T10:00:00.000Z`; fractions finer than a millisecond are cut off.
/// @return unset if the value is not such a time.
[[nodiscard]] APIVIDEO_EXPORT std::optional<date::sys_time<std::chrono::milliseconds>> emitted_at(
    const AnalyticsData& row);

/// One page of plays. The service's `AnalyticsPlaysResponse`. There is no `==`, since the headers of two responses
/// differ even if the rows are the same: compare `data`.
// Exported, because the visibility of PageWalk<AnalyticsPlaysResponse> depends on it.
struct APIVIDEO_EXPORT AnalyticsPlaysResponse {
    std::vector<AnalyticsData> data{};  ///< `data`: the rows of this page.
    Pagination pagination{};            ///< `pagination`: where this page is among the others.
    RateLimit rate_limit{};             ///< The rate limit headers.
    HttpResponse http{};                ///< The whole response as received: status, headers, body.
};

}  // namespace apivideo
