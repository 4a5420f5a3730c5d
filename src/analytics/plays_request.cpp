// SPDX-License-Identifier: MIT
// The service's names of the dimensions.
#include <apivideo/analytics/plays_request.hpp>

#include <apivideo/errors.hpp>

#include <array>
#include <cstddef>
#include <tuple>

namespace apivideo {
namespace {

using Names = std::array<std::string_view, 6>;

// In the order of the enumerators, which start at 1.
constexpr Names videos_names{"videoId", "emittedAt", "country", "deviceType", "operatingSystem", "browser"};
constexpr Names live_streams_names{"liveStreamId", "emittedAt", "country", "deviceType", "operatingSystem", "browser"};

template <class Dimension>
std::string_view name_of(Dimension dimension, const Names& names) {
    const int number = static_cast<int>(dimension);
    if (number < 1 || number > static_cast<int>(names.size())) {
        throw InvalidRequestException{
            "dimension",
            number == 0 ? "is not set" : "is " + std::to_string(number) + ", expected one of the enumerators"};
    }
    return names[static_cast<std::size_t>(number - 1)];
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

std::optional<VideosDimension> videos_dimension_from_string(std::string_view name) noexcept {
    return dimension_named<VideosDimension>(name, videos_names);
}

std::optional<LiveStreamsDimension> live_streams_dimension_from_string(std::string_view name) noexcept {
    return dimension_named<LiveStreamsDimension>(name, live_streams_names);
}

bool operator==(const VideosPlaysRequest& a, const VideosPlaysRequest& b) { return members_of(a) == members_of(b); }

bool operator==(const LiveStreamsPlaysRequest& a, const LiveStreamsPlaysRequest& b) {
    return members_of(a) == members_of(b);
}

}  // namespace apivideo
