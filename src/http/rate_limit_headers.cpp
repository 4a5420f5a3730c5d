// SPDX-License-Identifier: MIT
// The rate limit headers, from text to numbers.
#include "http/rate_limit_headers.hpp"

#include "text/ascii.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace apivideo::detail {
namespace {

using std::chrono::milliseconds;

struct Reading {
    bool seen = false;
    std::optional<std::int64_t> number;

    /// cpprestsdk joins repeated headers with commas.
    void read(std::string_view values) noexcept {
        for_each_listed(values, [this](std::string_view value) {
            const std::optional<std::int64_t> read = parse_number(value);
            number = seen && number != read ? std::nullopt : read;
            seen = true;
        });
    }
};

}  // namespace

std::optional<milliseconds> parse_wait(std::string_view text) noexcept {
    text = trimmed(text);
    const std::size_t point = text.find('.');
    const std::optional<std::int64_t> seconds = parse_number(text.substr(0, point));
    if (!seconds) return std::nullopt;
    milliseconds wait = std::min(std::chrono::seconds{*seconds}, max_wait);
    if (point == std::string_view::npos) return wait;
    const std::string_view fraction = text.substr(point + 1);
    if (fraction.empty() || !std::all_of(fraction.begin(), fraction.end(), is_digit)) return std::nullopt;
    milliseconds digit{100};
    for (const char c : fraction.substr(0, 3)) {
        wait += (c - '0') * digit;
        digit /= 10;
    }
    const bool has_more = fraction.find_first_not_of('0', 3) != std::string_view::npos;
    return std::min<milliseconds>(wait + milliseconds{has_more ? 1 : 0}, max_wait);
}

RateLimit parse_rate_limit(const HttpHeaders& headers) noexcept {
    Reading limit;
    Reading remaining;
    std::optional<milliseconds> retry_after;
    for (const HttpHeader& header : headers) {
        if (equal_ignoring_case(header.name, "X-RateLimit-Limit")) limit.read(header.value);
        if (equal_ignoring_case(header.name, "X-RateLimit-Remaining")) remaining.read(header.value);
        if (equal_ignoring_case(header.name, "X-RateLimit-Retry-After"))
            for_each_listed(header.value, [&](std::string_view value) {
                retry_after = std::max(retry_after, parse_wait(value));  // unset is the least
            });
    }
    RateLimit rate_limit{limit.number, remaining.number, {}};
    if (retry_after) rate_limit.retry_after = std::chrono::ceil<std::chrono::seconds>(*retry_after);
    return rate_limit;
}

}  // namespace apivideo::detail
