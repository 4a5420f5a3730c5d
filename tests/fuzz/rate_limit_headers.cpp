// SPDX-License-Identifier: MIT
// Whatever headers say: no wait is negative or beyond ten years, and dates mean one moment.
#include "http/rate_limit_headers.hpp"
#include "fuzz/invariants.hpp"
#include "fuzz/targets.hpp"
#include "http/http_date.hpp"
#include "pipeline/rate_window.hpp"
#include "pipeline/retry_delay.hpp"
#include "text/ascii.hpp"

#include <date/date.h>

#include <array>
#include <cstdio>

namespace apivideo::fuzz {
namespace {

using namespace std::chrono_literals;
using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr seconds ten_years{10LL * 365 * 24 * 3600};

std::string_view take_line(std::string_view& text) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    return line;
}

HttpResponse response_of(std::string_view text) {
    HttpResponse response;
    response.status = static_cast<int>(detail::parse_number(take_line(text)).value_or(0) % 1000);
    while (!text.empty()) {
        const std::string_view line = take_line(text);
        const std::size_t colon = std::min(line.find(':'), line.size());
        const std::string_view value = line.substr(std::min(colon + 1, line.size()));
        response.headers.add(std::string{line.substr(0, colon)}, std::string{value});
    }
    return response;
}

std::string written(std::chrono::system_clock::time_point time) {
    constexpr std::array<const char*, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                 "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto day = date::floor<date::days>(time);
    const date::year_month_day date{day};
    const date::hh_mm_ss<seconds> clock{date::floor<seconds>(time - day)};
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "Mon, %02u %s %04d %02d:%02d:%02d GMT", static_cast<unsigned>(date.day()),
                  months.at(static_cast<unsigned>(date.month()) - 1), static_cast<int>(date.year()),
                  static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                  static_cast<int>(clock.seconds().count()));
    return text.data();
}

void check_date(std::string_view text, std::chrono::system_clock::time_point now) {
    const auto time = detail::parse_http_date(text, now);
    if (!time) return;
    require(*time >= date::sys_days{date::year{1900} / 1 / 1} && *time <= date::sys_days{date::year{2201} / 1 / 1},
            "a date is one that the clock can hold");
    if (*time < date::sys_days{date::year{2201} / 1 / 1})
        require(detail::parse_http_date(written(*time), now) == time, "a date written anew is the same moment");
}

void check_window(const RateLimit& limit) {
    const detail::RateWindow::time_point now{1h};
    detail::RateWindow window;
    for (int i = 0; i < 3 && window.may_start(now); ++i) {
        window.answered(window.started(now - 1s), now, limit);
        const bool told = limit.remaining && limit.retry_after;
        require(window.end().has_value() == told, "a window ends where an answer tells its end");
        if (told)
            require(*window.end() > now && *window.end() <= now + ten_years + 1s, "a window ends within ten years");
        if (told && *limit.remaining == 0) require(!window.may_start(now), "nothing starts where nothing remains");
    }
}

}  // namespace

void rate_limit_headers(std::string_view lines) {
    const HttpResponse response = response_of(lines);
    const auto now = date::sys_days{date::year{2023} / 6 / 1} + 12h + 500ms;
    for (const HttpHeader& header : response.headers) check_date(detail::trimmed(header.value), now);

    const RateLimit limit = detail::parse_rate_limit(response.headers);
    require(limit.limit.value_or(0) >= 0 && limit.remaining.value_or(0) >= 0 && limit.retry_after.value_or(0s) >= 0s,
            "nothing of a rate limit is negative");
    check_window(limit);

    const std::optional<milliseconds> wait = detail::wait_asked_for(response, now);
    if (wait) require(*wait >= 0s && *wait <= ten_years, "a wait is neither negative nor beyond ten years");
    const bool limited = response.status == 429 || limit.remaining == 0;
    if (limited && limit.retry_after && *limit.retry_after <= ten_years)
        require(wait == *limit.retry_after, "a used up rate limit is waited for");
    const milliseconds delay = detail::retry_delay(response, 300ms, now);
    require(delay >= 300ms && delay >= wait.value_or(0ms),
            "a delay is neither below the backoff nor below what is asked for");
}

}  // namespace apivideo::fuzz
