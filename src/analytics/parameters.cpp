// SPDX-License-Identifier: MIT
// Members of requests as parameters: each is checked, then written as text.
#include "analytics/parameters.hpp"

#include <apivideo/errors.hpp>

#include "text/ascii.hpp"

#include <algorithm>

namespace apivideo::detail {
namespace {

bool has_control(const std::string& text) { return std::any_of(text.begin(), text.end(), is_control); }

}  // namespace

std::string day(const char* field, const date::year_month_day& value) {
    const int year = static_cast<int>(value.year());
    if (!value.ok() || year < 0 || year > 9999)
        throw InvalidRequestException{field, "is not a day of the calendar, expected one like 2023-06-01"};
    const int month = static_cast<int>(unsigned{value.month()});
    const int number = static_cast<int>(unsigned{value.day()});
    // With a 1 in front at first, which keeps the zeros of the year.
    std::string text = std::to_string(100'000'000 + year * 10'000 + month * 100 + number);
    text.erase(0, 1).insert(6, 1, '-').insert(4, 1, '-');
    return text;
}

std::optional<std::string> day(const char* field, const std::optional<date::year_month_day>& value) {
    return value ? std::optional{day(field, *value)} : std::nullopt;
}

std::string instant(const char* field, date::sys_seconds value) {
    if (value < date::sys_days{date::year{0} / 1 / 1} || value >= date::sys_days{date::year{10000} / 1 / 1})
        throw InvalidRequestException{field, "is outside the years 0 to 9999"};
    const date::sys_days midnight = date::floor<date::days>(value);
    const date::hh_mm_ss<std::chrono::seconds> time{value - midnight};
    // With a 1 in front at first, which keeps the zeros of the hour.
    std::string text = std::to_string(1'000'000 + time.hours().count() * 10'000 + time.minutes().count() * 100 +
                                      time.seconds().count());
    text.insert(5, 1, ':').insert(3, 1, ':').replace(0, 1, 1, 'T');
    return day(field, date::year_month_day{midnight}) + text + 'Z';
}

const std::string& name(const char* field, const std::string& value) {
    if (value.empty()) throw InvalidRequestException{field, "is not set"};
    if (value == "." || value == "..") throw InvalidRequestException{field, "is " + value + ", expected a name"};
    return text(field, value);
}

const std::string& text(const char* field, const std::string& value) {
    if (value.empty()) throw InvalidRequestException{field, "holds an empty value"};
    if (has_control(value)) throw InvalidRequestException{field, "holds a control character"};
    return value;
}

std::string prefixed_id(const char* field, std::string_view prefix, const std::string& id) {
    if (begins_with(id, prefix))
        throw InvalidRequestException{field, "begins with " + std::string{prefix} + ", expected the id alone"};
    if (id.empty()) throw InvalidRequestException{field, "holds an empty id"};
    if (has_control(id)) throw InvalidRequestException{field, "holds an id with a control character"};
    return std::string{prefix} + id;
}

std::optional<std::int64_t> count(const char* field, std::optional<std::int64_t> value, std::int64_t max) {
    if (!value || (*value >= 1 && *value <= max)) return value;
    const bool bounded = max != std::numeric_limits<std::int64_t>::max();
    throw InvalidRequestException{field, "is " + std::to_string(*value) + ", expected " +
                                             (bounded ? "1 to " + std::to_string(max) : "1 or more")};
}

void add_period(Query& query, const date::year_month_day& from, const std::optional<date::year_month_day>& to) {
    query.add("from", day("from", from));
    query.add("to", day("to", to));
    if (to && from > *to) throw InvalidRequestException{"from", "is after `to`"};
}

void add_period(Query& query, std::optional<date::sys_seconds> from, std::optional<date::sys_seconds> to) {
    if (from) query.add("from", instant("from", *from));
    if (to) query.add("to", instant("to", *to));
    if (from && to && *from > *to) throw InvalidRequestException{"from", "is after `to`"};
}

void add_page(Query& query, std::optional<std::int64_t> current_page, std::optional<std::int64_t> page_size) {
    query.add("currentPage", count("current_page", current_page));
    query.add("pageSize", count("page_size", page_size, max_page_size));
}

}  // namespace apivideo::detail
