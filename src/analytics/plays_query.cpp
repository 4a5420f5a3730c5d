// SPDX-License-Identifier: MIT
// A plays request, checked and written as path and query.
#include "analytics/plays_query.hpp"

#include <apivideo/errors.hpp>

#include "text/ascii.hpp"
#include "text/percent_encoding.hpp"

#include <algorithm>
#include <string_view>

namespace apivideo::detail {
namespace {

void check_date(const char* field, const date::year_month_day& day) {
    const int year = static_cast<int>(day.year());
    if (!day.ok() || year < 0 || year > 9999)
        throw InvalidRequestException{field, "is not a day of the calendar, expected one like 2023-06-01"};
}

void check_id(std::string_view id, std::string_view prefix) {
    if (id.substr(0, prefix.size()) == prefix)
        throw InvalidRequestException{"filter", "begins with " + std::string{prefix} + ", expected the id alone"};
    if (id.empty()) throw InvalidRequestException{"filter", "holds an empty id"};
    if (std::any_of(id.begin(), id.end(), is_control))
        throw InvalidRequestException{"filter", "holds an id with a control character"};
}

void append_digits(std::string& out, unsigned number, int width) {
    const std::string digits = std::to_string(number);
    out.append(static_cast<std::size_t>(std::max(0, width - static_cast<int>(digits.size()))), '0');
    out += digits;
}

void append_date(std::string& out, const date::year_month_day& day) {
    append_digits(out, static_cast<unsigned>(static_cast<int>(day.year())), 4);
    out += '-';
    append_digits(out, static_cast<unsigned>(day.month()), 2);
    out += '-';
    append_digits(out, static_cast<unsigned>(day.day()), 2);
}

template <class Request>
void check(const Request& request, std::string_view filter_prefix) {
    check_date("from", request.from);
    (void)to_string(request.dimension);
    if (request.to) {
        check_date("to", *request.to);
        if (request.from > *request.to) throw InvalidRequestException{"from", "is after `to`"};
    }
    if (request.filter) check_id(request.filter->value, filter_prefix);
    if (request.current_page && *request.current_page < 1)
        throw InvalidRequestException{"current_page",
                                      "is " + std::to_string(*request.current_page) + ", expected 1 or more"};
    if (request.page_size && (*request.page_size < 1 || *request.page_size > 100))
        throw InvalidRequestException{"page_size", "is " + std::to_string(*request.page_size) + ", expected 1 to 100"};
}

template <class Request>
std::string target(std::string_view path, std::string_view filter_prefix, const Request& request) {
    check(request, filter_prefix);
    std::string out;
    out.reserve(192);
    out += path;
    out += "?from=";
    append_date(out, request.from);
    if (request.to) {
        out += "&to=";
        append_date(out, *request.to);
    }
    out += "&dimension=";
    out += to_string(request.dimension);
    if (request.filter) {
        out += "&filter=";
        append_percent_encoded(out, filter_prefix);
        append_percent_encoded(out, request.filter->value);
    }
    if (request.current_page) out += "&currentPage=" + std::to_string(*request.current_page);
    if (request.page_size) out += "&pageSize=" + std::to_string(*request.page_size);
    return out;
}

}  // namespace

std::string plays_target(const VideosPlaysRequest& request) {
    return target("/analytics/videos/plays", "videoId:", request);
}

std::string plays_target(const LiveStreamsPlaysRequest& request) {
    return target("/analytics/live-streams/plays", "liveStreamId:", request);
}

}  // namespace apivideo::detail
