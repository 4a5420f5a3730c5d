// SPDX-License-Identifier: MIT
// From a /data request to path and query: every parameter, every rule.
#include "analytics/metrics_query.hpp"

#include <apivideo/errors.hpp>

#include <gtest/gtest.h>

#include "support/thrown.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <limits>
#include <string>

namespace apivideo::detail {
namespace {

using date::literals::operator""_y;
using std::chrono::hours;
using std::chrono::seconds;
using test_support::thrown_by;

const date::sys_days first_day{2024_y / 2 / 5};

AggregatedMetricsRequest view_count() { return {AggregatedMetric::view, Aggregation::count}; }
MetricsBreakdownRequest play_by_media() { return {BreakdownMetric::play, Breakdown::media_id}; }
MetricsOverTimeRequest view_over_time() { return {OverTimeMetric::view}; }

template <class Request>
void expect_refused(const Request& request, const std::string& field, const std::string& message) {
    const auto e = thrown_by<InvalidRequestException>([&] { (void)target(request); });
    EXPECT_EQ(e.field(), field);
    EXPECT_EQ(e.what(), field + ": " + message);
}

/// The query of a request of which one member is set.
std::string query_of(const std::function<void(AggregatedMetricsRequest&)>& set) {
    AggregatedMetricsRequest request = view_count();
    set(request);
    const std::string path = "/data/metrics/view/count?";
    const std::string sent = target(request);
    EXPECT_EQ(sent.substr(0, path.size()), path);
    return sent.substr(path.size());
}
std::string query_of(const std::function<void(MetricsBreakdownRequest&)>& set) {
    MetricsBreakdownRequest request = play_by_media();
    set(request);
    const std::string path = "/data/buckets/play/media-id?";
    const std::string sent = target(request);
    EXPECT_EQ(sent.substr(0, path.size()), path);
    return sent.substr(path.size());
}
std::string query_of(const std::function<void(MetricsOverTimeRequest&)>& set) {
    MetricsOverTimeRequest request = view_over_time();
    set(request);
    const std::string path = "/data/timeseries/view?";
    const std::string sent = target(request);
    EXPECT_EQ(sent.substr(0, path.size()), path);
    return sent.substr(path.size());
}

FilterBy everything() {
    FilterBy filter;
    filter.media_id = {"vi1", "li2"};
    filter.media_type = MediaType::video;
    filter.continent = {continents::europe, continents::africa};
    filter.country = {"FR", "DE"};
    filter.device_type = {device_types::computer, device_types::phone};
    filter.operating_system = {operating_systems::mac_osx};
    filter.browser = {browsers::chrome};
    filter.tag = "Cool videos";
    filter.referrer = {"https://my-awesome-videos.com/", ""};
    return filter;
}

constexpr const char* everything_sent =
    "&filterBy%5BmediaId%5D%5B%5D=vi1&filterBy%5BmediaId%5D%5B%5D=li2&filterBy%5BmediaType%5D=video"
    "&filterBy%5Bcontinent%5D%5B%5D=EU&filterBy%5Bcontinent%5D%5B%5D=AF&filterBy%5Bcountry%5D%5B%5D=FR"
    "&filterBy%5Bcountry%5D%5B%5D=DE&filterBy%5BdeviceType%5D%5B%5D=computer&filterBy%5BdeviceType%5D%5B%5D=phone"
    "&filterBy%5BoperatingSystem%5D%5B%5D=mac%20osx&filterBy%5Bbrowser%5D%5B%5D=chrome"
    "&filterBy%5Btag%5D=Cool%20videos&filterBy%5Breferrer%5D%5B%5D=https%3A%2F%2Fmy-awesome-videos.com%2F"
    "&filterBy%5Breferrer%5D%5B%5D=";

TEST(MetricsQuery, sends_the_path_alone_where_nothing_is_set) {
    EXPECT_EQ(target(AggregatedMetricsRequest{AggregatedMetric::play, Aggregation::total}), "/data/metrics/play/total");
    EXPECT_EQ(target(play_by_media()), "/data/buckets/play/media-id");
    EXPECT_EQ(target(view_over_time()), "/data/timeseries/view");
}

TEST(MetricsQuery, sends_everything_in_the_order_of_the_official_client) {
    AggregatedMetricsRequest number = view_count();
    number.from = first_day - hours{1};
    number.to = first_day + hours{23};
    number.unique = true;
    number.view_duration = ViewDuration::seconds_10;
    number.filter_by = everything();
    EXPECT_EQ(target(number),
              std::string{"/data/metrics/view/count?from=2024-02-04T23%3A00%3A00Z&to=2024-02-05T23%3A00%3A00Z"
                          "&unique=true&viewDuration=10s"} +
                  everything_sent);

    MetricsBreakdownRequest rows = play_by_media();
    rows.from = number.from;
    rows.to = number.to;
    rows.sort_by = BreakdownSortBy::metric_value;
    rows.sort_order = SortOrder::desc;
    rows.unique = false;
    rows.view_duration = ViewDuration::seconds_3;
    rows.filter_by = everything();
    rows.current_page = 2;
    rows.page_size = 100;
    EXPECT_EQ(target(rows),
              std::string{"/data/buckets/play/media-id?from=2024-02-04T23%3A00%3A00Z&to=2024-02-05T23%3A00%3A00Z"
                          "&sortBy=metricValue&sortOrder=desc&unique=false&viewDuration=3s"} +
                  everything_sent + "&currentPage=2&pageSize=100");

    MetricsOverTimeRequest curve = view_over_time();
    curve.from = number.from;
    curve.to = number.to;
    curve.interval = Interval::hour;
    curve.sort_by = OverTimeSortBy::emitted_at;
    curve.sort_order = SortOrder::asc;
    curve.unique = true;
    curve.view_duration = ViewDuration::seconds_30;
    curve.filter_by = everything();
    curve.current_page = 1;
    curve.page_size = 25;
    EXPECT_EQ(target(curve),
              std::string{"/data/timeseries/view?from=2024-02-04T23%3A00%3A00Z&to=2024-02-05T23%3A00%3A00Z"
                          "&interval=hour&sortBy=emittedAt&sortOrder=asc&unique=true&viewDuration=30s"} +
                  everything_sent + "&currentPage=1&pageSize=25");
}

TEST(MetricsQuery, sends_a_breakdown_of_two_browsers) {
    MetricsBreakdownRequest request{BreakdownMetric::play, Breakdown::country};
    request.from = first_day - hours{1};
    request.to = first_day + hours{23};
    request.sort_by = BreakdownSortBy::metric_value;
    request.sort_order = SortOrder::desc;
    request.filter_by.media_type = MediaType::video;
    request.filter_by.browser = {browsers::firefox, browsers::chrome};
    request.current_page = 1;
    request.page_size = 100;
    EXPECT_EQ(target(request),
              "/data/buckets/play/country?from=2024-02-04T23%3A00%3A00Z&to=2024-02-05T23%3A00%3A00Z&sortBy=metricValue"
              "&sortOrder=desc&filterBy%5BmediaType%5D=video&filterBy%5Bbrowser%5D%5B%5D=firefox"
              "&filterBy%5Bbrowser%5D%5B%5D=chrome&currentPage=1&pageSize=100");
}

TEST(MetricsQuery, sends_each_parameter_under_its_name) {
    using Number = AggregatedMetricsRequest;
    const struct {
        std::function<void(Number&)> set;
        const char* query;
    } cases[] = {
        {[](Number& r) { r.from = first_day; }, "from=2024-02-05T00%3A00%3A00Z"},
        {[](Number& r) { r.to = first_day; }, "to=2024-02-05T00%3A00%3A00Z"},
        {[](Number& r) { r.unique = true; }, "unique=true"},
        {[](Number& r) { r.unique = false; }, "unique=false"},
        {[](Number& r) { r.view_duration = ViewDuration::seconds_3; }, "viewDuration=3s"},
        {[](Number& r) { r.view_duration = ViewDuration::seconds_5; }, "viewDuration=5s"},
        {[](Number& r) { r.view_duration = ViewDuration::seconds_10; }, "viewDuration=10s"},
        {[](Number& r) { r.view_duration = ViewDuration::seconds_30; }, "viewDuration=30s"},
        {[](Number& r) { r.filter_by.media_id = {"vi1"}; }, "filterBy%5BmediaId%5D%5B%5D=vi1"},
        {[](Number& r) { r.filter_by.media_type = MediaType::live_stream; }, "filterBy%5BmediaType%5D=live-stream"},
        {[](Number& r) { r.filter_by.continent = {"OC"}; }, "filterBy%5Bcontinent%5D%5B%5D=OC"},
        {[](Number& r) { r.filter_by.country = {"FR"}; }, "filterBy%5Bcountry%5D%5B%5D=FR"},
        {[](Number& r) { r.filter_by.device_type = {"tv"}; }, "filterBy%5BdeviceType%5D%5B%5D=tv"},
        {[](Number& r) { r.filter_by.operating_system = {"ios"}; }, "filterBy%5BoperatingSystem%5D%5B%5D=ios"},
        {[](Number& r) { r.filter_by.browser = {"safari"}; }, "filterBy%5Bbrowser%5D%5B%5D=safari"},
        {[](Number& r) { r.filter_by.tag = "t"; }, "filterBy%5Btag%5D=t"},
        {[](Number& r) { r.filter_by.referrer = {"https://a/"}; }, "filterBy%5Breferrer%5D%5B%5D=https%3A%2F%2Fa%2F"}};
    for (const auto& c : cases) EXPECT_EQ(query_of(c.set), c.query);
}

TEST(MetricsQuery, sends_each_parameter_of_rows_under_its_name) {
    using Rows = MetricsBreakdownRequest;
    EXPECT_EQ(query_of([](Rows& r) { r.from = first_day; }), "from=2024-02-05T00%3A00%3A00Z");
    EXPECT_EQ(query_of([](Rows& r) { r.to = first_day; }), "to=2024-02-05T00%3A00%3A00Z");
    EXPECT_EQ(query_of([](Rows& r) { r.sort_by = BreakdownSortBy::metric_value; }), "sortBy=metricValue");
    EXPECT_EQ(query_of([](Rows& r) { r.sort_by = BreakdownSortBy::dimension_value; }), "sortBy=dimensionValue");
    EXPECT_EQ(query_of([](Rows& r) { r.sort_order = SortOrder::asc; }), "sortOrder=asc");
    EXPECT_EQ(query_of([](Rows& r) { r.unique = true; }), "unique=true");
    EXPECT_EQ(query_of([](Rows& r) { r.view_duration = ViewDuration::seconds_5; }), "viewDuration=5s");
    EXPECT_EQ(query_of([](Rows& r) { r.filter_by.country = {"FR"}; }), "filterBy%5Bcountry%5D%5B%5D=FR");
    EXPECT_EQ(query_of([](Rows& r) { r.current_page = 2; }), "currentPage=2");
    EXPECT_EQ(query_of([](Rows& r) { r.page_size = 30; }), "pageSize=30");
}

TEST(MetricsQuery, sends_each_parameter_of_a_curve_under_its_name) {
    using Curve = MetricsOverTimeRequest;
    EXPECT_EQ(query_of([](Curve& r) { r.from = first_day; }), "from=2024-02-05T00%3A00%3A00Z");
    EXPECT_EQ(query_of([](Curve& r) { r.to = first_day; }), "to=2024-02-05T00%3A00%3A00Z");
    EXPECT_EQ(query_of([](Curve& r) { r.interval = Interval::minute; }), "interval=minute");
    EXPECT_EQ(query_of([](Curve& r) { r.interval = Interval::day; }), "interval=day");
    EXPECT_EQ(query_of([](Curve& r) { r.sort_by = OverTimeSortBy::metric_value; }), "sortBy=metricValue");
    EXPECT_EQ(query_of([](Curve& r) { r.sort_by = OverTimeSortBy::emitted_at; }), "sortBy=emittedAt");
    EXPECT_EQ(query_of([](Curve& r) { r.sort_order = SortOrder::desc; }), "sortOrder=desc");
    EXPECT_EQ(query_of([](Curve& r) { r.unique = true; }), "unique=true");
    EXPECT_EQ(query_of([](Curve& r) { r.view_duration = ViewDuration::seconds_5; }), "viewDuration=5s");
    EXPECT_EQ(query_of([](Curve& r) { r.filter_by.tag = "t"; }), "filterBy%5Btag%5D=t");
    EXPECT_EQ(query_of([](Curve& r) { r.current_page = 2; }), "currentPage=2");
    EXPECT_EQ(query_of([](Curve& r) { r.page_size = 30; }), "pageSize=30");
}

TEST(MetricsQuery, sends_every_known_name_of_the_path) {
    const struct {
        AggregatedMetric metric;
        const char* name;
    } numbers[] = {{AggregatedMetric::play, "play"},
                   {AggregatedMetric::start, "start"},
                   {AggregatedMetric::end, "end"},
                   {AggregatedMetric::impression, "impression"},
                   {AggregatedMetric::impression_time, "impression-time"},
                   {AggregatedMetric::watch_time, "watch-time"},
                   {AggregatedMetric::ccv, "ccv"},
                   {AggregatedMetric::view, "view"}};
    for (const auto& c : numbers)
        EXPECT_EQ(target(AggregatedMetricsRequest{c.metric, Aggregation::count}),
                  std::string{"/data/metrics/"} + c.name + "/count");
    const struct {
        Aggregation aggregation;
        const char* name;
    } aggregations[] = {{Aggregation::count, "count"}, {Aggregation::rate, "rate"},       {Aggregation::total, "total"},
                        {Aggregation::sum, "sum"},     {Aggregation::average, "average"}, {Aggregation::peak, "peak"},
                        {Aggregation::live, "live"}};
    for (const auto& c : aggregations)
        EXPECT_EQ(target(AggregatedMetricsRequest{AggregatedMetric::ccv, c.aggregation}),
                  std::string{"/data/metrics/ccv/"} + c.name);
}

TEST(MetricsQuery, sends_every_known_metric_of_rows_and_curves) {
    const struct {
        BreakdownMetric metric;
        const char* name;
    } rows[] = {{BreakdownMetric::play, "play"},
                {BreakdownMetric::play_rate, "play-rate"},
                {BreakdownMetric::play_total, "play-total"},
                {BreakdownMetric::start, "start"},
                {BreakdownMetric::end, "end"},
                {BreakdownMetric::impression, "impression"},
                {BreakdownMetric::ccv_peak, "ccv-peak"},
                {BreakdownMetric::ccv_average, "ccv-average"},
                {BreakdownMetric::view, "view"}};
    for (const auto& c : rows)
        EXPECT_EQ(target(MetricsBreakdownRequest{c.metric, Breakdown::country}),
                  std::string{"/data/buckets/"} + c.name + "/country");
    const struct {
        Breakdown breakdown;
        const char* name;
    } breakdowns[] = {{Breakdown::media_id, "media-id"},       {Breakdown::media_type, "media-type"},
                      {Breakdown::continent, "continent"},     {Breakdown::country, "country"},
                      {Breakdown::device_type, "device-type"}, {Breakdown::operating_system, "operating-system"},
                      {Breakdown::browser, "browser"},         {Breakdown::referrer, "referrer"}};
    for (const auto& c : breakdowns)
        EXPECT_EQ(target(MetricsBreakdownRequest{BreakdownMetric::view, c.breakdown}),
                  std::string{"/data/buckets/view/"} + c.name);
    const struct {
        OverTimeMetric metric;
        const char* name;
    } curves[] = {{OverTimeMetric::play, "play"},
                  {OverTimeMetric::play_rate, "play-rate"},
                  {OverTimeMetric::start, "start"},
                  {OverTimeMetric::end, "end"},
                  {OverTimeMetric::impression, "impression"},
                  {OverTimeMetric::ccv_peak, "ccv-peak"},
                  {OverTimeMetric::ccv_average, "ccv-average"},
                  {OverTimeMetric::view, "view"}};
    for (const auto& c : curves)
        EXPECT_EQ(target(MetricsOverTimeRequest{c.metric}), std::string{"/data/timeseries/"} + c.name);
}

TEST(MetricsQuery, sends_names_that_the_library_does_not_know_as_one_segment) {
    EXPECT_EQ(target(AggregatedMetricsRequest{AggregatedMetric::from_name("new-metric"),
                                              Aggregation::from_name("median/../x?y#z%2f")}),
              "/data/metrics/new-metric/median%2F..%2Fx%3Fy%23z%252f");
    MetricsOverTimeRequest request{OverTimeMetric::from_name("...")};
    request.interval = Interval::from_name("15 minutes");
    EXPECT_EQ(target(request), "/data/timeseries/...?interval=15%20minutes");
}

TEST(MetricsQuery, refuses_names_that_are_not_set) {
    AggregatedMetricsRequest number;
    expect_refused(number, "metric", "is not set");
    number.metric = AggregatedMetric::play;
    expect_refused(number, "aggregation", "is not set");
    MetricsBreakdownRequest rows;
    expect_refused(rows, "metric", "is not set");
    rows.metric = BreakdownMetric::play;
    expect_refused(rows, "breakdown", "is not set");
    rows = play_by_media();
    rows.sort_by = BreakdownSortBy{};
    expect_refused(rows, "sort_by", "is not set");
    rows = play_by_media();
    rows.sort_order = SortOrder{};
    expect_refused(rows, "sort_order", "is not set");
    rows = play_by_media();
    rows.view_duration = ViewDuration{};
    expect_refused(rows, "view_duration", "is not set");
    rows = play_by_media();
    rows.filter_by.media_type = MediaType{};
    expect_refused(rows, "filter_by.media_type", "is not set");
    MetricsOverTimeRequest curve;
    expect_refused(curve, "metric", "is not set");
    curve.metric = OverTimeMetric::from_name("");
    expect_refused(curve, "metric", "is not set");
    curve = view_over_time();
    curve.interval = Interval{};
    expect_refused(curve, "interval", "is not set");
}

TEST(MetricsQuery, refuses_names_that_would_be_another_path) {
    for (const char* name : {".", ".."})
        expect_refused(AggregatedMetricsRequest{AggregatedMetric::play, Aggregation::from_name(name)}, "aggregation",
                       std::string{"is "} + name + ", expected a name");
    using namespace std::string_literals;
    for (const std::string& name : {"a\nb"s, "\0"s, "\x7f"s})
        expect_refused(MetricsOverTimeRequest{OverTimeMetric::from_name(name)}, "metric", "holds a control character");
}

TEST(MetricsQuery, writes_times_as_whole_seconds_in_utc) {
    const struct {
        date::sys_seconds time;
        const char* text;
    } cases[] = {{first_day, "2024-02-05T00%3A00%3A00Z"},
                 {first_day + hours{9} + std::chrono::minutes{8} + seconds{7}, "2024-02-05T09%3A08%3A07Z"},
                 {first_day - seconds{1}, "2024-02-04T23%3A59%3A59Z"},
                 {date::sys_seconds{seconds{-1}}, "1969-12-31T23%3A59%3A59Z"},
                 {date::sys_days{0_y / 1 / 1}, "0000-01-01T00%3A00%3A00Z"},
                 {date::sys_days{9999_y / 12 / 31} + hours{24} - seconds{1}, "9999-12-31T23%3A59%3A59Z"}};
    for (const auto& c : cases)
        EXPECT_EQ(query_of([&](AggregatedMetricsRequest& r) { r.from = c.time; }), std::string{"from="} + c.text);
}

TEST(MetricsQuery, refuses_times_that_four_digits_of_a_year_cannot_write) {
    for (const date::sys_seconds time : {date::sys_seconds{date::sys_days{0_y / 1 / 1}} - seconds{1},
                                         date::sys_seconds{date::sys_days{date::year{10000} / 1 / 1}},
                                         date::sys_seconds::min(), date::sys_seconds::max()}) {
        AggregatedMetricsRequest request = view_count();
        request.from = time;
        expect_refused(request, "from", "is outside the years 0 to 9999");
        request.from.reset();
        request.to = time;
        expect_refused(request, "to", "is outside the years 0 to 9999");
    }
}

TEST(MetricsQuery, refuses_a_period_that_ends_before_it_begins) {
    MetricsBreakdownRequest request = play_by_media();
    request.from = first_day + seconds{1};
    request.to = first_day;
    expect_refused(request, "from", "is after `to`");
    request.from = request.to;
    EXPECT_NO_THROW((void)target(request));
}

TEST(MetricsQuery, leaves_to_the_service_what_only_it_can_know) {
    MetricsBreakdownRequest request{BreakdownMetric::play_total, Breakdown::browser};
    request.from = date::sys_days{1999_y / 1 / 1};
    request.to = date::sys_days{2038_y / 1 / 1};
    request.unique = true;
    request.filter_by.country = {"france"};
    request.filter_by.continent = {"AZ"};
    EXPECT_NO_THROW((void)target(request));
}

TEST(MetricsQuery, percent_encodes_awkward_values) {
    const struct {
        const char* value;
        const char* encoded;
    } cases[] = {{"a b", "a%20b"},
                 {"a+b", "a%2Bb"},
                 {"a&pageSize=1", "a%26pageSize%3D1"},
                 {"a#b", "a%23b"},
                 {"100%", "100%25"},
                 {"%41", "%2541"},
                 {"a,b", "a%2Cb"},
                 {"[h]/", "%5Bh%5D%2F"},
                 {"\xc3\xa9", "%C3%A9"},
                 {"\xf0\x9f\x8e\xac", "%F0%9F%8E%AC"},
                 {"\"q\" 'r'", "%22q%22%20%27r%27"},
                 {"~*()!-._", "~%2A%28%29%21-._"},
                 {"\xff", "%FF"}};
    for (const auto& c : cases) {
        EXPECT_EQ(query_of([&](AggregatedMetricsRequest& r) { r.filter_by.tag = c.value; }),
                  std::string{"filterBy%5Btag%5D="} + c.encoded);
        EXPECT_EQ(query_of([&](MetricsBreakdownRequest& r) {
                      r.filter_by.media_id = {c.value, "x"};
                  }),
                  std::string{"filterBy%5BmediaId%5D%5B%5D="} + c.encoded + "&filterBy%5BmediaId%5D%5B%5D=x");
        EXPECT_EQ(query_of([&](MetricsOverTimeRequest& r) { r.filter_by.referrer = {c.value}; }),
                  std::string{"filterBy%5Breferrer%5D%5B%5D="} + c.encoded);
    }
}

TEST(MetricsQuery, sends_an_empty_referrer_for_views_without_one) {
    EXPECT_EQ(query_of([](AggregatedMetricsRequest& r) {
                  r.filter_by.referrer = {"", "https://a"};
              }),
              "filterBy%5Breferrer%5D%5B%5D=&filterBy%5Breferrer%5D%5B%5D=https%3A%2F%2Fa");
}

TEST(MetricsQuery, refuses_empty_values_and_control_characters) {
    using namespace std::string_literals;
    const struct {
        const char* field;
        std::function<void(FilterBy&, const std::string&)> set;
    } members[] = {{"filter_by.media_id",
                    [](FilterBy& f, const std::string& v) {
                        f.media_id = {"vi1", v};
                    }},
                   {"filter_by.continent",
                    [](FilterBy& f, const std::string& v) {
                        f.continent = {"EU", v};
                    }},
                   {"filter_by.country", [](FilterBy& f, const std::string& v) { f.country = {v}; }},
                   {"filter_by.device_type", [](FilterBy& f, const std::string& v) { f.device_type = {v}; }},
                   {"filter_by.operating_system", [](FilterBy& f, const std::string& v) { f.operating_system = {v}; }},
                   {"filter_by.browser", [](FilterBy& f, const std::string& v) { f.browser = {v}; }},
                   {"filter_by.tag", [](FilterBy& f, const std::string& v) { f.tag = v; }}};
    for (const auto& member : members) {
        AggregatedMetricsRequest request = view_count();
        member.set(request.filter_by, "");
        expect_refused(request, member.field, "holds an empty value");
        for (const std::string& value : {"\n"s, "a\r\nb"s, "a\0"s, "\x1f"s, "\x7f"s, "a\tb"s}) {
            member.set(request.filter_by, value);
            expect_refused(request, member.field, "holds a control character");
        }
    }
    AggregatedMetricsRequest request = view_count();
    request.filter_by.referrer = {"", "https://a/\n"};
    expect_refused(request, "filter_by.referrer", "holds a control character");
}

TEST(MetricsQuery, takes_a_referrer_of_up_to_2048_characters) {
    AggregatedMetricsRequest request = view_count();
    std::string referrer;
    for (int i = 0; i < 2048; ++i) referrer += "\xc3\xa9";
    request.filter_by.referrer = {referrer};
    EXPECT_NO_THROW((void)target(request));
    request.filter_by.referrer = {"https://a/", referrer + 'x'};
    expect_refused(request, "filter_by.referrer", "is longer than 2048 characters");
    request.filter_by.referrer = {std::string(2049, 'x')};
    expect_refused(request, "filter_by.referrer", "is longer than 2048 characters");
}

template <class Request>
void expect_pages_checked(Request request) {
    for (const std::int64_t page : {std::int64_t{0}, std::int64_t{-1}, std::numeric_limits<std::int64_t>::min()}) {
        request.current_page = page;
        expect_refused(request, "current_page", "is " + std::to_string(page) + ", expected 1 or more");
    }
    request.current_page = std::numeric_limits<std::int64_t>::max();
    EXPECT_NO_THROW((void)target(request));
    for (const std::int64_t size : {std::int64_t{0}, std::int64_t{-1}, std::int64_t{101}}) {
        request.page_size = size;
        expect_refused(request, "page_size", "is " + std::to_string(size) + ", expected 1 to 100");
    }
}

TEST(MetricsQuery, takes_pages_from_1_and_page_sizes_from_1_to_100) {
    expect_pages_checked(play_by_media());
    expect_pages_checked(view_over_time());
}

}  // namespace
}  // namespace apivideo::detail
