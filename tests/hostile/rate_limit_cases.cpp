// SPDX-License-Identifier: MIT
// Rate limit headers of every shape: what cannot be believed changes nothing, what does not fit the deadline ends the
// call at once.
#include "hostile/scripts.hpp"

#include <apivideo/errors.hpp>

#include "support/raw_server.hpp"

#include <string>
#include <utility>

namespace apivideo::tests {
namespace {

using namespace std::chrono_literals;

/// Answers each of two pages with a row of its own, since a page that repeats another is an error.
Act answers_two_pages(const std::string& headers) {
    return [headers](const Turn& turn) {
        const bool second = turn.request.target.find("currentPage=2") != std::string::npos;
        const std::string value = second ? "b" : "a";
        return turn.connection.write(http_answer(200, R"({"data":[{"value":")" + value + R"(","plays":1}]})", headers));
    };
}

/// A caller who waits less than the server asks for, and would see it if the call waited.
HostileCase at_once(HostileCase row) {
    row.timeout = 30s;
    row.max_attempts = 2;
    // Any wait would let the second attempt succeed.
    row.act = [act = row.act](const Turn& turn) {
        return turn.number == 0 ? act(turn) : answers_body(good_body)(turn);
    };
    return row;
}

HostileCase repeated_at_once(HostileCase row) {
    row = at_once(std::move(row));
    row.expected = right_data();
    row.timeout = 20s;
    return row;
}

std::vector<HostileCase> of_good_answers() {
    std::vector<HostileCase> cases;
    const std::vector<std::pair<std::string, std::string>> shapes{
        {"huge",
         "X-RateLimit-Limit: 9223372036854775807\r\nX-RateLimit-Remaining: 9223372036854775807\r\n"
         "X-RateLimit-Retry-After: 9223372036854775807\r\n"},
        {"past_64_bits",
         "X-RateLimit-Limit: 99999999999999999999\r\nX-RateLimit-Remaining: 99999999999999999999\r\n"
         "X-RateLimit-Retry-After: 99999999999999999999\r\n"},
        {"negative", "X-RateLimit-Limit: -1\r\nX-RateLimit-Remaining: -1\r\nX-RateLimit-Retry-After: -1\r\n"},
        {"text", "X-RateLimit-Limit: lots\r\nX-RateLimit-Remaining: few\r\nX-RateLimit-Retry-After: soon\r\n"},
        {"empty", "X-RateLimit-Limit:\r\nX-RateLimit-Remaining:\r\nX-RateLimit-Retry-After:\r\n"},
        {"fractions", "X-RateLimit-Limit: 1.5\r\nX-RateLimit-Remaining: 0.5\r\nX-RateLimit-Retry-After: 0.1\r\n"},
        {"repeated",
         "X-RateLimit-Remaining: 5\r\nX-RateLimit-Remaining: 0\r\nX-RateLimit-Retry-After: 60\r\n"
         "X-RateLimit-Retry-After: 1\r\n"},
        {"remaining_alone", "X-RateLimit-Remaining: 0\r\n"},
        {"limit_alone", "X-RateLimit-Limit: 0\r\n"},
        {"wait_alone", "X-RateLimit-Retry-After: 99999999\r\n"},
        {"more_remaining_than_allowed",
         "X-RateLimit-Limit: 1\r\nX-RateLimit-Remaining: 100\r\n"
         "X-RateLimit-Retry-After: 60\r\n"},
        {"used_up_for_ever",
         "X-RateLimit-Limit: 0\r\nX-RateLimit-Remaining: 0\r\n"
         "X-RateLimit-Retry-After: 9223372036854775807\r\n"},
        {"used_up_for_a_minute",
         "X-RateLimit-Limit: 100\r\nX-RateLimit-Remaining: 0\r\nX-RateLimit-Retry-After: 60\r\n"},
        {"used_up_until_now", "X-RateLimit-Limit: 100\r\nX-RateLimit-Remaining: 0\r\nX-RateLimit-Retry-After: 0\r\n"}};
    for (const auto& [name, headers] : shapes) {
        cases.push_back({"rate_limit_" + name, answers_status(200, headers, good_body), right_data()});
        HostileCase walk{"rate_limit_" + name + "_over_pages", answers_two_pages(headers), rows("a=1 b=1")};
        walk.call = all_pages(2);
        cases.push_back(walk);
    }
    return cases;
}

}  // namespace

std::vector<HostileCase> rate_limit_cases() {
    std::vector<HostileCase> cases = of_good_answers();
    const std::vector<std::pair<std::string, std::string>> too_long{
        {"99999999_seconds", "99999999"},
        {"63_bits", "9223372036854775807"},
        {"a_fraction", "99999999.5"},
        {"repeated", "1\r\nRetry-After: 99999999\r\nRetry-After: 2"},
        {"a_date_far_ahead", "Fri, 31 Dec 9999 23:59:59 GMT"},
        {"a_date_of_the_old_kind", "Sunday, 06-Nov-50 08:49:37 GMT"},
        {"a_date_of_the_c_kind", "Sun Nov  6 08:49:37 2094"}};
    for (const auto& [name, value] : too_long)
        for (const int status : {429, 503})
            cases.push_back(at_once({"retry_after_" + name + "_with_" + std::to_string(status),
                                     answers_status(status, "Retry-After: " + value + "\r\n"), api_error(status)}));
    for (const std::string value : {"99999999", "9223372036854775807"})
        cases.push_back(at_once({"rate_limit_retry_after_" + value,
                                 answers_status(429, "X-RateLimit-Retry-After: " + value + "\r\nRetry-After: 0\r\n"),
                                 api_error(429)}));
    const std::vector<std::pair<std::string, std::string>> unbelievable{
        {"nothing", ""},
        {"text", "soon"},
        {"a_negative_number", "-1"},
        {"past_64_bits", "99999999999999999999"},
        {"a_number_with_a_unit", "99999999s"},
        {"a_date_gone_by", "Sun, 06 Nov 1994 08:49:37 GMT"},
        {"a_date_that_is_none", "Sun, 99 Nov 9999 99:99:99 GMT"},
        {"a_date_with_another_zone", "Fri, 31 Dec 9999 23:59:59 PST"},
        {"a_date_of_another_kind", "9999-12-31T23:59:59Z"},
        {"zero", "0"},
        {"megabyte", std::string(1000, '9')}};
    for (const auto& [name, value] : unbelievable)
        cases.push_back(repeated_at_once(
            {"retry_after_" + name, answers_status(503, "Retry-After: " + value + "\r\n"), right_data()}));
    for (const int status : {408, 429, 500, 502, 503, 504, 520})
        cases.push_back({"busy_for_ever_" + std::to_string(status), answers_status(status), api_error(status)});
    return cases;
}

}  // namespace apivideo::tests
