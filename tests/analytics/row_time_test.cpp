// SPDX-License-Identifier: MIT
// The times of rows, in every form in which the service writes them.
#include <apivideo/analytics/metrics_response.hpp>
#include <apivideo/analytics/plays_response.hpp>

#include <gtest/gtest.h>

#include <chrono>
#include <optional>
#include <string>

namespace apivideo {
namespace {

using date::literals::operator""_y;
using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;
using Time = date::sys_time<milliseconds>;

/// Of a row of both calls, which are read alike.
std::optional<Time> time_of(const std::string& value) {
    const std::optional<Time> time = emitted_at(OverTimeData{value, 1});
    EXPECT_EQ(emitted_at(AnalyticsData{value, 1}), time) << value;
    return time;
}

TEST(EmittedAt, is_the_time_that_the_value_says) {
    const Time ten = date::sys_days{2023_y / 6 / 10} + hours{10};
    const struct {
        const char* value;
        Time time;
    } cases[] = {{"2023-06-10T10:00:00.000Z", ten},
                 {"2023-06-10T10:00:00Z", ten},
                 {"2023-06-10T10:00:00.5Z", ten + milliseconds{500}},
                 {"2023-06-10T10:00:00.05Z", ten + milliseconds{50}},
                 {"2023-06-10T10:00:00.123Z", ten + milliseconds{123}},
                 {"2023-06-10T10:00:00.1239999999999999999999Z", ten + milliseconds{123}},
                 {"2023-06-10T10:59:58.000Z", ten + minutes{59} + seconds{58}},
                 {"2023-06-10T00:00:00.000Z", ten - hours{10}},
                 {"2024-02-29T23:59:59.999Z", date::sys_days{2024_y / 3 / 1} - milliseconds{1}},
                 {"1969-12-31T23:59:59.999Z", Time{milliseconds{-1}}},
                 {"0000-01-01T00:00:00Z", date::sys_days{0_y / 1 / 1}},
                 {"9999-12-31T00:00:00Z", date::sys_days{9999_y / 12 / 31}},
                 // With an offset, as the service's answers have it.
                 {"2023-06-10T10:00:00+00:00", ten},
                 {"2023-06-10T10:00:00-00:00", ten},
                 {"2023-06-10T12:00:00+02:00", ten},
                 {"2023-06-10T04:30:00-05:30", ten},
                 {"2023-06-11T00:00:00.250+14:00", ten + milliseconds{250}},
                 {"2023-06-10T12:00:00+0200", ten},
                 // As the guide has a timeframe.
                 {"2023-06-10T10:00:00+00", ten},
                 {"2023-06-10T12:00:00+02", ten},
                 // As the published document has `emittedAt`: the offset is behind the hour.
                 {"2023-06-10T10+00:00:00:00", ten},
                 {"2023-06-10T12+02:00:30:15", ten + minutes{30} + seconds{15}},
                 // A day alone.
                 {"2023-06-10", date::sys_days{2023_y / 6 / 10}}};
    for (const auto& c : cases) EXPECT_EQ(time_of(c.value), c.time) << c.value;
}

TEST(EmittedAt, is_unset_where_the_value_is_no_such_time) {
    using namespace std::string_literals;
    for (const std::string& value : {""s,
                                     "france"s,
                                     "vi3q7HxhApxRF1c8F8r6VeaI"s,
                                     "2023"s,
                                     "2023-06-10T10:00"s,
                                     "2023-06-10T10:00:00"s,
                                     "2023-06-10T10:00:00.000"s,
                                     "2023-06-10T10:00:00.Z"s,
                                     "2023-06-10T10:00:00,000Z"s,
                                     "2023-06-10T10:00:00.000z"s,
                                     "2023-06-10t10:00:00Z"s,
                                     "2023-06-10 10:00:00Z"s,
                                     "2023-06-10T10:00:00ZZ"s,
                                     "2023-06-10T10:00:00Z "s,
                                     " 2023-06-10T10:00:00Z"s,
                                     "2023-6-10T10:00:00Z"s,
                                     "2023-06-10T1:00:00Z"s,
                                     "2023/06/10T10:00:00Z"s,
                                     "2023-13-10T10:00:00Z"s,
                                     "2023-00-10T10:00:00Z"s,
                                     "2023-06-31T10:00:00Z"s,
                                     "2023-02-29T10:00:00Z"s,
                                     "2023-06-00T10:00:00Z"s,
                                     "2023-06-10T24:00:00Z"s,
                                     "2023-06-10T10:60:00Z"s,
                                     "2023-06-10T10:00:60Z"s,
                                     "-023-06-10T10:00:00Z"s,
                                     "+2023-06-10T10:00:00Z"s,
                                     "12023-06-10T10:00:00Z"s,
                                     "2023-06-10T10:00:00.00\0Z"s,
                                     "2023-06-10T10:00:-1Z"s,
                                     "2023-06-10T10:00:00+24:00"s,
                                     "2023-06-10T10:00:00+00:60"s,
                                     "2023-06-10T10:00:00+0"s,
                                     "2023-06-10T10:00:00+000"s,
                                     "2023-06-10T10:00:00+00:0"s,
                                     "2023-06-10T10:00:00+00:00:00"s,
                                     "2023-06-10T10:00:00++00:00"s,
                                     "2023-06-10T10:00:00 00:00"s,
                                     "2023-06-10T10:00:00.+00:00"s,
                                     "2023-06-10T10:00:00+00:00Z"s,
                                     "2023-06-10T10:00+00:00"s,
                                     "2023-06-10T10+00:00"s,
                                     "2023-06-10T10+00:00:00"s,
                                     "2023-06-10T10+00:00:60:00"s,
                                     "2023-06-10T24+00:00:00:00"s,
                                     "2023-06-10T10+00:00:00:00Z"s,
                                     "2023-06-10T"s,
                                     "\xd9\xa2"
                                     "023-06-10T10:00:00Z"s})
        EXPECT_EQ(time_of(value), std::nullopt) << value;
}

}  // namespace
}  // namespace apivideo
