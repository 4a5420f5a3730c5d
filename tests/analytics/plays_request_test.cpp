// SPDX-License-Identifier: MIT
// Requests: their names on the wire, and what the compiler refuses.
#include <apivideo/analytics/plays_request.hpp>

#include <apivideo/errors.hpp>

#include <gtest/gtest.h>

#include "support/thrown.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

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
