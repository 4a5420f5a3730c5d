// SPDX-License-Identifier: MIT
// What the page calls things.
#include "html_words.hpp"

#include "chart_axes.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace analytics_report {
namespace {

struct Dimension {
    std::string_view name;
    const char* by;
    const char* column;
    const char* one;
    const char* many;
};

constexpr Dimension dimensions[] = {
    {"videoId", "by video", "Video", "video", "Videos"},
    {"liveStreamId", "by live stream", "Live stream", "live stream", "Live streams"},
    {"media-id", "by video and live stream", "Video or live stream", "video or live stream", "Videos and live streams"},
    {"media-type", "by media type", "Media type", "media type", "Media types"},
    {"continent", "by continent", "Continent", "continent", "Continents"},
    {"country", "by country", "Country", "country", "Countries"},
    {"deviceType", "by device type", "Device type", "device type", "Device types"},
    {"device-type", "by device type", "Device type", "device type", "Device types"},
    {"operatingSystem", "by operating system", "Operating system", "operating system", "Operating systems"},
    {"operating-system", "by operating system", "Operating system", "operating system", "Operating systems"},
    {"browser", "by browser", "Browser", "browser", "Browsers"},
    {"referrer", "by referrer", "Referrer", "referrer", "Referrers"},
};

struct StepWords {
    TimeStep step;
    const char* column;
    const char* many;
};

constexpr StepWords steps[] = {{TimeStep::minute, "Minute (UTC)", "Minutes"},
                               {TimeStep::hour, "Hour (UTC)", "Hours"},
                               {TimeStep::day, "Day (UTC)", "Days"}};

Words words_over_time(const Question& question, TimeStep step) {
    const auto* const found =
        std::find_if(std::begin(steps), std::end(steps), [&](const StepWords& words) { return words.step == step; });
    const std::string with = question.zero_if_missing ? " with " + question.measure.many : "";
    return {{}, "over time", found->column, name_of(step), found->many + with};
}

Words words_by(const std::string& dimension) {
    const auto* const found = std::find_if(std::begin(dimensions), std::end(dimensions),
                                           [&](const Dimension& known) { return known.name == dimension; });
    if (found == std::end(dimensions)) return {{}, "by " + dimension, dimension, "value", "Values"};
    return {{}, found->by, found->column, found->one, found->many};
}

}  // namespace

Words words_of(const Question& question, TimeStep step) {
    Words words;
    if (question.shape == Shape::over_time) words = words_over_time(question, step);
    if (question.shape == Shape::breakdown) words = words_by(question.dimension);
    words.heading = question.measure.title + question.of + (words.by.empty() ? "" : ' ' + words.by);
    return words;
}

std::string period_text(const Report& report) {
    if (report.question.measure.all_time) return "All time";
    const auto [begin, end] = period_of(report);
    const date::sys_days first = date::floor<date::days>(begin);
    const date::sys_days last = date::floor<date::days>(end) - date::days{1};
    if (first != begin || last + date::days{1} != end) return hour_text(begin) + " to " + hour_text(end);
    if (end <= begin) return "no day, since " + day_text(last + date::days{1}) + " is excluded";
    return last > first ? day_text(first) + " to " + day_text(last) : day_text(last);
}

}  // namespace analytics_report
