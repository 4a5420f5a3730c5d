// SPDX-License-Identifier: MIT
// Requests: their names on the wire, and what the compiler refuses.
#include <apivideo/analytics/plays_request.hpp>

#include <apivideo/errors.hpp>

#include <gtest/gtest.h>

#include "support/thrown.hpp"

#include <iomanip>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <unordered_set>

namespace apivideo {
namespace {

using test_support::thrown_by;

template <class Void, class Type, class... Arguments>
struct IsBraceConstructible : std::false_type {};
template <class Type, class... Arguments>
struct IsBraceConstructible<std::void_t<decltype(Type{std::declval<Arguments>()...})>, Type, Arguments...>
    : std::true_type {};
template <class Type, class... Arguments>
constexpr bool is_made_of = IsBraceConstructible<void, Type, Arguments...>::value;

using Day = date::year_month_day;

static_assert(std::is_aggregate_v<VideosPlaysRequest> && std::is_aggregate_v<LiveStreamsPlaysRequest>);
static_assert(is_made_of<VideosPlaysRequest, Day, VideosDimension>);
static_assert(is_made_of<LiveStreamsPlaysRequest, Day, LiveStreamsDimension>);

// A dimension of the other kind does not compile.
static_assert(!is_made_of<VideosPlaysRequest, Day, LiveStreamsDimension>);
static_assert(!is_made_of<LiveStreamsPlaysRequest, Day, VideosDimension>);
static_assert(std::is_assignable_v<decltype(VideosPlaysRequest::dimension)&, VideosDimension>);
static_assert(!std::is_assignable_v<decltype(VideosPlaysRequest::dimension)&, LiveStreamsDimension>);
static_assert(!std::is_assignable_v<decltype(LiveStreamsPlaysRequest::dimension)&, VideosDimension>);
static_assert(!std::is_assignable_v<decltype(VideosPlaysRequest::dimension)&, int>);

// Nor does an id of the other kind, or a text that is not said to be an id.
static_assert(std::is_assignable_v<decltype(VideosPlaysRequest::filter)&, VideoId>);
static_assert(std::is_assignable_v<decltype(LiveStreamsPlaysRequest::filter)&, LiveStreamId>);
static_assert(!std::is_assignable_v<decltype(VideosPlaysRequest::filter)&, LiveStreamId>);
static_assert(!std::is_assignable_v<decltype(LiveStreamsPlaysRequest::filter)&, VideoId>);
static_assert(!std::is_assignable_v<decltype(VideosPlaysRequest::filter)&, std::string>);
static_assert(!std::is_assignable_v<decltype(VideosPlaysRequest::filter)&, const char*>);
static_assert(!std::is_convertible_v<VideoId, LiveStreamId> && !std::is_convertible_v<LiveStreamId, VideoId>);

// Nor a moment where a day is meant.
static_assert(!std::is_assignable_v<decltype(VideosPlaysRequest::from)&, std::chrono::system_clock::time_point>);
static_assert(!std::is_assignable_v<decltype(VideosPlaysRequest::from)&, std::string>);

static_assert(static_cast<int>(VideosDimension::video_id) == 1 &&
              static_cast<int>(LiveStreamsDimension::live_stream_id) == 1);

const struct {
    VideosDimension dimension;
    std::string_view name;
} videos_names[] = {{VideosDimension::video_id, "videoId"},
                    {VideosDimension::emitted_at, "emittedAt"},
                    {VideosDimension::country, "country"},
                    {VideosDimension::device_type, "deviceType"},
                    {VideosDimension::operating_system, "operatingSystem"},
                    {VideosDimension::browser, "browser"}};

const struct {
    LiveStreamsDimension dimension;
    std::string_view name;
} live_streams_names[] = {{LiveStreamsDimension::live_stream_id, "liveStreamId"},
                          {LiveStreamsDimension::emitted_at, "emittedAt"},
                          {LiveStreamsDimension::country, "country"},
                          {LiveStreamsDimension::device_type, "deviceType"},
                          {LiveStreamsDimension::operating_system, "operatingSystem"},
                          {LiveStreamsDimension::browser, "browser"}};

TEST(Dimensions, have_the_names_of_the_wire_in_both_directions) {
    for (const auto& c : videos_names) {
        EXPECT_EQ(to_string(c.dimension), c.name);
        EXPECT_EQ(videos_dimension_from_string(c.name), c.dimension);
    }
    for (const auto& c : live_streams_names) {
        EXPECT_EQ(to_string(c.dimension), c.name);
        EXPECT_EQ(live_streams_dimension_from_string(c.name), c.dimension);
    }
}

TEST(Dimensions, of_another_spelling_or_kind_are_none) {
    for (const char* name : {"", " country", "country ", "Country", "COUNTRY", "device_type", "devicetype", "x"}) {
        EXPECT_EQ(videos_dimension_from_string(name), std::nullopt) << name;
        EXPECT_EQ(live_streams_dimension_from_string(name), std::nullopt) << name;
    }
    EXPECT_EQ(videos_dimension_from_string("liveStreamId"), std::nullopt);
    EXPECT_EQ(live_streams_dimension_from_string("videoId"), std::nullopt);
}

TEST(Dimensions, that_are_no_enumerators_have_no_name) {
    EXPECT_STREQ(thrown_by<InvalidRequestException>([] { (void)to_string(VideosDimension{}); }).what(),
                 "dimension: is not set");
    for (const int number : {-1, 7, 1000}) {
        const std::string message = "dimension: is " + std::to_string(number) + ", expected one of the enumerators";
        const auto videos =
            thrown_by<InvalidRequestException>([&] { (void)to_string(static_cast<VideosDimension>(number)); });
        const auto live_streams =
            thrown_by<InvalidRequestException>([&] { (void)to_string(static_cast<LiveStreamsDimension>(number)); });
        EXPECT_EQ(videos.what(), message);
        EXPECT_EQ(live_streams.what(), message);
        EXPECT_EQ(videos.field(), "dimension");
    }
}

template <class Value>
std::string written(const Value& value) {
    std::ostringstream stream;
    stream << value;
    return stream.str();
}

TEST(Dimensions, are_written_to_streams_by_the_names_of_the_wire) {
    for (const auto& c : videos_names) EXPECT_EQ(written(c.dimension), c.name);
    for (const auto& c : live_streams_names) EXPECT_EQ(written(c.dimension), c.name);
}

TEST(Dimensions, that_are_no_enumerators_are_written_to_streams_as_numbers) {
    EXPECT_EQ(written(VideosDimension{}), "VideosDimension(0)");
    EXPECT_EQ(written(static_cast<VideosDimension>(-1)), "VideosDimension(-1)");
    EXPECT_EQ(written(static_cast<VideosDimension>(7)), "VideosDimension(7)");
    EXPECT_EQ(written(static_cast<LiveStreamsDimension>(17)), "LiveStreamsDimension(17)");
}

TEST(Dimensions, fill_the_width_of_a_stream) {
    std::ostringstream stream;
    stream << std::left << std::setw(9) << VideosDimension::country << '|' << std::setw(20) << VideosDimension{} << '|';
    EXPECT_EQ(stream.str(), "country  |VideosDimension(0)  |");
}

TEST(Days, are_read_from_text) {
    using namespace date::literals;
    EXPECT_EQ(day_from_string("2023-06-01"), 2023_y / 6 / 1);
    EXPECT_EQ(day_from_string("2024-02-29"), 2024_y / 2 / 29);
    EXPECT_EQ(day_from_string("0000-01-01"), 0_y / 1 / 1);
    EXPECT_EQ(day_from_string("9999-12-31"), 9999_y / 12 / 31);
    EXPECT_EQ(day_from_string(std::string_view{"2023-06-01T10:00:00Z"}.substr(0, 10)), 2023_y / 6 / 1);
}

TEST(Days, in_another_form_or_not_on_the_calendar_are_none) {
    using namespace std::string_view_literals;
    for (const std::string_view text : {""sv,
                                        "2023-06-1"sv,
                                        "2023-6-10"sv,
                                        "20230610"sv,
                                        "2023/06/10"sv,
                                        "10-06-2023"sv,
                                        "2023-06-10 "sv,
                                        " 2023-06-10"sv,
                                        "2023-06-10\0"sv,
                                        "2023-06-1\0"sv,
                                        "today"sv,
                                        "null"sv,
                                        "2023-02-29"sv,
                                        "1900-02-29"sv,
                                        "2023-13-01"sv,
                                        "2023-00-10"sv,
                                        "2023-06-31"sv,
                                        "2023-06-00"sv,
                                        "2023-06-10T00:00:00"sv,
                                        "2023-06-10T00:00:00+00:00"sv,
                                        "+023-06-10"sv,
                                        "-023-06-10"sv,
                                        "2023-+6-10"sv,
                                        "2023- 6-10"sv,
                                        "2023-06-+1"sv,
                                        "2023--6-10"sv,
                                        "2023-06--1"sv,
                                        "12023-06-10"sv,
                                        "2023-0x-10"sv,
                                        "202 -06-10"sv,
                                        "6/10/2023"sv,
                                        "2023.06.10"sv,
                                        "2023-06.10"sv,
                                        "2023.06-10"sv,
                                        "\xd9\xa2"sv
                                        "023-06-1"sv})
        EXPECT_EQ(day_from_string(text), std::nullopt) << text;
}

TEST(Requests, have_nothing_set_unless_it_is) {
    const VideosPlaysRequest request;
    EXPECT_FALSE(request.from.ok());
    EXPECT_EQ(static_cast<int>(request.dimension), 0);
    EXPECT_FALSE(request.to || request.filter || request.current_page || request.page_size);
}

TEST(Ids, are_equal_by_their_text) {
    EXPECT_EQ(VideoId{"a"}, VideoId{"a"});
    EXPECT_NE(VideoId{"a"}, VideoId{"A"});
    EXPECT_EQ(LiveStreamId{"a"}, LiveStreamId{"a"});
    EXPECT_NE(LiveStreamId{"a"}, LiveStreamId{""});
}

TEST(Ids, are_keys_of_unordered_containers) {
    std::unordered_map<VideoId, int> plays;
    plays[VideoId{"a"}] += 1;
    plays[VideoId{"b"}] += 2;
    plays[VideoId{"a"}] += 3;
    EXPECT_EQ(plays, (std::unordered_map<VideoId, int>{{VideoId{"a"}, 4}, {VideoId{"b"}, 2}}));
    const std::unordered_set<LiveStreamId> ids{LiveStreamId{"a"}, LiveStreamId{"a"}, LiveStreamId{"b"}};
    EXPECT_EQ(ids.size(), 2U);
    EXPECT_NE(std::hash<LiveStreamId>{}(LiveStreamId{"a"}), std::hash<LiveStreamId>{}(LiveStreamId{"b"}));
}

template <class Request, class Id>
void expect_equality_member_by_member(Id id) {
    const Request request{
        date::year{2023} / 6 / 1, decltype(Request::dimension){1}, date::year{2023} / 6 / 2, id, 1, 2};
    EXPECT_TRUE(request == Request{request});
    EXPECT_FALSE(request != Request{request});
    Request others[] = {request, request, request, request, request, request};
    others[0].from = date::year{2023} / 5 / 1;
    others[1].dimension = decltype(Request::dimension){2};
    others[2].to.reset();
    others[3].filter = Id{"other"};
    others[4].current_page = 2;
    others[5].page_size.reset();
    for (const Request& other : others) EXPECT_TRUE(request != other);
}

TEST(PlaysRequests, are_equal_where_each_member_is) {
    expect_equality_member_by_member<VideosPlaysRequest>(VideoId{"vi1"});
    expect_equality_member_by_member<LiveStreamsPlaysRequest>(LiveStreamId{"li1"});
}

}  // namespace
}  // namespace apivideo
