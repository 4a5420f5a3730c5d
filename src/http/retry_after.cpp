// SPDX-License-Identifier: MIT
// The header Retry-After, from text to a time.
#include "http/retry_after.hpp"

#include "http/http_date.hpp"
#include "http/rate_limit_headers.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace apivideo::detail {
namespace {

using std::chrono::milliseconds;
using std::chrono::system_clock;

/// Reads values of one response.
class RetryAfterReader {
  public:
    RetryAfterReader(const HttpHeaders& headers, std::optional<system_clock::time_point> now)
        : century_{now.value_or(system_clock::time_point{})}, measured_from_{now} {
        const std::string* date = headers.find("Date");
        if (const auto sent = date ? parse_http_date(*date, century_) : std::nullopt) measured_from_ = sent;
    }

    [[nodiscard]] std::optional<milliseconds> read(std::string_view value) const {
        if (const std::optional<milliseconds> wait = parse_wait(value)) return wait;
        const auto date = measured_from_ ? parse_http_date(value, century_) : std::nullopt;
        if (!date) return std::nullopt;
        return std::clamp<milliseconds>(std::chrono::ceil<milliseconds>(*date - *measured_from_), milliseconds{0},
                                        max_wait);
    }

  private:
    system_clock::time_point century_;
    std::optional<system_clock::time_point> measured_from_;
};

}  // namespace

std::optional<milliseconds> parse_retry_after(const HttpHeaders& headers, std::optional<system_clock::time_point> now) {
    const RetryAfterReader reader{headers, now};
    std::optional<milliseconds> longest;
    for (const HttpHeader& header : headers) {
        if (!equal_ignoring_case(header.name, "Retry-After")) continue;
        // cpprestsdk joins repeated headers with commas, and a date has a comma within it.
        std::size_t previous = 0;
        for_each_listed(header.value, [&](std::string_view value) {
            const auto begin = static_cast<std::size_t>(value.data() - header.value.data());
            const std::string_view with_previous =
                std::string_view{header.value}.substr(previous, begin + value.size() - previous);
            longest = std::max({longest, reader.read(value), reader.read(with_previous)});  // unset is the least
            previous = begin;
        });
    }
    return longest;
}

}  // namespace apivideo::detail
