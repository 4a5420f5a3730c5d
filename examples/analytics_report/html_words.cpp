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
    {"country", "by country", "Country", "country", "Countries"},
    {"deviceType", "by device type", "Device type", "device type", "Device types"},
    {"operatingSystem", "by operating system", "Operating system", "operating system", "Operating systems"},
    {"browser", "by browser", "Browser", "browser", "Browsers"},
};

}  // namespace

bool is_over_time(const Question& question) { return question.dimension == "emittedAt"; }

Words words_of(const Question& question, bool by_hour) {
    Words words{{}, "by " + question.dimension, question.dimension, "value", "Values"};
    const auto* const found =
        std::find_if(std::begin(dimensions), std::end(dimensions),
                     [&](const Dimension& dimension) { return dimension.name == question.dimension; });
    if (is_over_time(question))
        words = {{},
                 "over time",
                 by_hour ? "Hour (UTC)" : "Day (UTC)",
                 by_hour ? "hour" : "day",
                 by_hour ? "Hours with plays" : "Days with plays"};
    else if (found != std::end(dimensions))
        words = {{}, found->by, found->column, found->one, found->many};
    const std::string one_of_kind = question.kind.substr(0, question.kind.size() - 1);
    words.heading = "Plays of " + (question.filter ? "one " + one_of_kind : question.kind) + ' ' + words.by;
    return words;
}

std::string period_text(const Report& report) {
    const Period period = period_of(report);
    if (period.end <= period.begin) return "no day, since " + day_text(period.end) + " is excluded";
    const date::sys_days last = period.end - date::days{1};
    return last > period.begin ? day_text(period.begin) + " to " + day_text(last) : day_text(last);
}

}  // namespace analytics_report
