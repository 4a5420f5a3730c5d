// SPDX-License-Identifier: MIT
// Pages that lie about themselves and each other, to the ranges over all of them.
#include "hostile/scripts.hpp"

#include <apivideo/errors.hpp>

#include "support/raw_server.hpp"

#include <cstdlib>
#include <utility>

namespace apivideo::tests {
namespace {

using Failure = TransportFailure;

/// The page that a request asks for.
long asked_page(const ReceivedRequest& request) {
    const std::string name{"currentPage="};
    return std::atol(request.target.c_str() + request.target.find(name) + name.size());
}

std::string page(long number, const std::string& pagination) {
    return R"({"data":[{"value":"p","plays":)" + std::to_string(number) + R"(}],"pagination":)" + pagination + '}';
}

/// Answers with one row, whose plays are the number of the page asked for, and what @p pagination makes of the number.
Act pages(const std::function<std::string(long)>& pagination) {
    return [pagination](const Turn& turn) {
        const long number = asked_page(turn.request);
        return turn.connection.write(http_answer(200, page(number, pagination(number))));
    };
}

std::string told(const std::string& current, const std::string& total) {
    return R"({"currentPage":)" + current + R"(,"pagesTotal":)" + total + '}';
}

HostileCase walk(std::string name, const std::function<std::string(long)>& pagination, const Expected& expected,
                 std::optional<std::int64_t> max_pages = {}, int concurrency = 1) {
    HostileCase row{std::move(name), pages(pagination), expected};
    row.call = all_pages(max_pages, concurrency);
    return row;
}

HostileCase walk_over(std::string name, Act act, const Expected& expected, int concurrency = 1) {
    HostileCase row{std::move(name), std::move(act), expected};
    row.call = all_pages({}, concurrency);
    return row;
}

/// Good pages, of three, up to the one at which @p act is the server's way.
Act at_page(long bad, const Act& act) {
    return [=](const Turn& turn) {
        const long number = asked_page(turn.request);
        if (number == bad) return act(turn);
        return turn.connection.write(http_answer(200, page(number, told(std::to_string(number), "3"))));
    };
}

/// Good pages, of three with a row each, whose totals are those of @p rows_told for the page, and none of which tells
/// its number; page @p bad is what @p data says.
Act at_page_of(long bad, const std::string& data, const std::function<long(long)>& rows_told) {
    return [=](const Turn& turn) {
        const long number = asked_page(turn.request);
        const std::string items = std::to_string(rows_told(number));
        const std::string pagination = R"({"pagesTotal":3,"itemsTotal":)" + items + '}';
        const std::string body =
            number == bad ? R"({"data":)" + data + R"(,"pagination":)" + pagination + '}' : page(number, pagination);
        return turn.connection.write(http_answer(200, body));
    };
}

const std::string other_page{"UnexpectedResponseException 200 at '/pagination/currentPage'"};

std::vector<HostileCase> lies() {
    const auto always_first = [](long) { return told("1", "3"); };
    const auto next_one = [](long n) { return told(std::to_string(n + 1), "3"); };
    const auto endless = [](long n) { return told(std::to_string(n), "9223372036854775807"); };
    const auto nothing_told = [](long) { return std::string{"{}"}; };
    return {
        walk("page_another_than_asked", next_one, rows(other_page)),
        walk("page_always_the_first", always_first, rows("p=1, then " + other_page)),
        walk("page_always_the_first_to_many_at_once", always_first, rows("p=1, then " + other_page), {}, 8),
        walk(
            "page_0", [](long) { return told("0", "3"); }, rows(other_page)),
        walk(
            "page_negative", [](long) { return told("-1", "3"); }, rows(other_page)),
        walk(
            "page_of_63_bits", [](long) { return told("9223372036854775807", "3"); }, rows(other_page)),
        walk(
            "page_past_64_bits", [](long) { return told("99999999999999999999", "3"); },
            unexpected("/pagination/currentPage")),
        walk("pages_without_end_with_a_limit", endless, rows("p=1 p=2 p=3"), 3),
        walk("pages_without_end_with_a_limit_many_at_once", endless, rows("p=1 p=2 p=3 p=4 p=5"), 5, 4),
        walk("pages_that_tell_nothing_with_a_limit", nothing_told, rows("p=1 p=2"), 2),
        walk(
            "pages_negative_in_total_with_a_limit", [](long n) { return told(std::to_string(n), "-3"); },
            rows("p=1 p=2 p=3 p=4"), 4),
        walk(
            "pages_none_in_total_with_a_limit", [](long n) { return told(std::to_string(n), "0"); }, rows("p=1 p=2"),
            2),
        walk(
            "pages_fewer_in_total_than_the_first", [](long n) { return told(std::to_string(n), "1"); }, rows("p=1")),
        walk(
            "pages_that_shrink", [](long n) { return told(std::to_string(n), std::to_string(4 - n)); },
            rows("p=1 p=2 p=3")),
        walk(
            "pages_that_grow", [](long n) { return told(std::to_string(n), std::to_string(n + 1)); }, rows("p=1 p=2")),
        walk(
            "pages_that_grow_many_at_once", [](long n) { return told(std::to_string(n), std::to_string(n + 2)); },
            rows("p=1 p=2 p=3"), {}, 4),
        walk(
            "pages_total_as_text", [](long n) { return told(std::to_string(n), "\"3\""); },
            unexpected("/pagination/pagesTotal")),
        walk(
            "pagination_null", [](long) { return std::string{"null"}; }, rows("p=1 p=2"), 2)};
}

std::vector<HostileCase> dropped_and_doubled() {
    const auto always_three = [](long) { return 3L; };
    const auto shrinking = [](long n) { return n == 1 ? 3L : 2L; };
    const std::string first = R"([{"value":"p","plays":1}])";
    const std::string second = R"([{"value":"p","plays":2}])";
    const std::string refused = "UnexpectedResponseException 200 at '/data'";
    return {
        walk_over("page_empty_while_rows_are_left", at_page_of(2, "[]", always_three), rows("p=1, then " + refused)),
        walk_over("page_empty_while_rows_are_left_many_at_once", at_page_of(2, "[]", always_three),
                  rows("p=1, then " + refused), 4),
        walk_over("page_empty_since_the_total_shrank", at_page_of(3, "[]", shrinking), rows("p=1 p=2")),
        walk_over("page_empty_since_the_total_shrank_many_at_once", at_page_of(3, "[]", shrinking), rows("p=1 p=2"), 4),
        walk_over("page_repeated_without_a_number", at_page_of(2, first, always_three), rows("p=1, then " + refused)),
        walk_over("page_repeated_without_a_number_many_at_once", at_page_of(3, second, always_three),
                  rows("p=1 p=2, then " + refused), 4)};
}

}  // namespace

std::vector<HostileCase> pagination_cases() {
    std::vector<HostileCase> cases = lies();
    const Act empty = answers_body(R"({"data":[],"pagination":{"currentPage":2,"pagesTotal":3}})");
    cases.push_back(walk_over("page_empty_in_the_middle", at_page(2, empty), rows("p=1")));
    cases.push_back(walk_over("page_that_is_no_json", at_page(2, answers_body("<html>")),
                              rows("p=1, then UnexpectedResponseException 200 at ''")));
    cases.push_back(
        walk_over("page_that_is_an_error", at_page(2, answers_status(403)), rows("p=1, then ForbiddenException 403")));
    cases.push_back(walk_over("page_that_is_an_error_many_at_once", at_page(3, answers_status(404)),
                              rows("p=1 p=2, then NotFoundException 404"), 4));
    cases.push_back(walk_over("page_cut_off", at_page(2, closes_after(ok_head("Content-Length: 9\r\n") + "{")),
                              rows("p=1, then TransportException truncated")));
    cases.push_back(in_short_time(
        walk_over("page_never_answered", at_page(2, stalls_after("")), rows("p=1, then TransportException timeout"))));
    cases.push_back(in_short_time(walk_over("page_never_answered_many_at_once", at_page(2, stalls_after("")),
                                            rows("p=1, then TransportException timeout"), 3)));
    for (HostileCase& row : dropped_and_doubled()) cases.push_back(std::move(row));
    return cases;
}

}  // namespace apivideo::tests
