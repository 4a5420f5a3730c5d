// SPDX-License-Identifier: MIT
// Requests: the service's names of the dimensions, days from text.
#include <apivideo/analytics/plays_request.hpp>

#include <apivideo/errors.hpp>

#include "text/ascii.hpp"
#include "text/enumerators.hpp"

namespace apivideo {
namespace {

constexpr detail::EnumeratorNames<VideosDimension, 6> videos_dimensions{
    "VideosDimension", {"videoId", "emittedAt", "country", "deviceType", "operatingSystem", "browser"}};
constexpr detail::EnumeratorNames<LiveStreamsDimension, 6> live_streams_dimensions{
    "LiveStreamsDimension", {"liveStreamId", "emittedAt", "country", "deviceType", "operatingSystem", "browser"}};

template <class Dimension>
std::string_view name_of(Dimension dimension, const detail::EnumeratorNames<Dimension, 6>& names) {
    if (const std::string_view name = names.of(dimension); !name.empty()) return name;
    const int number = static_cast<int>(dimension);
    throw InvalidRequestException{
        "dimension", number == 0 ? "is not set" : "is " + std::to_string(number) + ", expected one of the enumerators"};
}

}  // namespace

std::string_view to_string(VideosDimension dimension) { return name_of(dimension, videos_dimensions); }
std::string_view to_string(LiveStreamsDimension dimension) { return name_of(dimension, live_streams_dimensions); }

std::ostream& operator<<(std::ostream& stream, VideosDimension dimension) {
    return videos_dimensions.write(stream, dimension);
}
std::ostream& operator<<(std::ostream& stream, LiveStreamsDimension dimension) {
    return live_streams_dimensions.write(stream, dimension);
}

std::optional<VideosDimension> videos_dimension_from_string(std::string_view name) noexcept {
    return videos_dimensions.find(name);
}
std::optional<LiveStreamsDimension> live_streams_dimension_from_string(std::string_view name) noexcept {
    return live_streams_dimensions.find(name);
}

std::optional<date::year_month_day> day_from_string(std::string_view text) noexcept {
    const auto numbers = detail::numbers_in<3>(text, "####-##-##");
    if (!numbers) return std::nullopt;
    const auto& [year, month, number] = *numbers;
    const date::year_month_day day{date::year{year} / month / number};
    return day.ok() ? std::optional{day} : std::nullopt;
}

}  // namespace apivideo
