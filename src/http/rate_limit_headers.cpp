// SPDX-License-Identifier: MIT
// The rate limit headers, from text to numbers.
#include "http/rate_limit_headers.hpp"

#include "text/ascii.hpp"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>

namespace apivideo::detail {
namespace {

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

std::optional<std::chrono::seconds> parse_wait(std::string_view text) noexcept {
    const std::optional<std::int64_t> number = parse_number(trimmed(text));
    return number ? std::optional{std::min(std::chrono::seconds{*number}, max_wait)} : std::nullopt;
}

RateLimit parse_rate_limit(const HttpHeaders& headers) noexcept {
    Reading limit;
    Reading remaining;
    Reading retry_after;
    for (const HttpHeader& header : headers) {
        if (equal_ignoring_case(header.name, "X-RateLimit-Limit")) limit.read(header.value);
        if (equal_ignoring_case(header.name, "X-RateLimit-Remaining")) remaining.read(header.value);
        if (equal_ignoring_case(header.name, "X-RateLimit-Retry-After")) retry_after.read(header.value);
    }
    RateLimit rate_limit{limit.number, remaining.number, {}};
    if (retry_after.number) rate_limit.retry_after = std::min(std::chrono::seconds{*retry_after.number}, max_wait);
    return rate_limit;
}

}  // namespace apivideo::detail
