// SPDX-License-Identifier: MIT
// What can be read off an answer: the time of a row, equality.
#include <apivideo/analytics/plays_response.hpp>

#include <apivideo/analytics/plays_request.hpp>

#include "text/ascii.hpp"

#include <string_view>

namespace apivideo {
namespace {

/// Reads a time from left to right; once something does not fit, everything after fails too.
class TimeReader {
  public:
    explicit TimeReader(std::string_view text) : rest_{text} {}

    int digits(std::size_t count) {
        int number = 0;
        for (std::size_t i = 0; i < count; ++i) {
            if (rest_.empty() || !detail::is_digit(rest_.front())) return fail();
            number = number * 10 + (rest_.front() - '0');
            rest_.remove_prefix(1);
        }
        return number;
    }
    bool skip(char expected) {
        if (rest_.empty() || rest_.front() != expected) return false;
        rest_.remove_prefix(1);
        return true;
    }
    void require(char expected) {
        if (!skip(expected)) (void)fail();
    }
    /// One digit or more after the point, of which three count.
    std::chrono::milliseconds fraction() {
        int milliseconds = 0;
        int read = 0;
        for (; !rest_.empty() && detail::is_digit(rest_.front()); ++read, rest_.remove_prefix(1))
            if (read < 3) milliseconds = milliseconds * 10 + (rest_.front() - '0');
        if (read == 0) (void)fail();
        for (; read < 3; ++read) milliseconds *= 10;
        return std::chrono::milliseconds{milliseconds};
    }
    [[nodiscard]] bool done() const { return !failed_ && rest_.empty(); }

  private:
    int fail() {
        failed_ = true;
        rest_ = {};
        return 0;
    }

    std::string_view rest_;
    bool failed_ = false;
};

}  // namespace

std::optional<date::sys_time<std::chrono::milliseconds>> emitted_at(const AnalyticsData& row) {
    const std::string_view value{row.value};
    const std::optional<date::year_month_day> day = day_from_string(value.substr(0, 10));
    if (!day) return std::nullopt;
    TimeReader reader{value.substr(10)};
    reader.require('T');
    const int hour = reader.digits(2);
    reader.require(':');
    const int minute = reader.digits(2);
    reader.require(':');
    const int second = reader.digits(2);
    const std::chrono::milliseconds fraction = reader.skip('.') ? reader.fraction() : std::chrono::milliseconds{0};
    reader.require('Z');
    if (!reader.done() || hour > 23 || minute > 59 || second > 59) return std::nullopt;
    return date::sys_days{*day} + std::chrono::hours{hour} + std::chrono::minutes{minute} +
           std::chrono::seconds{second} + fraction;
}

}  // namespace apivideo
