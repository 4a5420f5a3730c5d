// SPDX-License-Identifier: MIT
// How many viewers there were: of some seconds, and at the same time.
#include "test_support/demo_viewers.hpp"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <tuple>
#include <utility>

namespace apivideo::detail {

namespace {

struct Watching {
    std::uint32_t viewer;
    date::sys_seconds from;
    date::sys_seconds to;
};

std::vector<Watching> watched_in(const DemoSample& sample) {
    std::vector<Watching> all;
    for (const DemoEvent* session : sample.sessions) {
        const Watching watching{session->viewer, std::max(session->time, sample.period.from),
                                std::min(session->time + std::chrono::seconds{session->watched}, sample.period.to)};
        if (watching.from < watching.to) all.push_back(watching);
    }
    return all;
}

// A viewer with two tabs is one.
std::vector<Watching> merged(std::vector<Watching> all) {
    std::sort(all.begin(), all.end(), [](const Watching& a, const Watching& b) {
        return std::tie(a.viewer, a.from) < std::tie(b.viewer, b.from);
    });
    std::vector<Watching> merged;
    for (const Watching& next : all) {
        if (!merged.empty() && merged.back().viewer == next.viewer && next.from <= merged.back().to)
            merged.back().to = std::max(merged.back().to, next.to);
        else
            merged.push_back(next);
    }
    return merged;
}

std::vector<Watching> counted_in(const DemoSample& sample) {
    return sample.unique ? merged(watched_in(sample)) : watched_in(sample);
}

}  // namespace

double count_demo_views(const DemoSample& sample) {
    std::vector<std::pair<std::uint32_t, date::sys_seconds>> views;
    for (const DemoEvent* session : sample.sessions)
        if (std::chrono::seconds{session->watched} >= sample.view_duration)
            views.emplace_back(session->viewer, session->time);
    if (!sample.unique) return static_cast<double>(views.size());
    std::sort(views.begin(), views.end());
    std::vector<std::pair<std::uint32_t, date::sys_seconds>> counted;
    for (const auto& view : views) {
        const bool is_counted = !counted.empty() && counted.back().first == view.first &&
                                view.second < counted.back().second + date::days{1};
        if (!is_counted) counted.push_back(view);
    }
    return static_cast<double>(counted.size());
}

double peak_of_demo_viewers(const DemoSample& sample) {
    // Who leaves at the instant at which another comes is sorted first: they are not two at the same time.
    std::vector<std::pair<date::sys_seconds, int>> changes;
    for (const Watching& watching : counted_in(sample)) {
        changes.emplace_back(watching.from, 1);
        changes.emplace_back(watching.to, -1);
    }
    std::sort(changes.begin(), changes.end());
    int viewers = 0;
    int peak = 0;
    for (const auto& [time, change] : changes) peak = std::max(peak, viewers += change);
    return peak;
}

double average_of_demo_viewers(const DemoSample& sample) {
    std::chrono::seconds watched{0};
    for (const Watching& watching : counted_in(sample)) watched += watching.to - watching.from;
    const std::chrono::seconds length = sample.period.to - sample.period.from;
    return length.count() > 0 ? static_cast<double>(watched.count()) / static_cast<double>(length.count()) : 0;
}

}  // namespace apivideo::detail
