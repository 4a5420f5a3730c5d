// SPDX-License-Identifier: MIT
// Whatever is asked for: the query says it, in characters that need no care, or the request is refused.
#include "analytics/plays_query.hpp"
#include "fuzz/invariants.hpp"
#include "fuzz/targets.hpp"

#include <apivideo/errors.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>

namespace apivideo::fuzz {
namespace {

/// Takes a request from bytes: eleven for its members, the rest for the id.
class Bytes {
  public:
    explicit Bytes(std::string_view bytes) : bytes_{bytes} {}

    unsigned byte() {
        if (bytes_.empty()) return 0;
        const auto first = static_cast<unsigned char>(bytes_.front());
        bytes_.remove_prefix(1);
        return first;
    }
    date::year_month_day day() {
        const int year = static_cast<int>(byte()) * 50 - 1000;
        const unsigned month = byte() % 14;
        return date::year{year + static_cast<int>(month)} / static_cast<int>(month) / static_cast<int>(byte() % 33);
    }
    [[nodiscard]] std::string rest() const { return std::string{bytes_}; }

  private:
    std::string_view bytes_;
};

bool can_be_sent(const date::year_month_day& day) {
    return day.ok() && day.year() >= date::year{0} && day.year() <= date::year{9999};
}

bool can_be_sent(const std::string& id) {
    return !id.empty() && std::all_of(id.begin(), id.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0x20 && byte != 0x7f;
    });
}

bool can_be_sent(const VideoId& id) { return can_be_sent(id.value) && id.value.rfind("videoId:", 0) != 0; }
bool can_be_sent(const LiveStreamId& id) { return can_be_sent(id.value) && id.value.rfind("liveStreamId:", 0) != 0; }

template <class Request>
bool can_be_sent(const Request& request) {
    const int dimension = static_cast<int>(request.dimension);
    return can_be_sent(request.from) && dimension >= 1 && dimension <= 6 &&
           (!request.to || (can_be_sent(*request.to) && request.from <= *request.to)) &&
           (!request.filter || can_be_sent(*request.filter)) && request.current_page.value_or(1) >= 1 &&
           request.page_size.value_or(1) >= 1 && request.page_size.value_or(1) <= 100;
}

std::string written(const date::year_month_day& day) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(day.year()),
                  static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
    return text.data();
}

std::string decoded(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    constexpr std::string_view unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            require(unreserved.find(text[i]) != std::string_view::npos,
                    "a query has unreserved characters and %XX only");
            out += text[i];
            continue;
        }
        require(i + 2 < text.size(), "two digits follow a %");
        const std::size_t high = digits.find(text[i + 1]);
        const std::size_t low = digits.find(text[i + 2]);
        require(high != std::string_view::npos && low != std::string_view::npos, "two digits follow a %");
        out += static_cast<char>(high * 16 + low);
        i += 2;
    }
    return out;
}

std::map<std::string, std::string> parameters(std::string_view query) {
    std::map<std::string, std::string> read;
    while (!query.empty()) {
        const std::string_view parameter = query.substr(0, query.find('&'));
        query.remove_prefix(std::min(query.size(), parameter.size() + 1));
        const std::size_t equals = parameter.find('=');
        require(equals != std::string_view::npos, "a parameter has a value");
        const std::string name{parameter.substr(0, equals)};
        require(read.emplace(name, decoded(parameter.substr(equals + 1))).second, "a parameter is there once");
    }
    return read;
}

template <class Request>
void check(const Request& request, const std::string& path, const std::string& filter_prefix) {
    std::string target;
    try {
        target = detail::target(request);
    } catch (const InvalidRequestException& e) {
        require(!can_be_sent(request), "what can be sent is sent");
        return require_one_line(e.what());
    }
    require(can_be_sent(request), "what cannot be sent is refused");
    require(target.compare(0, path.size() + 1, path + '?') == 0, "a target begins with the path of its call");
    std::map<std::string, std::string> expected{{"from", written(request.from)},
                                                {"dimension", std::string{to_string(request.dimension)}}};
    if (request.to) expected["to"] = written(*request.to);
    if (request.filter) expected["filter"] = filter_prefix + request.filter->value;
    if (request.current_page) expected["currentPage"] = std::to_string(*request.current_page);
    if (request.page_size) expected["pageSize"] = std::to_string(*request.page_size);
    require(parameters(std::string_view{target}.substr(path.size() + 1)) == expected, "a query says what is asked for");
}

template <class Request, class Id>
Request request_of(Bytes bytes) {
    const unsigned set = bytes.byte();
    Request request;
    request.from = bytes.day();
    request.dimension = static_cast<decltype(request.dimension)>(bytes.byte() % 8);
    const date::year_month_day to = bytes.day();
    const auto page = static_cast<std::int64_t>(bytes.byte()) - 20;
    const auto page_size = static_cast<std::int64_t>(bytes.byte()) - 20;
    const unsigned factor = bytes.byte();
    if ((set & 1) != 0) request.to = to;
    if ((set & 2) != 0) request.current_page = page * (std::int64_t{1} << (factor % 48));
    if ((set & 4) != 0) request.page_size = page_size;
    if ((set & 8) != 0) request.filter = Id{bytes.rest()};
    return request;
}

}  // namespace

void plays_query(std::string_view bytes) {
    check(request_of<VideosPlaysRequest, VideoId>(Bytes{bytes}), "/analytics/videos/plays", "videoId:");
    check(request_of<LiveStreamsPlaysRequest, LiveStreamId>(Bytes{bytes}), "/analytics/live-streams/plays",
          "liveStreamId:");
}

}  // namespace apivideo::fuzz
