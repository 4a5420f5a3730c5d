// SPDX-License-Identifier: MIT
// What the program was asked to do, checked and typed.
#include "options.hpp"

#include "transports.hpp"

#include <charconv>
#include <cmath>
#include <cstdint>
#include <string_view>
#include <system_error>
#include <utility>

namespace analytics_report {
namespace {

[[noreturn]] void refuse(std::string_view option, const std::string& text, const std::string& expected) {
    throw Refused{std::string{option} + " is '" + text + "', expected " + expected};
}

/// All of @p text as a number.
template <class Number, class... Format>
std::optional<Number> number_in(std::string_view text, Format... format) {
    Number number{};
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number, format...);
    if (error != std::errc{} || stop != end) return std::nullopt;
    return number;
}

/// The range is the library's to judge, as far as it can be told of the number at all.
int number_of_pages(std::string_view option, const std::string& text) {
    const std::optional<int> number = number_in<int>(text);
    if (!number) refuse(option, text, "a whole number, 1 to 256");
    return *number;
}

std::int64_t whole_number(std::string_view option, const std::string& text) {
    const std::optional<std::int64_t> number = number_in<std::int64_t>(text);
    if (!number) refuse(option, text, "a whole number");
    return *number;
}

date::year_month_day day(std::string_view option, const std::string& text) {
    const std::optional<date::year_month_day> day = apivideo::day_from_string(text);
    if (!day) refuse(option, text, "a day like 2023-06-01");
    return *day;
}

std::chrono::milliseconds seconds(std::string_view option, const std::string& text) {
    constexpr double longest = 1e9;
    const std::optional<double> number = number_in<double>(text, std::chars_format::fixed);
    if (!number || !(*number > 0) || *number > longest)
        refuse(option, text, "seconds above 0, such as 2 or 0.5, up to 1000000000");
    return std::chrono::milliseconds{static_cast<std::int64_t>(std::ceil(*number * 1000))};
}

template <class Value>
Value one_of(std::string_view option, const std::string& text,
             std::initializer_list<std::pair<std::string_view, Value>> choices) {
    std::string expected;
    for (const auto& [name, value] : choices) {
        if (name == text) return value;
        expected.append(expected.empty() ? "" : " or ").append(name);
    }
    refuse(option, text, expected);
}

/// What differs between the two calls.
struct Videos {
    using Request = apivideo::VideosPlaysRequest;
    static constexpr std::string_view filter_prefix = "videoId:";
    static constexpr const char* dimensions = "videoId, emittedAt, country, deviceType, operatingSystem or browser";
    static auto dimension(const std::string& name) { return apivideo::videos_dimension_from_string(name); }
    static auto id(std::string value) { return apivideo::VideoId{std::move(value)}; }
};

struct LiveStreams {
    using Request = apivideo::LiveStreamsPlaysRequest;
    static constexpr std::string_view filter_prefix = "liveStreamId:";
    static constexpr const char* dimensions =
        "liveStreamId, emittedAt, country, deviceType, operatingSystem or browser";
    static auto dimension(const std::string& name) { return apivideo::live_streams_dimension_from_string(name); }
    static auto id(std::string value) { return apivideo::LiveStreamId{std::move(value)}; }
};

template <class Kind>
Request request(const CommandLine& line, date::sys_days today) {
    typename Kind::Request request;
    if (line.to) request.to = day("--to", *line.to);
    const date::sys_days end = request.to ? date::sys_days{*request.to} : today;
    request.from = line.from ? day("--from", *line.from) : date::year_month_day{end - date::days{7}};

    const std::string name = line.dimension.value_or("country");
    const auto dimension = Kind::dimension(name);
    if (!dimension) refuse("--dimension", name, Kind::dimensions);
    request.dimension = *dimension;

    if (line.filter) {
        const std::string_view prefix = Kind::filter_prefix;
        if (line.filter->compare(0, prefix.size(), prefix) != 0)
            refuse("--filter", *line.filter, std::string{prefix} + "ID");
        request.filter = Kind::id(line.filter->substr(prefix.size()));
    }
    if (line.page) request.current_page = whole_number("--page", *line.page);
    if (line.page_size) request.page_size = whole_number("--page-size", *line.page_size);
    return request;
}

}  // namespace

Options interpret(const CommandLine& line, date::sys_days today) {
    using apivideo::Authentication;
    using MakeRequest = Request (*)(const CommandLine&, date::sys_days);
    MakeRequest make_request = nullptr;
    if (line.kind == "videos") make_request = request<Videos>;
    if (line.kind == "live-streams") make_request = request<LiveStreams>;
    // Without what it is: what was typed by mistake may be a key.
    if (!make_request) throw Refused{"the first argument is neither videos nor live-streams"};

    Options options;
    options.request = make_request(line, today);
    options.all = line.all;
    if (line.concurrency && !line.all) throw Refused{"--concurrency is for --all, which is not there"};
    if (line.concurrency) options.concurrency = number_of_pages("--concurrency", *line.concurrency);
    if (line.format)
        options.format = one_of<Format>(
            "--format", *line.format,
            {{"table", Format::table}, {"csv", Format::csv}, {"json", Format::json}, {"html", Format::html}});
    if (line.output && line.output->empty()) refuse("--output", "", "the name of a file");
    options.output = line.output;
    if (line.base_url) options.base_url = *line.base_url;
    if (line.authentication)
        options.authentication = one_of<Authentication>(
            "--auth", *line.authentication, {{"bearer", Authentication::bearer}, {"basic", Authentication::basic}});
    if (line.transport) {
        const std::optional<TransportKind> kind = transport_named(*line.transport);
        if (!kind) refuse("--transport", *line.transport, transport_names());
        options.transport = *kind;
    }
    if (line.timeout) options.timeout = seconds("--timeout", *line.timeout);
    options.verbose = line.verbose;
    return options;
}

}  // namespace analytics_report
