// SPDX-License-Identifier: MIT
// Requests: the service's names of the dimensions, days from text, equality.
#include <apivideo/analytics/plays_request.hpp>

#include <apivideo/errors.hpp>

#include "text/ascii.hpp"
#include "text/enumerators.hpp"

#include <array>
#include <cstddef>
#include <tuple>

namespace apivideo {
namespace {

using Names = std::array<std::string_view, 6>;

// In the order of the enumerators, which start at 1.
constexpr Names videos_names{"videoId", "emittedAt", "country", "deviceType", "operatingSystem", "browser"};
constexpr Names live_streams_names{"liveStreamId", "emittedAt", "country", "deviceType", "operatingSystem", "browser"};

/// Empty for a value that is none of the enumerators.
template <class Dimension>
std::string_view name_or_empty(Dimension dimension, const Names& names) noexcept {
    const int number = static_cast<int>(dimension);
    const bool is_enumerator = number >= 1 && number <= static_cast<int>(names.size());
    return is_enumerator ? names[static_cast<std::size_t>(number - 1)] : std::string_view{};
}

template <class Dimension>
std::string_view name_of(Dimension dimension, const Names& names) {
    const std::string_view name = name_or_empty(dimension, names);
    if (!name.empty()) return name;
    const int number = static_cast<int>(dimension);
    throw InvalidRequestException{
        "dimension", number == 0 ? "is not set" : "is " + std::to_string(number) + ", expected one of the enumerators"};
}

template <class Dimension>
std::optional<Dimension> dimension_named(std::string_view name, const Names& names) noexcept {
    for (std::size_t i = 0; i < names.size(); ++i)
        if (names[i] == name) return static_cast<Dimension>(i + 1);
    return std::nullopt;
}

template <class Request>
auto members_of(const Request& request) {
    return std::tie(request.from, request.dimension, request.to, request.filter, request.current_page,
                    request.page_size);
}

}  // namespace

std::string_view to_string(VideosDimension dimension) { return name_of(dimension, videos_names); }
std::string_view to_string(LiveStreamsDimension dimension) { return name_of(dimension, live_streams_names); }

std::ostream& operator<<(std::ostream& stream, VideosDimension dimension) {
    return detail::write_enumerator(stream, name_or_empty(dimension, videos_names), "VideosDimension", dimension);
}

std::ostream& operator<<(std::ostream& stream, LiveStreamsDimension dimension) {
    return detail::write_enumerator(stream, name_or_empty(dimension, live_streams_names), "LiveStreamsDimension",
                                    dimension);
}

std::optional<VideosDimension> videos_dimension_from_string(std::string_view name) noexcept {
    return dimension_named<VideosDimension>(name, videos_names);
}

std::optional<LiveStreamsDimension> live_streams_dimension_from_string(std::string_view name) noexcept {
    return dimension_named<LiveStreamsDimension>(name, live_streams_names);
}

std::optional<date::year_month_day> day_from_string(std::string_view text) noexcept {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const std::optional<std::int64_t> year = detail::parse_number(text.substr(0, 4));
    const std::optional<std::int64_t> month = detail::parse_number(text.substr(5, 2));
    const std::optional<std::int64_t> number = detail::parse_number(text.substr(8, 2));
    if (!year || !month || !number) return std::nullopt;
    const date::year_month_day day{date::year{static_cast<int>(*year)}, date::month{static_cast<unsigned>(*month)},
                                   date::day{static_cast<unsigned>(*number)}};
    return day.ok() ? std::optional{day} : std::nullopt;
}

bool operator==(const VideosPlaysRequest& a, const VideosPlaysRequest& b) { return members_of(a) == members_of(b); }

bool operator==(const LiveStreamsPlaysRequest& a, const LiveStreamsPlaysRequest& b) {
    return members_of(a) == members_of(b);
}

}  // namespace apivideo
